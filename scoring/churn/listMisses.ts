import type { JoinedCase, MissedAccount, RiskDirection } from './Backtest';
import { isFlagged } from './isFlagged';

/**
 * The accounts a score called wrongly: `green` churned without a warning, `red` stayed despite one. Largest ARR first (in the report's currency),
 * unknown ARR last, then by account id.
 *
 * @example
 * listMisses([], 'low', 70)
 * // => { green: [], red: [] }
 */
export function listMisses(
	joined: readonly JoinedCase[],
	direction: RiskDirection,
	threshold: number,
): { readonly green: readonly MissedAccount[]; readonly red: readonly MissedAccount[] } {
	const ranked = [...joined].sort(
		(left, right) =>
			(right.reportMinor ?? -1) - (left.reportMinor ?? -1) || (left.accountId < right.accountId ? -1 : 1),
	);
	const flagged = (one: JoinedCase): boolean => isFlagged(one.value, direction, threshold);
	return {
		green: ranked.filter((one) => one.churned && !flagged(one)).map(writeMiss),
		red: ranked.filter((one) => !one.churned && flagged(one)).map(writeMiss),
	};
}

function writeMiss(one: JoinedCase): MissedAccount {
	return {
		account_id: one.accountId,
		name: one.name,
		arr_minor: one.arrMinor,
		currency: one.currency,
		value: one.value,
		band: one.band,
		scored_on: one.scoredOn,
		outcome: one.basis,
		outcome_on: one.on,
		days_before: one.daysBefore,
	};
}
