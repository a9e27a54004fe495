import type { IDataObject } from 'n8n-workflow';

import type { RenewalDocument } from '../../../scoring/renewal/RenewalDocument';
import type { RenewalPlan } from '../../../scoring/renewal/RenewalPlan';
import { wordContinuation } from '../../../scoring/renewal/wordContinuation';
import { wordDays } from '../../../scoring/renewal/wordDays';
import { wordExpectedValue } from '../../../scoring/renewal/wordExpectedValue';
import { wordStrategy } from '../../../scoring/renewal/wordStrategy';
import { hash12 } from '../../../shared/hash12';

/** Version of the plan; it changes when the same input would give another one. */
export const MODEL_VERSION = 'renewal-1';

export interface RenewalFrame {
	readonly runId: string | null;
	readonly asOfOn: string;
	readonly configHash: string;
	/** `renewal`, or `renewal.<contract>` for further contracts of the account. */
	readonly score: string;
	/** Percent of the run before; null: none. */
	readonly previous: number | null;
	readonly document: RenewalDocument | null;
	readonly onlyTableColumns: boolean;
}

const STABLE_POINTS = 2;

const percent = (rate: number | null): number | null =>
	rate === null ? null : Math.round(rate * 1e10) / 1e8;

/** The output item of one contract: the columns of cs_scores in their order, then what a person or an IF node reads. */
export function writeRenewal(plan: RenewalPlan, frame: RenewalFrame): IDataObject {
	const { contract, account, term, amount, estimate, assessment, structure, due } = plan;
	const value = due ? percent(estimate.probability) : null;
	const delta =
		value === null || frame.previous === null ? null : Math.round((value - frame.previous) * 1e8) / 1e8;
	const detail = detailOf(plan);
	const row: IDataObject = {
		run_id: frame.runId,
		score: frame.score,
		account_id: contract.accountId,
		as_of_on: frame.asOfOn,
		value,
		band: due ? assessment.confidence : null,
		low: due ? percent(estimate.low) : null,
		high: due ? percent(estimate.high) : null,
		coverage: estimate.coverage,
		confidence: due ? confidenceOf(plan) : null,
		trend:
			delta === null
				? null
				: delta >= STABLE_POINTS
					? 'improving'
					: delta <= -STABLE_POINTS
						? 'declining'
						: 'stable',
		delta,
		reason: reasonOf(plan),
		detail_json: JSON.stringify(detail),
		model_version:
			estimate.source === 'model' ? (account?.facts.churn?.modelVersion ?? MODEL_VERSION) : MODEL_VERSION,
		config_hash: frame.configHash,
		input_hash: hash12([contract, account, amount, plan.today.day, plan.successorId]),
	};
	if (frame.onlyTableColumns) return row;
	return {
		...row,
		contract_id: contract.contractId,
		name: account?.name ?? null,
		csm_id: account?.csmId ?? null,
		segment: account?.segment ?? null,
		tier: account?.tier ?? null,
		state: plan.state,
		due,
		starts_on: term.startsOn,
		ends_on: term.endsOn,
		days_to_end: plan.daysToEnd,
		renewal_on: plan.renewalOn,
		notice_on: plan.noticeOn,
		days_to_notice: plan.daysToNotice,
		auto_renew: contract.autoRenew,
		term_kind: term.kind,
		term_months: term.months,
		successor_id: plan.successorId,
		next_stage: plan.nextStage?.id ?? null,
		next_stage_on: plan.nextStage?.dueOn ?? null,
		arr_minor: amount.arrMinor,
		currency: amount.currency,
		proposed_minor: structure?.proposedMinor ?? null,
		change_rate: structure?.changeRate ?? null,
		expected_minor: structure?.expected?.minor ?? null,
		probability: due ? estimate.probability : null,
		probability_source: due ? estimate.source : null,
		renewal_confidence: due ? assessment.confidence : null,
		price_sensitivity: assessment.priceSensitivity,
		competitive_risk: assessment.competitiveRisk,
		business_case_strength: assessment.businessCaseStrength,
		strategy: due ? (assessment.strategy?.id ?? null) : null,
		warnings: plan.issues.map(({ message, remedy }) => `${message} ${remedy}`),
		details: { ...detail, ...(frame.document === null ? {} : { document: frame.document }) } as IDataObject,
	};
}

/** How much the number rests on: three of four properties observed, two or a model, less. */
function confidenceOf({ estimate }: RenewalPlan): string {
	if (estimate.coverage >= 0.75) return 'high';
	return estimate.source === 'model' || estimate.coverage >= 0.5 ? 'medium' : 'low';
}

/** Sentences a renewal manager can read out: when it ends, how it goes on, how likely it renews and why, what to do. */
function reasonOf(plan: RenewalPlan): string {
	const { state, term, daysToEnd, estimate, due, successorId, assessment } = plan;
	if (!due) {
		const ends = term.endsOn === null ? '' : `; the present term ends on ${term.endsOn}`;
		const words = state.replace(/_/g, ' ');
		return `Nothing is due: ${words}${state === 'renewed' ? ` by ${successorId}` : ''}${ends}.`;
	}
	const days = daysToEnd ?? 0;
	const { strategy } = assessment;
	return [
		`${days < 0 ? 'Ended' : 'Ends'} on ${term.endsOn}, ${wordDays(days)}.`,
		wordContinuation(plan),
		`Probability of renewal ${estimate.words}.`,
		strategy === null ? '' : wordStrategy(strategy),
	]
		.filter((sentence) => sentence !== '')
		.join(' ');
}

/** Structure behind a row, as it stands in detail_json. */
function detailOf(plan: RenewalPlan): IDataObject {
	const { contract, amount, estimate, assessment, price, structure, due } = plan;
	const base = { contract_id: contract.contractId, state: plan.state, ends_on: plan.term.endsOn };
	if (!due) return base;
	return {
		...base,
		notice_on: plan.noticeOn,
		arr_minor: amount.arrMinor,
		currency: amount.currency,
		amount_source: amount.source,
		source: estimate.source,
		matched: estimate.matched.map(({ id, rate, words }) => [id, rate, words]),
		risk: estimate.probability === null ? null : percent(1 - estimate.probability),
		strategy: assessment.strategy,
		structure:
			structure === null
				? null
				: {
						parts: structure.parts.map((part) => [part.kind, part.label, part.amountMinor, part.probability]),
						proposed_minor: structure.proposedMinor,
						increment_minor: structure.incrementMinor,
						change_rate: structure.changeRate,
						expected: structure.expected,
						formula:
							structure.expected === null ? null : wordExpectedValue(structure.expected, structure.currency),
						left_out: structure.leftOut,
					},
		price,
		incentives: plan.incentives,
		co_termed_with: plan.coTermedWith,
		overlaps: plan.overlaps,
		automated_renewal_eligible: isAutomatic(plan),
		executive_engagement_required:
			assessment.confidence === 'at_risk' || assessment.competitiveRisk === 'high',
		decision_maker_confirmed: plan.account?.facts.decisionMaker ?? null,
	} as unknown as IDataObject;
}

/** It may renew without a conversation: it does so by itself, surely enough, and nothing new is proposed (project choice). */
function isAutomatic({ contract, assessment, structure, price }: RenewalPlan): boolean {
	const sure = assessment.confidence === 'high' || assessment.confidence === 'medium';
	const grows = structure?.parts.some(({ kind }) => kind === 'expansion') ?? false;
	return contract.autoRenew === true && sure && !grows && price.covered !== false;
}
