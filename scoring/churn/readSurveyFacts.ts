import { mean } from '../core/mean';
import { instantIn } from '../measures/instantIn';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import type { FactsAt } from './ChurnFacts';
import { knownSpan } from './knownSpan';

const MS_PER_DAY = 86_400_000;
const ANSWER_DAYS = 180;
/** Who has not answered after so long is not going to. */
const PATIENCE_DAYS = 14;
const HIGHEST: Readonly<Record<string, number>> = { nps: 10, csat: 5, ces: 7 };

/**
 * Survey facts from cs_survey_answers: mean NPS score (0 to 10) and CSAT (1 to 5) of the answers of 180 days, the change of the NPS score
 * against the 180 days before, the lowest NPS score, and the share of questions that were answered. An answer of after the cut is a
 * question still open.
 *
 * @example
 * readSurveyFacts([{ answer_id: 1, kind: 'nps', score: 8, answered_at: '1970-01-01' }])(86400000).nps
 * // => 8
 */
export function readSurveyFacts(rows: readonly Row[]): FactsAt {
	const questions = rows.flatMap((row) => {
		const answered = instantIn(row, 'answered_at');
		const asked = instantIn(row, 'asked_at') ?? answered;
		const kind = String(row.kind);
		const score = numberIn(row, 'score');
		if (asked === null || HIGHEST[kind] === undefined) return [];
		const inScale = score !== null && score >= 0 && score <= HIGHEST[kind];
		return [{ asked, answered, kind, score: inScale ? score : null, ...knownSpan(row) }];
	});
	return (cut) => {
		const known = questions.filter(({ asked, from, until }) => asked <= cut && from <= cut && until > cut);
		const scores = (kind: string, days: number, to = 0): number[] =>
			known.flatMap((question) => {
				const { answered, score } = question;
				const inTime =
					answered !== null && answered <= cut - to * MS_PER_DAY && answered > cut - (to + days) * MS_PER_DAY;
				return question.kind === kind && inTime && score !== null ? [score] : [];
			});
		const nps = scores('nps', ANSWER_DAYS);
		const now = mean(nps);
		const then = mean(scores('nps', ANSWER_DAYS, ANSWER_DAYS));
		const due = known.filter(
			({ kind, asked }) =>
				kind === 'nps' &&
				asked <= cut - PATIENCE_DAYS * MS_PER_DAY &&
				asked > cut - (ANSWER_DAYS + PATIENCE_DAYS) * MS_PER_DAY,
		);
		const back = due.filter(({ answered }) => answered !== null && answered <= cut).length;
		return {
			nps: now,
			nps_change: now === null || then === null ? null : now - then,
			nps_lowest: nps.length === 0 ? null : Math.min(...nps),
			nps_response_share: due.length === 0 ? null : back / due.length,
			survey_csat: mean(scores('csat', ANSWER_DAYS)),
		};
	};
}
