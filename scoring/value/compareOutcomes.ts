import { daysBetween } from '../core/daysBetween';
import type { CheckedEntry } from '../measures/ledger/Ledger';
import { measureAchievement, type Achievement } from './measureAchievement';
import { periodRange, type DayRange } from '../measures/ledger/periodRange';
import { VALUE_KINDS } from '../measures/ledger/valueKinds';

/** One promise and what came of it; amounts in whole minor units of `currency`. */
export interface ComparedOutcome {
	/** null: the target is for all value of the account. */
	readonly outcome: string | null;
	readonly period: string;
	readonly currency: string;
	readonly targetMinor: number;
	/** null: nothing evidenced lies in the period. */
	readonly realisedMinor: number | null;
	readonly achievement: Achievement;
	/** Share of the target's days that are over at `asOfOn`, 0 to 1. */
	readonly elapsedShare: number;
	/** Realised against the part of the target that is due by now: 1 is on pace. null: nothing is due or measured. */
	readonly paceRate: number | null;
	/** Ids of the target and of the entries that count against it. */
	readonly entryIds: readonly string[];
}

/**
 * Sets promised against realised value: for each target the evidenced value of its outcome (of all, where it names none) and currency
 * whose period lies in the target's. An outcome without evidence has null, not 0: nobody measured.
 *
 * @param entries as `sumLedger` returns them
 *
 * @example
 * compareOutcomes([], '2026-01-01')
 * // => []
 */
export function compareOutcomes(entries: readonly CheckedEntry[], asOfOn: string): ComparedOutcome[] {
	const result: ComparedOutcome[] = [];
	for (const { entry, state, baseMinor } of entries) {
		const { outcome } = entry.evidence;
		const range = entry.period === null ? null : periodRange(entry.period);
		if (entry.kind !== 'target' || state === 'excluded' || range === null) continue;
		if (baseMinor === null || entry.currency === null || entry.period === null) continue;
		const met = entries.filter((other) => {
			const days = other.entry.period === null ? null : periodRange(other.entry.period);
			return (
				other.state === 'counted' &&
				VALUE_KINDS.includes(other.entry.kind ?? '') &&
				(outcome === null || other.entry.evidence.outcome === outcome) &&
				other.entry.currency === entry.currency &&
				days !== null &&
				days.fromOn >= range.fromOn &&
				days.toOn <= range.toOn
			);
		});
		const realisedMinor =
			met.length === 0 ? null : met.reduce((sum, { baseMinor: amount }) => sum + (amount ?? NaN), 0);
		const elapsedShare = shareOver(range, asOfOn);
		const due = baseMinor * elapsedShare;
		result.push({
			outcome,
			period: entry.period,
			currency: entry.currency,
			targetMinor: baseMinor,
			realisedMinor,
			achievement: measureAchievement({
				baseline: null,
				target: baseMinor,
				actual: realisedMinor,
				direction: 'higher_is_better',
			}),
			elapsedShare,
			paceRate: realisedMinor === null || !(due > 0) ? null : realisedMinor / due,
			entryIds: [entry.entryId, ...met.map((other) => other.entry.entryId)],
		});
	}
	return result;
}

function shareOver({ fromOn, toOn }: DayRange, asOfOn: string): number {
	const all = daysBetween(fromOn, toOn);
	const over = daysBetween(fromOn, asOfOn);
	if (all === null || over === null) return 0;
	return Math.min(1, Math.max(0, (over + 1) / (all + 1)));
}
