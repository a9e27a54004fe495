import type { INodeExecutionData } from 'n8n-workflow';

import { readDay } from '../../../shared/fields/readDay';
import { readMeasure } from '../../../shared/fields/readMeasure';

/** One earlier health score of an account. */
export interface PastScore {
	/** YYYY-MM-DD */
	readonly on: string;
	/** Unrounded; null: not enough data then. */
	readonly value: number | null;
	readonly band: string | null;
	readonly coverage: number | null;
	readonly configHash: string | null;
	readonly modelVersion: string | null;
	/** cs_scores rows carry what the score was made of; history rows do not. */
	readonly detailJson: string | null;
	readonly computedAt: string;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => {
	const measure = readMeasure(value);
	return typeof measure === 'number' ? measure : null;
};

/**
 * Earlier health scores by account, oldest first, from rows of cs_score_history and cs_scores in any order.
 *
 * Days before `day` count. Of `day` itself only a row of another run counts (cs_scores), so that whoever changes a weight and runs again
 * sees what it did, while a resumed run does not compare with itself. Of several scores of one day the one that says what it was made
 * of is kept, then the one computed last.
 */
export function readHistory(
	items: readonly INodeExecutionData[],
	day: string,
	runId: string,
): Map<string, PastScore[]> {
	const byAccount = new Map<string, Map<string, PastScore>>();
	for (const { json } of items) {
		const on = readDay(json.as_of_on);
		const id = json.account_id;
		if (on === null || on > day || (json.score !== undefined && json.score !== 'health')) continue;
		if (on === day && (text(json.run_id) === null || json.run_id === runId)) continue;
		if (id === undefined || id === null || id === '') continue;
		const past: PastScore = {
			on,
			value: number(json.value),
			band: text(json.band),
			coverage: number(json.coverage),
			configHash: text(json.config_hash),
			modelVersion: text(json.model_version),
			detailJson: text(json.detail_json),
			computedAt: String(json.computed_at ?? json.createdAt ?? ''),
		};
		const key = String(id);
		let days = byAccount.get(key);
		if (days === undefined) byAccount.set(key, (days = new Map<string, PastScore>()));
		const known = days.get(on);
		if (known === undefined || isBetter(past, known)) days.set(on, past);
	}
	const sorted = new Map<string, PastScore[]>();
	for (const [id, days] of byAccount) {
		sorted.set(
			id,
			[...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1)),
		);
	}
	return sorted;
}

function isBetter(a: PastScore, b: PastScore): boolean {
	if ((a.detailJson === null) !== (b.detailJson === null)) return a.detailJson !== null;
	return a.computedAt > b.computedAt;
}
