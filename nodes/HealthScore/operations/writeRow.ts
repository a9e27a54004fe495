import type { IDataObject } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import type { HealthScore } from '../../../scoring/health/HealthScore';
import type { Changes } from './assessChanges';
import type { ScoredAccount } from './ObservedAccount';

/** Version of the scoring model; it changes when the same input would give another score. */
export const MODEL_VERSION = 'health-1';

export interface RowContext {
	readonly runId: string | null;
	readonly configHash: string;
	readonly inputHash: string;
	/** What the fields of caps said, so that the next run can tell what a cap did. */
	readonly capValues: IDataObject;
	readonly atRiskBelow: number;
	readonly onlyTableColumns: boolean;
	/** false: only numbers, reason and details stay empty. */
	readonly explained: boolean;
	/** Fields of the item to keep beside the score; null: none. */
	readonly keep: IDataObject | null;
}

const MOST_LOST = 3;

/** Without the last digits of binary arithmetic: 6, not 5.999999999999999. Sums still hold within 1e-9. */
const exact = (value: number | null): number | null =>
	value === null ? null : Math.round(value * 1e12) / 1e12;

/** Structure behind a score, as it stands in detail_json. Lists of lists keep the row small. */
function detailOf(score: HealthScore, changes: Changes, capValues: IDataObject): IDataObject {
	return {
		rounded: score.rounded,
		previous: changes.previous,
		days30: changes.days30,
		month: changes.month,
		split: changes.split,
		contributions: score.contributions.map((term) => [
			term.id,
			term.value,
			exact(term.points),
			exact(term.weight),
			exact(term.contribution),
		]),
		lost: score.contributions
			.filter((term) => term.lost > 0)
			.sort((a, b) => b.lost - a.lost)
			.slice(0, MOST_LOST)
			.map((term) => [term.label, roundHalfUp(term.lost * 10) / 10, term.words]),
		missing: score.missing,
		next: score.nextBand?.words ?? null,
		actions: score.actions.map((action) => [
			action.priority,
			action.type,
			action.title,
			action.owner,
			action.dueOn,
		]),
		projection: changes.projection,
		scorecard: score.scorecardId,
		...(Object.keys(capValues).length > 0 ? { cap_values: capValues } : {}),
	} as unknown as IDataObject;
}

/** What a person or a later node reads nested, beyond what the table keeps. */
function nestedOf(score: HealthScore, warnings: readonly Issue[]): IDataObject {
	return {
		actions: score.actions as unknown as IDataObject[],
		dimensions: score.dimensions.map(({ id, label, value, band, status, nominalWeight, coverage }) => ({
			id,
			label,
			value,
			band,
			status,
			weight: nominalWeight,
			coverage,
		})),
		warnings: warnings.map((issue) => `${issue.message}. ${issue.remedy}.`),
	};
}

/** The output item of one account: the columns of cs_scores in their order, then extras a person or an IF node reads. */
export function writeRow(
	{ account, score, warnings }: Pick<ScoredAccount, 'account' | 'score' | 'warnings'>,
	changes: Changes,
	context: RowContext,
): IDataObject {
	const detail = context.explained ? detailOf(score, changes, context.capValues) : null;
	const row: IDataObject = {
		run_id: context.runId,
		score: 'health',
		account_id: score.accountId,
		as_of_on: score.asOfOn,
		value: score.value,
		band: score.band,
		low: score.low,
		high: score.high,
		coverage: score.coverage,
		confidence: score.confidence,
		trend: changes.trend,
		delta: changes.delta,
		reason: context.explained ? score.reason : null,
		detail_json: detail === null ? null : JSON.stringify(detail),
		model_version: MODEL_VERSION,
		config_hash: context.configHash,
		input_hash: context.inputHash,
	};
	if (!context.onlyTableColumns) {
		row.name = account.name;
		row.rounded = score.rounded;
		row.previous_rounded = changes.previous?.rounded ?? null;
		row.change = changes.words;
		row.arr_minor = account.arrMinor;
		row.currency = account.currency;
		row.tier = account.tier;
		row.csm_id = account.csmId;
		row.at_risk = score.rounded !== null && score.rounded < context.atRiskBelow;
		row.details = detail === null ? null : { ...detail, ...nestedOf(score, warnings) };
	}
	if (context.keep !== null) {
		for (const [name, value] of Object.entries(context.keep)) {
			if (!(name in row)) row[name] = value;
		}
	}
	return row;
}
