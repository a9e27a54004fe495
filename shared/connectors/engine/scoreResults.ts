import type { Scalar } from '../../../scoring/core/CanonicalModel';
import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import { filledText } from '../../filledText';

/** Longest text that every vendor's long-text field takes. */
const LONGEST_REASON = 2_000;

const numberOf = (value: unknown): number | null =>
	typeof value === 'number' && Number.isFinite(value) ? value : null;

/**
 * What a vendor gets of a cs_scores row, by result name: the score with at most one decimal, coverage and churn probability with at most three. Null
 * clears: an account with too little data has no score. A churn row gives its probability alone.
 */
export function scoreResults(row: Readonly<Record<string, unknown>>): Readonly<Record<string, Scalar>> {
	const value = numberOf(row['value']);
	const rate = (input: unknown): number | null => {
		const read = numberOf(input);
		return read === null ? null : roundHalfUp(read * 1_000) / 1_000;
	};
	if (row['score'] === 'churn') return { churn_probability: rate(row['churn_probability'] ?? value) };
	const reason = filledText(row['reason']) ?? filledText(row['reasons']);
	const results: Record<string, Scalar> = {
		score: value === null ? null : roundHalfUp(value * 10) / 10,
		band: filledText(row['band']),
		trend: filledText(row['trend']),
		confidence: filledText(row['confidence']),
		coverage: rate(row['coverage']),
		score_date: filledText(row['as_of_on']),
		reasons: reason === null ? null : [...reason].slice(0, LONGEST_REASON).join(''),
	};
	if (row['churn_probability'] !== undefined) results['churn_probability'] = rate(row['churn_probability']);
	return results;
}
