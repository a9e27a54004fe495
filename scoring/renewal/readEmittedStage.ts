import type { Row } from '../measures/Records';
import { dayIn } from './dayIn';
import type { EmittedStage } from './RenewalStages';

/**
 * A row of cs_renewal_stages as a stage that was said; null without contract or stage. Its `stage` names the end it counts to after
 * a colon ("90:2025-03-31"), so that a new end has stages of its own; without that the column `ends_on` says it.
 *
 * @example
 * readEmittedStage({ contract_id: 'C-1', stage: '90:2025-03-31', ends_on: '2025-03-31' })
 * // => { contractId: 'C-1', stage: '90', endsOn: '2025-03-31' }
 */
export function readEmittedStage(row: Row): EmittedStage | null {
	const { contract_id: contractId, stage } = row;
	if (contractId === null || contractId === undefined || stage === null || stage === undefined) return null;
	const [id = '', endsOn] = String(stage).split(':');
	if (id === '') return null;
	return { contractId: String(contractId), stage: id, endsOn: endsOn ?? dayIn(row, 'ends_on') ?? null };
}
