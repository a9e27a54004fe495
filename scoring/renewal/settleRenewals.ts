import { addDays } from '../core/addDays';
import type { RenewalOutcome } from './Accuracy';
import type { BridgeLine } from './Bridge';
import { measureDue } from './measureDue';

export interface SettleOptions {
	/** First last day of a term that is looked at, YYYY-MM-DD. */
	readonly fromOn: string;
	readonly asOfOn: string;
	/** Rows known until then, milliseconds since 1970. */
	readonly cut: number;
	/** So many days after its last day a renewal that is not there is lost. */
	readonly graceDays: number;
	/** Owner and segment of an account. */
	readonly traitsOf: (accountId: string) => {
		readonly ownerId: string | null;
		readonly segment: string | null;
	};
	/** Day on which an account is known to have left; null: it has not. */
	readonly churnedOn: (accountId: string) => string | null;
}

/**
 * What became of everything that fell due, from contract lines: renewed when lines run on, lost when none does so many days after the
 * end or the account is known to have left, else not decided. Amounts in the currency of the lines, whole minor units; growth
 * above the amount due is not renewal. Lines without an amount, currency or start tell nothing.
 *
 * @example
 * settleRenewals([], { fromOn: '2025-01-01', asOfOn: '2025-12-31', cut: 0, graceDays: 30, traitsOf: () => ({ ownerId: null, segment: null }), churnedOn: () => null })
 * // => []
 */
export function settleRenewals(lines: readonly BridgeLine[], options: SettleOptions): RenewalOutcome[] {
	const byAccount = new Map<string, BridgeLine[]>();
	for (const line of lines) {
		if (line.arrMinor === null || !line.currency || line.startsOn === null) continue;
		const own = byAccount.get(line.accountId);
		if (own === undefined) byAccount.set(line.accountId, [line]);
		else own.push(line);
	}
	const { fromOn, asOfOn, cut, graceDays, traitsOf, churnedOn } = options;
	const outcomes: RenewalOutcome[] = [];
	for (const [accountId, own] of byAccount) {
		const due = measureDue(own, {
			openingOn: fromOn,
			closingOn: asOfOn,
			closingCut: cut,
			graceDays,
			worthOf: (line) => Math.round(line.arrMinor as number),
			currencyOf: (line) => line.currency as string,
		});
		for (const { renewedOn, renewedMinor, ...one } of due) {
			const left = churnedOn(accountId);
			const lost = addDays(one.dueOn, graceDays) < asOfOn || (left !== null && left <= asOfOn);
			outcomes.push({
				...one,
				...traitsOf(accountId),
				renewedMinor: Math.min(one.dueMinor, renewedMinor),
				decided: renewedOn !== null || lost,
			});
		}
	}
	return outcomes;
}
