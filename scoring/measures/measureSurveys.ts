import { instantIn } from './instantIn';
import { isKnownAt } from './isKnownAt';
import { numberIn } from './numberIn';
import type { Measure, Measures, Row } from './Records';

/** Older answers say nothing about today. */
const ANSWER_DAYS = 180;
const MS_PER_DAY = 86_400_000;

/**
 * Survey metrics from cs_survey_answers: mean score of the answers of the last 180 days. `nps_score` 0 to 10,
 * `csat_score` 1 to 5. null without an answer in that time; asked and not answered is no answer.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * measureSurveys([{ answer_id: 1, kind: 'nps', score: 8, answered_at: '1970-01-01' }], 1000).nps_score.note
 * // => '1 answer'
 */
export function measureSurveys(
	answers: readonly Row[],
	cut: number,
): Measures & Record<'nps_score' | 'csat_score', Measure> {
	return {
		nps_score: meanAnswer(answers, 'nps', 0, 10, cut),
		csat_score: meanAnswer(answers, 'csat', 1, 5, cut),
	};
}

function meanAnswer(
	answers: readonly Row[],
	kind: string,
	lowest: number,
	highest: number,
	cut: number,
): Measure {
	let sum = 0;
	let count = 0;
	let newest = Number.NEGATIVE_INFINITY;
	for (const row of answers) {
		if (row.kind !== kind || !isKnownAt(row, cut)) continue;
		const score = numberIn(row, 'score');
		const at = instantIn(row, 'answered_at');
		if (score === null || score < lowest || score > highest) continue;
		if (at === null || at > cut || at <= cut - ANSWER_DAYS * MS_PER_DAY) continue;
		sum += score;
		count++;
		if (at > newest) newest = at;
	}
	if (count === 0) return { value: null, observedOn: null };
	return {
		value: sum / count,
		observedOn: new Date(newest).toISOString().slice(0, 10),
		note: count === 1 ? '1 answer' : `mean of ${count} answers`,
	};
}
