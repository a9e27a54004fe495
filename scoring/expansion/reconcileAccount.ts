import type { RateRow } from '../core/convertMoney';
import type { ExpansionDeal } from './ExpansionDeal';
import { findAlternatives, type AlternativeCandidate } from './findAlternatives';
import type { FoundOpportunity } from './Opportunity';
import { reconcileOpportunity, type Reconciled, type ReconcileOptions } from './reconcileOpportunity';

export interface ReconciledOpportunity {
	readonly found: FoundOpportunity;
	readonly reconciled: Reconciled;
	/** Id of the opportunity of the account that counts in its place, see `findAlternatives`; null: it counts itself. */
	readonly alternativeTo: string | null;
}

/**
 * Turns everything that was found at one account into its rows, each as `reconcileOpportunity` says, and marks those that are alternatives to another
 * one. Amounts that a seller set are compared as they stand in the rows; what rests after a deal is no alternative to anything.
 *
 * @param deals of the account, see `joinDeals`
 *
 * @example
 * reconcileAccount([], [], { day: '2026-01-15', ownerId: null, cycleDays: 90, restDays: 90 }, [])
 * // => []
 */
export function reconcileAccount(
	all: readonly FoundOpportunity[],
	deals: readonly ExpansionDeal[],
	options: ReconcileOptions,
	rates: readonly RateRow[],
): ReconciledOpportunity[] {
	const first = all.map((found) => ({
		found,
		reconciled: reconcileOpportunity(found, deals, options, null),
	}));
	const candidates = first.flatMap(({ found, reconciled }): AlternativeCandidate[] => {
		if (reconciled.change === 'resting') return [];
		const { opportunity_id: opportunityId, amount_minor: amountMinor, currency } = reconciled.row;
		const restsOnLimit = found.signals.some(({ demand }) => demand !== undefined);
		const { type, blockers } = found;
		return [{ opportunityId, type, restsOnLimit, blocked: blockers.length > 0, amountMinor, currency }];
	});
	const alternatives = findAlternatives(candidates, options.day, rates);
	return first.map(({ found, reconciled }) => {
		const id = reconciled.change === 'resting' ? '' : reconciled.row.opportunity_id;
		const alternativeTo = alternatives.get(id) ?? null;
		if (alternativeTo === null) return { found, reconciled, alternativeTo };
		return { found, reconciled: reconcileOpportunity(found, deals, options, alternativeTo), alternativeTo };
	});
}
