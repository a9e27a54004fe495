import type { Contract } from './Contract';

/** How the contracts of a portfolio belong together. */
export interface ContractRelations {
	/** Signed renewals by the id of the contract they renew; the one signed first. */
	readonly successors: ReadonlyMap<string, Contract>;
	/** Contracts in force or signed, by account. */
	readonly byAccount: ReadonlyMap<string, readonly Contract[]>;
}
