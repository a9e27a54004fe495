// What renews next and what can grow, from table rows of the stages renewal and expansion.
import { convertMoney } from '../scoring/core/convertMoney.ts';
import type { SummaryInput } from './atRisk.mts';

/** One line of a list: what it is, its amount in the report currency, and a sentence. */
export interface RevenueLine {
	readonly name: string;
	/** Day of the end, or kind of the expansion. */
	readonly what: string;
	/** Minor units of the report currency, a year; null: not known. */
	readonly amountMinor: number | null;
	/** Percent; null: not known. */
	readonly probability: number | null;
	readonly ownerId: string | null;
	readonly reason: string | null;
}

type Money = Pick<SummaryInput, 'rates' | 'reportCurrency' | 'businessDay'>;

function inReport(
	amountMinor: number | null | undefined,
	currency: string | null | undefined,
	input: Money,
): number | null {
	if (amountMinor == null || currency == null) return null;
	return convertMoney({ amountMinor, currency }, input.reportCurrency, input.businessDay, input.rates);
}

function parsed(text: string | null): Record<string, any> {
	return text === null ? {} : JSON.parse(text);
}

/** Renewals that are due, the soonest first. */
export function listRenewals(input: SummaryInput): RevenueLine[] {
	const byId = new Map(input.accounts.map((account) => [account.account_id, account]));
	return input.renewals
		.flatMap(({ account_id, value, reason, detail_json }): RevenueLine[] => {
			const { ends_on: endsOn, arr_minor: amount, currency } = parsed(detail_json);
			if (typeof endsOn !== 'string') return [];
			const account = byId.get(account_id);
			return [
				{
					name: account?.name ?? account_id,
					what: endsOn,
					amountMinor: inReport(amount, currency, input),
					probability: value,
					ownerId: account?.csm_id ?? null,
					reason,
				},
			];
		})
		.sort((a, b) =>
			a.what < b.what ? -1 : a.what > b.what ? 1 : (b.amountMinor ?? 0) - (a.amountMinor ?? 0),
		);
}

/** Open expansions that nothing blocks, by amount times probability; of alternatives at one account only the one that counts. */
export function listGrowth(input: SummaryInput): RevenueLine[] {
	const byId = new Map(input.accounts.map((account) => [account.account_id, account]));
	const worth = ({ amountMinor, probability }: RevenueLine): number =>
		amountMinor === null || probability === null ? -1 : amountMinor * probability;
	const open = new Set(
		input.opportunities.flatMap((row) => (row.status === 'open' ? [row.opportunity_id] : [])),
	);
	return input.opportunities
		.flatMap((row): RevenueLine[] => {
			const evidence = parsed(row.evidence_json);
			const { signals = [], blockers = [], next_steps: steps = [], alternative_to: other } = evidence;
			if (row.status !== 'open' || signals.length === 0 || blockers.length > 0) return [];
			if (typeof other === 'string' && open.has(other)) return [];
			const next = steps[0] === undefined ? '' : ` Next: ${steps[0].what}`;
			return [
				{
					name: byId.get(row.account_id)?.name ?? row.account_id,
					what: row.kind.replaceAll('_', ' '),
					amountMinor: inReport(row.amount_minor, row.currency, input),
					probability: row.probability === null ? null : 100 * row.probability,
					ownerId: row.owner_id,
					reason: `${signals[0].words}${next}`,
				},
			];
		})
		.sort((a, b) => worth(b) - worth(a));
}
