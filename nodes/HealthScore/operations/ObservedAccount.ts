import type { Issue } from '../../../scoring/core/issue';
import type { HealthInput, HealthScore } from '../../../scoring/health/HealthScore';
import type { AccountRecords } from '../../../scoring/measures/Records';
import type { Observations } from './observe';
import type { Account } from './readAccount';

/** An account item that is ready to be scored. */
export interface ObservedAccount {
	/** Of its item. */
	readonly index: number;
	readonly account: Account;
	readonly accountId: string;
	readonly observations: Observations;
	/** Its own rows; null: no records are connected, or it has none. */
	readonly records: AccountRecords | null;
	/** Value of the peer field, '' when nothing is compared with peers. */
	readonly group: string;
}

/** An account and its score, before it is compared with its past. */
export interface ScoredAccount extends ObservedAccount {
	readonly input: HealthInput;
	readonly score: HealthScore;
	readonly warnings: readonly Issue[];
}
