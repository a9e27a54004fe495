import type { AccountCase } from '../../../scoring/expansion/AccountCase';
import type { ExpansionDeal } from '../../../scoring/expansion/ExpansionDeal';
import type { Row } from '../../../scoring/measures/Records';

/** An account item that is ready to be looked at. */
export interface ExpansionCase extends Omit<AccountCase, 'learned'> {
	/** Of its item. */
	readonly index: number;
	readonly deals: readonly ExpansionDeal[];
	/** Open expansion deals whose type nobody knows. */
	readonly untyped: readonly Row[];
}
