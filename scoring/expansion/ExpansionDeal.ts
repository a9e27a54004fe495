import type { Row } from '../measures/Records';
import type { ExpansionType } from './Signal';

/** An expansion deal of an account, our row and the CRM's copy of it seen as one. */
export interface ExpansionDeal {
	readonly type: ExpansionType;
	readonly status: 'open' | 'won' | 'lost';
	/** Our row where there is one, else the CRM's. */
	readonly row: Row;
	/** The CRM's copy; null: the deal is only ours. */
	readonly copy: Row | null;
	/** Effect keys of the row and its copies: none of them may name another deal. */
	readonly keys: readonly string[];
	/** YYYY-MM-DD on which we found it; null: not known. */
	readonly discoveredOn: string | null;
	/** YYYY-MM-DD it was won or lost; null: open. */
	readonly closedOn: string | null;
}
