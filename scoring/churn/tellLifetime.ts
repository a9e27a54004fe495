import { continueSurvival } from '../learn/continueSurvival';
import type { HazardCurves } from '../learn/Hazard';
import { remainingTime } from '../learn/remainingTime';
import { survivalBetween } from '../learn/survivalBetween';
import type { IndexedCurve, SurvivalShare } from '../learn/SurvivalCurve';
import { timeLeft } from '../learn/timeLeft';
import { ageInMonths } from './ageInMonths';
import { dayAtAge } from './dayAtAge';
import type { AccountLifetime, GroupCurve, LifetimeBasis, PresentAccount } from './Lifetime';
import { wordLifetime } from './wordLifetime';

const DAYS_AHEAD = [90, 180, 365];
const RENEWED_AFTER_DAYS = 1;

export interface LifetimeSource {
	/** Curve of the account's group, or of all. */
	readonly from: GroupCurve & { readonly curve: IndexedCurve };
	/** The model's curves and the account's row in them; null: the plain curve tells. */
	readonly model: { readonly curves: HazardCurves; readonly row: number } | null;
	readonly basisText: string;
}

export interface TellOptions {
	/** Days since 1970. */
	readonly today: number;
	readonly horizonMonths: number;
	readonly z: number;
}

/**
 * What is told of an account that is there today: the share of such accounts (same age, same group or same traits) that is still there after 90, 180 and 365 days and on the
 * day after its contract ends, and how long they stay. The range of the model is not known, so its shares have none. Where the data cannot tell, null and a reason.
 *
 * @example
 * tellLifetime({ startDay: 0, leavesDay: 40, contractEndDay: null }, null, '', { today: 10, horizonMonths: 12, z: 1.645 }).text
 * // => 'It is known to leave in 30 days, so there is nothing to estimate.'
 */
export function tellLifetime(
	present: PresentAccount,
	source: LifetimeSource | null,
	nothingToTell: string,
	{ today, horizonMonths, z }: TellOptions,
): AccountLifetime {
	const { startDay, leavesDay, contractEndDay } = present;
	const ageMonths = startDay === null ? null : ageInMonths(startDay, today);
	const none = (reason: string): AccountLifetime => ({
		present,
		ageMonths,
		basis: null,
		basisText: '',
		ahead: DAYS_AHEAD.map((days) => ({ days, share: null })),
		atContractEnd: null,
		medianDaysLeft: null,
		seenDaysLeft: null,
		expectedDaysLeft: null,
		reasons: [reason],
		text: reason,
	});
	if (startDay === null || ageMonths === null)
		return none('No started_on, contract or usage tells when the account began.');
	if (leavesDay !== null)
		return none(`It is known to leave in ${leavesDay - today} days, so there is nothing to estimate.`);
	if (source === null) return none(nothingToTell);

	const shareOn = (day: number): SurvivalShare | null =>
		shareAt(source, ageMonths, ageInMonths(startDay, day), z);
	const ahead = DAYS_AHEAD.map((days) => ({ days, share: shareOn(today + days) }));
	// The last day of a contract is still one as a customer: whether it was renewed shows on the next.
	const atContractEnd = contractEndDay === null ? null : shareOn(contractEndDay + RENEWED_AFTER_DAYS);
	const left = timeOf(source, ageMonths, horizonMonths);
	const daysUntil = (months: number): number => dayAtAge(startDay, ageMonths + months) - today;
	const seenDaysLeft = left === null ? null : daysUntil(left.seen);
	const basis: LifetimeBasis = source.model === null ? 'kaplan_meier' : 'hazard';
	const told = {
		present,
		ageMonths,
		basis,
		basisText: source.basisText,
		ahead,
		atContractEnd,
		medianDaysLeft: left === null || left.median === null ? null : daysUntil(left.median),
		seenDaysLeft,
		expectedDaysLeft: left === null || left.mean === null ? null : daysUntil(left.mean),
	};
	return { ...told, ...wordLifetime(told, horizonMonths) };
}

function shareAt({ from, model }: LifetimeSource, age: number, to: number, z: number): SurvivalShare | null {
	if (model === null) return continueSurvival(from.curve, age, to, z);
	const value = survivalBetween(model.curves, model.row, age, to);
	return value === null ? null : { value, low: null, high: null };
}

function timeOf(
	{ from, model }: LifetimeSource,
	age: number,
	within: number,
): { median: number | null; mean: number | null; seen: number } | null {
	if (model === null) return remainingTime(from.curve, age, within);
	const left = timeLeft(model.curves, model.row, age);
	if (left === null) return null;
	// Trapezoids of a month: within a month the curve is nearly straight.
	let mean: number | null = 0;
	let before = 1;
	for (let month = 1; month <= within && mean !== null; month++) {
		const after = survivalBetween(model.curves, model.row, age, age + month);
		mean = after === null ? null : mean + (before + after) / 2;
		before = after ?? 0;
	}
	return { median: left.median, mean, seen: left.seen };
}
