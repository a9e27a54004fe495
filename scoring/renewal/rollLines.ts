import { addDays } from '../core/addDays';
import type { BridgeLine } from './Bridge';
import type { Contract } from './Contract';
import { monthsOfTerm } from './monthsOfTerm';

/**
 * Lets lines run on whose contract renews itself: a line that ends with such a contract (or has no end of its own) has no last day, and
 * its term ends every so many months. A contract does so when it renews automatically, is active and no other contract follows it.
 * Lines without an end take that of their contract otherwise. A renewal that begins early ends the lines of the contract it follows on the day
 * before, so that no day counts twice; one without lines of its own ends nothing.
 *
 * @example
 * rollLines([{ contractId: 'C', endsOn: '2025-03-31' }], [{ contractId: 'C', endsOn: '2025-03-31', termMonths: 12, autoRenew: true, status: 'active' }])[0].rollsByMonths
 * // => 12
 */
export function rollLines(lines: readonly BridgeLine[], contracts: readonly Contract[]): BridgeLine[] {
	const byId = new Map(contracts.map((contract) => [contract.contractId, contract]));
	const followed = new Set(contracts.map(({ previousContractId }) => previousContractId));
	const renewedFrom = startsOfRenewals(lines, contracts);
	return lines.map((line) => {
		const contract = byId.get(line.contractId);
		if (contract === undefined) return line;
		const own = line.endsOn ?? contract.endsOn;
		const renewedOn = renewedFrom.get(line.contractId) ?? null;
		const isCut =
			renewedOn !== null && (own === null || own >= renewedOn) && (line.startsOn ?? '') < renewedOn;
		const endsOn = isCut ? addDays(renewedOn, -1) : own;
		const runs = contract.status === null || contract.status === 'active';
		const rolls = contract.autoRenew === true && runs && !followed.has(contract.contractId);
		const months = contract.termMonths ?? monthsOfTerm(contract.startsOn, contract.endsOn);
		if (!rolls || endsOn === null || endsOn !== contract.endsOn || months === null)
			return { ...line, endsOn };
		return { ...line, endsOn, rollsByMonths: months };
	});
}

/** First day of the renewal of each contract, by the id of the one that is renewed. */
function startsOfRenewals(
	lines: readonly BridgeLine[],
	contracts: readonly Contract[],
): ReadonlyMap<string, string> {
	const withLines = new Set(lines.map(({ contractId }) => contractId));
	const starts = new Map<string, string>();
	for (const { contractId, previousContractId: previous, startsOn, status } of contracts) {
		const counts = status !== 'draft' && status !== 'terminated' && withLines.has(contractId);
		if (!counts || previous === null || previous === contractId || startsOn === null) continue;
		const known = starts.get(previous);
		if (known === undefined || startsOn < known) starts.set(previous, startsOn);
	}
	return starts;
}
