import type { ContractLine } from './Contract';
import { createLocalDay } from './createLocalDay';
import { currentTerm } from './currentTerm';
import { planRenewal } from './planRenewal';
import { relateContracts } from './relateContracts';
import type { ContractRelations } from './ContractRelations';
import type { RenewalPlan, RenewalPortfolio, RenewalSettings } from './RenewalPlan';
import { stageKey } from './stageKey';

/**
 * Plans the renewals of a portfolio, one plan per contract in their order. "Today" is the day where the account is. A signed renewal counts
 * from the day it was signed, in UTC. The open expansions of an account are proposed once: with its contract in force that ends next.
 *
 * Stages are said once per contract, stage and end (`emitted`, rows of cs_renewal_stages): feed back what came out, and nothing is said twice
 * or skipped, however long nobody looked - up to `catchUpDays` after the end of a term.
 *
 * @example
 * planRenewals({ contracts: [], lines: [], accounts: new Map(), emitted: [], prices: [], rates: [] }, { asOf: '2024-11-24' })
 * // => []
 */
export function planRenewals(portfolio: RenewalPortfolio, settings: RenewalSettings): RenewalPlan[] {
	const localDay = createLocalDay(settings.asOf);
	const relations = relateContracts(portfolio.contracts, localDay(null).day);
	const said = new Set(
		portfolio.emitted.map(({ contractId, stage, endsOn }) => stageKey(contractId, stage, endsOn)),
	);
	const lines = new Map<string, ContractLine[]>();
	for (const line of portfolio.lines) {
		const list = lines.get(line.contractId);
		if (list === undefined) lines.set(line.contractId, [line]);
		else list.push(line);
	}
	const carriers = new Map<string, string | null>();
	return portfolio.contracts.map((contract) => {
		const { accountId, contractId } = contract;
		const account = portfolio.accounts.get(accountId) ?? null;
		const today = localDay(account?.timeZone ?? null);
		let carrier = carriers.get(accountId);
		if (carrier === undefined) {
			carrier =
				account !== null && account.expansions.length > 0 ? nextToEnd(accountId, relations, today.day) : null;
			carriers.set(accountId, carrier);
		}
		return planRenewal(contract, {
			settings,
			portfolio,
			relations,
			said,
			today,
			lines: lines.get(contractId) ?? [],
			account,
			carriesExpansions: carrier === contractId,
		});
	});
}

/** The contract of an account that is in force, not renewed, and ends first; of several the one whose id comes first. */
function nextToEnd(accountId: string, relations: ContractRelations, today: string): string | null {
	const ends = (relations.byAccount.get(accountId) ?? []).flatMap((contract) => {
		if (contract.status === 'ended' || relations.successors.has(contract.contractId)) return [];
		const { endsOn, kind } = currentTerm(contract, today);
		return endsOn === null || kind !== 'fixed' || endsOn < today ? [] : [{ id: contract.contractId, endsOn }];
	});
	const order = (a: (typeof ends)[number], b: (typeof ends)[number]): boolean =>
		a.endsOn < b.endsOn || (a.endsOn === b.endsOn && a.id < b.id);
	return ends.length === 0 ? null : ends.reduce((first, one) => (order(one, first) ? one : first)).id;
}
