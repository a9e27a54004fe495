import type { INodeExecutionData } from 'n8n-workflow';

import { addDays } from '../../../scoring/core/addDays';
import { daysBetween } from '../../../scoring/core/daysBetween';
import { readDay } from '../../../shared/fields/readDay';
import { readMeasure } from '../../../shared/fields/readMeasure';
import { filledText } from '../../../shared/filledText';
import { listRows } from '../../../shared/n8n/listRows';

export type ChurnScore = 'churn' | 'churn_risk';

/** An earlier value of a score, percent or points from 0 to 100; null: there was none that day. */
export interface PastValue {
	readonly on: string;
	readonly value: number | null;
	/** Model that gave it; null: not said. */
	readonly version: string | null;
}

/** Earlier values of one account, oldest first. */
export type Past = Readonly<Record<ChurnScore, readonly PastValue[]>>;

/** An earlier value may be this much older than the day it stands for; weekly history has one in every seven days. */
const TOLERANCE_DAYS = 14;

/** Of an account without a past. */
export const NO_PAST: Past = { churn: [], churn_risk: [] };

/**
 * Earlier churn probabilities and risk scores by account, from rows of cs_score_history or cs_scores in any order. Days before `day` count,
 * and of `day` itself only a row of another run: a resumed run does not compare with itself.
 */
export function readPast(
	items: readonly INodeExecutionData[],
	day: string,
	runId: string,
): ReadonlyMap<string, Past> {
	const byAccount = new Map<string, Record<ChurnScore, Map<string, PastValue & { readonly at: string }>>>();
	for (const { json } of listRows(items)) {
		const on = readDay(json.as_of_on);
		const { score, account_id: id } = json;
		if ((score !== 'churn' && score !== 'churn_risk') || on === null || on > day) continue;
		if (on === day && (filledText(json.run_id) === null || json.run_id === runId)) continue;
		if (id === undefined || id === null || id === '') continue;
		const key = String(id);
		let scores = byAccount.get(key);
		if (scores === undefined) byAccount.set(key, (scores = { churn: new Map(), churn_risk: new Map() }));
		const at = String(json.computed_at ?? json.createdAt ?? '');
		const measure = readMeasure(json.value);
		const known = scores[score].get(on);
		// Of several values of one day the one computed last stands.
		if (known === undefined || at > known.at)
			scores[score].set(on, {
				on,
				value: typeof measure === 'number' ? measure : null,
				version: filledText(json.model_version),
				at,
			});
	}
	const sorted = (values: ReadonlyMap<string, PastValue>): PastValue[] =>
		[...values.values()]
			.sort((a, b) => (a.on < b.on ? -1 : 1))
			.map(({ on, value, version }) => ({ on, value, version }));
	return new Map(
		[...byAccount].map(([id, { churn, churn_risk }]) => [
			id,
			{ churn: sorted(churn), churn_risk: sorted(churn_risk) },
		]),
	);
}

/** The value of 30 days before a day, or the nearest one up to two weeks older; null: none. */
export function valueOf30DaysBefore(past: readonly PastValue[], day: string): PastValue | null {
	const until = addDays(day, -30);
	const found = past.filter(({ on }) => on <= until).at(-1);
	const age = found === undefined ? null : daysBetween(found.on, until);
	return found !== undefined && age !== null && age <= TOLERANCE_DAYS ? found : null;
}
