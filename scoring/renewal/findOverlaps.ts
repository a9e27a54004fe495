import type { Contract, Term } from './Contract';
import type { ContractRelations } from './ContractRelations';
import { currentTerm } from './currentTerm';

/** Other contracts of the same account, by how they lie to this one. */
export interface Overlaps {
	readonly coTermedWith: readonly string[];
	readonly overlaps: readonly string[];
}

const NONE: Overlaps = { coTermedWith: [], overlaps: [] };

/**
 * Which other contracts of the account end on the same day (co-termed: one conversation), and which run at the same time without
 * one renewing the other (overlapping: perhaps the renewal, entered without `previous_contract_id`). A pair of renewal and renewed never
 * counts, nor does one that ended before today.
 *
 * @example
 * findOverlaps({ contractId: 'C-1', accountId: 'a' }, { startsOn: null, endsOn: '2025-03-31' }, { byAccount: new Map([['a', [{ contractId: 'C-1' }, { contractId: 'C-2', endsOn: '2025-03-31', autoRenew: null, previousContractId: null }]]]) }, '2025-01-01').coTermedWith
 * // => ['C-2']
 */
export function findOverlaps(
	contract: Contract,
	term: Term,
	{ byAccount }: ContractRelations,
	today: string,
): Overlaps {
	const all = byAccount.get(contract.accountId);
	if (all === undefined || all.length < 2) return NONE;
	const coTermedWith: string[] = [];
	const overlaps: string[] = [];
	for (const other of all) {
		const { contractId } = other;
		if (contractId === contract.contractId || other.status === 'ended') continue;
		if (other.previousContractId === contract.contractId || contract.previousContractId === contractId)
			continue;
		const { startsOn, endsOn } = currentTerm(other, today);
		if (endsOn !== null && endsOn < today) continue;
		if (endsOn !== null && endsOn === term.endsOn) coTermedWith.push(contractId);
		else if (meets(startsOn, term.endsOn) && meets(term.startsOn, endsOn)) overlaps.push(contractId);
	}
	return { coTermedWith, overlaps };
}

/** A start lies before or on an end; what is not known could. */
const meets = (start: string | null, end: string | null): boolean =>
	start === null || start === undefined || end === null || start <= end;
