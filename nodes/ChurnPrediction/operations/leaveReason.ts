import type { IDataObject } from 'n8n-workflow';

import { readOutcomes } from '../../../scoring/churn/readOutcomes';
import { knowledgeCut } from '../../../scoring/measures/knowledgeCut';
import { readDay } from '../../../shared/fields/readDay';
import type { AsOf } from '../../../shared/fields/readAsOf';

/**
 * Says of an account why there is nothing to predict: it is deleted, has churned, is known to leave on a later day, or starts later. What becomes known after `asOf` does
 * not count, so that an earlier day can be looked at again.
 */
export function leaveReason(
	outcomes: readonly IDataObject[],
	asOf: AsOf,
): (accountId: string, row: IDataObject) => string | null {
	const cut = knowledgeCut(asOf.until);
	const churned = new Map<string, string>();
	for (const { account_id: id, kind, occurred_on: on, known_at: known } of readOutcomes(outcomes).outcomes) {
		// An outcome that does not say when it became known was known on its day.
		const knownAt = new Date(known ?? on).getTime();
		if (kind === 'churned' && knownAt <= cut && on > (churned.get(id) ?? '')) churned.set(id, on);
	}
	return (accountId, row) => {
		const startedOn = readDay(row.started_on);
		if (row.deleted === true || row.deleted === 'true') return 'deleted';
		const churnedOn = churned.get(accountId);
		// Who churned and began anew afterwards is a customer again.
		if (churnedOn !== undefined && !(startedOn !== null && startedOn > churnedOn))
			return churnedOn <= asOf.day ? 'already churned' : 'known to leave';
		if (churnedOn === undefined && outcomes.length === 0 && row.lifecycle_stage === 'churned')
			return 'already churned';
		return startedOn !== null && startedOn > asOf.day ? 'not started' : null;
	};
}
