import { jsonIn } from '../measures/jsonIn';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import { dayIn } from './dayIn';
import type { ChurnFact } from './RenewalFacts';

/** The newest scores of an account by the day of the plan. */
export interface AccountScores {
	/** 0 to 100 */
	readonly health: number | null;
	/** Of a trained model only. */
	readonly churn: ChurnFact | null;
	/** Value over cost, gross, as Value Realization measured it; null: not measured. */
	readonly roiRate: number | null;
	/** Its band: strong, moderate, weak or unproven. */
	readonly valueBand: string | null;
	/** A churn score came in that is by rule, no probability of a model. */
	readonly churnByRule: boolean;
}

/** Model versions of the churn rule, which learned nothing. */
const RULE = /rule/i;

/**
 * The newest health, churn and value score of each account from rows of cs_scores of today or before (values 0 to 100; of the value score its ROI and band). A churn score by rule
 * (its model version says so, or its `basis`) is no trained model and is only noted.
 *
 * @param today YYYY-MM-DD
 *
 * @example
 * indexScores([{ score: 'churn', account_id: 'a', value: 6, as_of_on: '2024-11-24', model_version: 'm-1' }], '2024-11-24').get('a')?.churn?.probability
 * // => 0.06
 */
export function indexScores(rows: readonly Row[], today: string): ReadonlyMap<string, AccountScores> {
	const newest = new Map<string, { health?: Row; churn?: Row; rule?: Row; value?: Row }>();
	for (const row of rows) {
		const { score } = row;
		if (score !== 'health' && score !== 'churn' && score !== 'value') continue;
		if (score !== 'value' && numberIn(row, 'value') === null) continue;
		const on = dayIn(row, 'as_of_on') ?? '';
		if (on > today) continue;
		const id = String(row.account_id);
		let known = newest.get(id);
		if (known === undefined) newest.set(id, (known = {}));
		const slot = score !== 'churn' ? score : isRule(row) ? 'rule' : 'churn';
		const before = known[slot];
		if (before === undefined || (dayIn(before, 'as_of_on') ?? '') <= on) known[slot] = row;
	}
	const scores = new Map<string, AccountScores>();
	for (const [id, { health, churn, rule, value }] of newest) {
		scores.set(id, {
			health: health === undefined ? null : numberIn(health, 'value'),
			churn: churn === undefined ? null : churnFact(churn),
			roiRate: value === undefined ? null : roiOf(value),
			valueBand: typeof value?.band === 'string' ? value.band : null,
			churnByRule: rule !== undefined,
		});
	}
	return scores;
}

const roiOf = (row: Row): number | null =>
	numberIn(row, 'roi_gross_rate') ?? numberIn(jsonIn(row, 'detail_json'), 'roi_gross_rate');

const isRule = (row: Row): boolean =>
	row.basis === 'rule-based' ||
	jsonIn(row, 'detail_json').basis === 'rule-based' ||
	RULE.test(String(row.model_version ?? ''));

function churnFact(row: Row): ChurnFact {
	const detail = jsonIn(row, 'detail_json');
	const horizon = numberIn(row, 'horizon_days') ?? numberIn(detail, 'horizon_days');
	const share = (column: string): number | null => {
		const value = numberIn(row, column);
		return value === null ? null : Math.min(1, Math.max(0, value / 100));
	};
	return {
		probability: share('value') as number,
		low: share('low'),
		high: share('high'),
		modelVersion:
			typeof row.model_version === 'string' && row.model_version !== '' ? row.model_version : null,
		asOfOn: dayIn(row, 'as_of_on') ?? null,
		horizonDays: horizon !== null && horizon > 0 ? horizon : null,
		reasons: Array.isArray(detail.reasons)
			? detail.reasons.filter((one): one is string => typeof one === 'string' && one !== '')
			: [],
	};
}
