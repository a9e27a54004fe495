import type { Contract } from './Contract';
import type { ContractRelations } from './ContractRelations';

/**
 * Finds the signed renewal of each contract and the contracts of each account. A renewal counts from the day it is signed, an unsigned
 * draft or a terminated one never; without a day of signature it counts when its status is active or ended. A contract
 * that names itself renews nothing.
 *
 * @param today YYYY-MM-DD
 *
 * @example
 * relateContracts([{ contractId: 'C-2', accountId: 'a', previousContractId: 'C-1', signedOn: '2025-01-10', status: 'active' }], '2025-01-09').successors.size
 * // => 0
 */
export function relateContracts(contracts: readonly Contract[], today: string): ContractRelations {
	const successors = new Map<string, Contract>();
	const byAccount = new Map<string, Contract[]>();
	for (const contract of contracts) {
		const { previousContractId: previous, contractId, status } = contract;
		const counts = status !== 'draft' && status !== 'terminated';
		if (!counts) continue;
		const others = byAccount.get(contract.accountId);
		if (others === undefined) byAccount.set(contract.accountId, [contract]);
		else others.push(contract);
		if (previous === null || previous === contractId) continue;
		const signed = contract.signedOn === null ? status !== null : contract.signedOn <= today;
		const known = successors.get(previous);
		if (signed && (known === undefined || (contract.signedOn ?? '') < (known.signedOn ?? ''))) {
			successors.set(previous, contract);
		}
	}
	return { successors, byAccount };
}
