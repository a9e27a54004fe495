import type { AccountRecords, Row } from '../measures/Records';
import { firstRecordOn } from './firstRecordOn';
import { labelOf } from './labelOf';
import type { Churn } from './readChurns';
import type { SkipReason } from './SnapshotSet';
import { startOf } from './startOf';

const MS_PER_DAY = 86_400_000;

/**
 * What became of an account after any day (days since 1970): 0 or 1 (`labelOf`), or why that day makes no row. A customer that came back is judged
 * from its new `started_on` on.
 *
 * @example
 * createLifeReader({ started_on: '1970-02-01' }, { usage: [], contracts: [] }, [], { horizonDays: 90, gapDays: 0, today: 300 })(10)
 * // => 'not-started'
 */
export function createLifeReader(
	account: Row,
	records: Partial<AccountRecords> & Pick<AccountRecords, 'contracts' | 'usage'>,
	churns: readonly Churn[],
	span: { readonly horizonDays: number; readonly gapDays: number; readonly today: number },
): (day: number) => 0 | 1 | SkipReason {
	const recordedFrom = firstRecordOn(records);
	const isGone = account.deleted === true || /^churned$/i.test(String(account.lifecycle_stage));
	return (day) => {
		const started = startOf(account, records, (day + 1) * MS_PER_DAY - 1);
		if (started === null || started >= (day + 1) * MS_PER_DAY) return 'not-started';
		const own = churns.filter(({ occurredOn }) => occurredOn * MS_PER_DAY >= started);
		if (own.length === 0 && isGone) return 'gone-without-outcome';
		if (recordedFrom === null || recordedFrom > day) return 'nothing-known';
		return labelOf(day, own, span);
	};
}
