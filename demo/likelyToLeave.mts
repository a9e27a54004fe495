// Who is most likely to leave, from table rows: the predicted accounts by the recurring revenue that is to be expected lost.
import { convertMoney } from '../scoring/core/convertMoney.ts';
import type { SummaryInput } from './atRisk.mts';

export interface LikelyToLeave {
	readonly name: string;
	readonly csmId: string | null;
	/** Percent. */
	readonly probability: number;
	/** What became of accounts with such a probability, percent; null: not known. */
	readonly low: number | null;
	readonly high: number | null;
	/** Minor units of the report currency; null when ARR or rate is unknown. */
	readonly arrMinor: number | null;
	/** Probability times ARR, in the same. */
	readonly lossMinor: number | null;
	readonly reason: string | null;
}

/** Predicted accounts, most expected loss first; where the loss is unknown they stand last, likelier ones first. */
export function listLikelyToLeave({
	accounts,
	churn,
	rates,
	reportCurrency,
	businessDay,
}: Pick<SummaryInput, 'accounts' | 'churn' | 'rates' | 'reportCurrency' | 'businessDay'>): LikelyToLeave[] {
	const byId = new Map(accounts.map((account) => [account.account_id, account]));
	return churn
		.flatMap((row): LikelyToLeave[] => {
			if (row.value === null) return [];
			const account = byId.get(row.account_id);
			const { arr_minor: amountMinor = null, currency = null } = account ?? {};
			const arrMinor =
				amountMinor === null || currency === null
					? null
					: convertMoney({ amountMinor, currency }, reportCurrency, businessDay, rates);
			return [
				{
					name: account?.name ?? row.account_id,
					csmId: account?.csm_id ?? null,
					probability: row.value,
					low: row.low,
					high: row.high,
					arrMinor,
					lossMinor: arrMinor === null ? null : (arrMinor * row.value) / 100,
					reason: row.reason,
				},
			];
		})
		.sort((a, b) => (b.lossMinor ?? -1) - (a.lossMinor ?? -1) || b.probability - a.probability);
}
