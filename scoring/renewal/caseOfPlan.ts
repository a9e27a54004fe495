import type { ForecastCase, ForecastCategory } from './RenewalForecast';
import type { RenewalPlan } from './RenewalPlan';

const NO_RENEWAL: ReadonlySet<string> = new Set(['month_to_month', 'evergreen', 'no_end_date', 'draft']);

/**
 * A planned renewal as a case of the forecast. A contract that somebody renewed or that ended is settled; one without a day to renew on has no
 * due date, so it is counted and in no amount.
 *
 * @param call what the person in charge says; null: nothing
 * @param renewedMinor revenue of a year of the contract that followed, whole minor units; null: not known
 *
 * @example
 * caseOfPlan({ contract: { contractId: 'C', accountId: 'a' }, account: null, state: 'renewed', term: { endsOn: '2025-03-31' }, amount: { arrMinor: 9, currency: 'USD' }, estimate: { probability: 0.9 } }, null, 8).outcome
 * // => 'renewed'
 */
export function caseOfPlan(
	plan: Pick<RenewalPlan, 'contract' | 'account' | 'state' | 'term' | 'amount' | 'estimate'>,
	call: ForecastCategory | null,
	renewedMinor: number | null,
): ForecastCase {
	const { contract, account, state, term, amount, estimate } = plan;
	return {
		contractId: contract.contractId,
		accountId: contract.accountId,
		arrMinor: amount.arrMinor,
		currency: amount.currency,
		dueOn: NO_RENEWAL.has(state) ? null : term.endsOn,
		probability: estimate.probability,
		call,
		ownerId: account?.csmId ?? null,
		segment: account?.segment ?? null,
		outcome: outcomeOf(state),
		renewedMinor,
	};
}

function outcomeOf(state: RenewalPlan['state']): ForecastCase['outcome'] {
	if (state === 'renewed') return 'renewed';
	return state === 'terminated' || state === 'ended' || state === 'lapsed' ? 'lost' : null;
}
