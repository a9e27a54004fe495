import type { IDataObject } from 'n8n-workflow';

import type { RenewalPlan } from '../../../scoring/renewal/RenewalPlan';
import type { StageCrossing } from '../../../scoring/renewal/RenewalStages';

/** A row of cs_renewal_stages to insert; `stage` names the end it counts to, so that a new end has stages of its own. */
export function writeStage(
	plan: RenewalPlan,
	crossing: StageCrossing,
	frame: { readonly runId: string | null; readonly emittedAt: string; readonly onlyTableColumns: boolean },
): IDataObject {
	const { id, endsOn, dueOn, late, daysLate, superseded, past, counts, daysBefore } = crossing;
	const row: IDataObject = {
		contract_id: plan.contract.contractId,
		stage: `${id}:${endsOn}`,
		account_id: plan.contract.accountId,
		ends_on: endsOn,
		due_on: dueOn,
		emitted_at: frame.emittedAt,
		late,
		run_id: frame.runId,
	};
	if (frame.onlyTableColumns) return row;
	return {
		...row,
		stage_id: id,
		counts_from: counts,
		days_before: daysBefore,
		days_late: daysLate,
		superseded,
		past_term: past,
		name: plan.account?.name ?? null,
		csm_id: plan.account?.csmId ?? null,
		arr_minor: plan.amount.arrMinor,
		currency: plan.amount.currency,
		probability: plan.estimate.probability,
		renewal_confidence: plan.assessment.confidence,
	};
}
