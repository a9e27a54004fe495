import { normalCdf } from '../core/normalCdf';
import { continueSurvival } from '../learn/continueSurvival';
import { exactInterval } from '../learn/exactInterval';
import type { SurvivalShare } from '../learn/SurvivalCurve';
import { wilsonInterval } from '../learn/wilsonInterval';
import type { GroupCurve, GroupLifetime } from './Lifetime';
import { wordCount } from '../core/wordCount';
import { wordNumber } from './wordNumber';
import { wordProbability } from './wordProbability';

const MONTHS_PER_YEAR = 12;
/** Of more churns the interval of Wilson is as good, and does not take a sum over all of them. */
const MOST_EXACT = 200;

/**
 * How long the accounts of a group stay: base rate (share that leaves in a year, from churns per watched month with an exact interval), share still there after the horizon,
 * median lifetime with limits, and a sentence. Without a curve (fewer than five churns) the base rate alone. Retention and median are told from the start, so not where
 * nobody was watched at some age before.
 *
 * @example
 * summariseLife({ group: null, lives: 20, churned: 2, months: 400, curve: null }, 12, 1.645).text
 * // => 'Only 2 of 20 accounts churned, too few for a curve. As a base rate 5.8 % leave in a year (90 % interval 1.1 % to 17 %).'
 */
export function summariseLife(from: GroupCurve, horizonMonths: number, z: number): GroupLifetime {
	const { group, lives, churned, curve: index } = from;
	const curve = index?.curve ?? null;
	const churnRateYear = rateOf(from, z);
	const sound = curve !== null && curve.gap === null;
	const retention = index === null ? null : continueSurvival(index, -1, horizonMonths, z);
	const seen = curve === null ? 0 : Math.floor(curve.exits[curve.exits.length - 1] ?? 0);
	const median = sound ? curve.median : null;
	const medianText = !sound
		? null
		: median === null
			? `more than ${wordCount(seen, 'month')}`
			: `${wordNumber(median)} months`;
	return {
		group,
		lives,
		churned,
		churnRateYear,
		retention,
		medianMonths: median,
		medianLow: sound ? curve.medianLow : null,
		medianHigh: sound ? curve.medianHigh : null,
		medianText,
		text: [
			curve === null
				? `Only ${churned} of ${wordCount(lives, 'account')} churned, too few for a curve.`
				: `${churned} of ${wordCount(lives, 'account')} churned.`,
			wordRetention(retention, horizonMonths, z, curve === null ? null : { seen, sound }),
			median !== null
				? `Half of them leave within ${wordNumber(median)} months.`
				: medianText === null
					? ''
					: `More than half stay longer than the ${wordCount(seen, 'month')} that any was seen.`,
			curve !== null || churnRateYear === null
				? ''
				: `As a base rate ${wordProbability(churnRateYear.value)} leave in a year${wordRange(churnRateYear, z)}.`,
		]
			.filter((part) => part !== '')
			.join(' '),
	};
}

/** Every watched month counts as one trial: close to exact for rates of some percent a month. */
function rateOf({ churned, months }: GroupCurve, z: number): SurvivalShare | null {
	if (!(months > 0)) return null;
	const inYear = (monthly: number): number => 1 - Math.pow(1 - monthly, MONTHS_PER_YEAR);
	const trials = Math.max(months, churned);
	const { low, high } =
		churned > MOST_EXACT ? wilsonInterval(churned, trials, z) : exactInterval(churned, trials, normalCdf(-z));
	return { value: inYear(churned / trials), low: inYear(low), high: inYear(high) };
}

function wordRetention(
	retention: SurvivalShare | null,
	months: number,
	z: number,
	curve: { readonly seen: number; readonly sound: boolean } | null,
): string {
	if (curve === null) return '';
	const after = `After ${wordCount(months, 'month')}`;
	if (retention !== null)
		return `${after} ${wordProbability(retention.value)} are still there${wordRange(retention, z)}.`;
	return curve.seen < months
		? `Nobody was seen for ${wordCount(months, 'month')} yet.`
		: 'At some age nobody was watched, so nothing is told from the start on.';
}

function wordRange({ low, high }: SurvivalShare, z: number): string {
	if (low === null || high === null) return '';
	const percent = Math.round(100 * (1 - 2 * normalCdf(-z)));
	return ` (${percent} % interval ${wordProbability(low)} to ${wordProbability(high)})`;
}
