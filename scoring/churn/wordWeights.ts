import { roundHalfUp } from '../core/roundHalfUp';
import { wordCount } from '../core/wordCount';
import type { WeightAdvice } from './WeightAdvice';

const NAMED = 3;

/**
 * The advice on weights in words for people.
 *
 * @param judged number of components that could be judged
 *
 * @example
 * wordWeights({ status: 'not-enough-outcomes', rows: 12, churned: 3 }, 4)
 * // => 'Not enough outcomes to suggest weights: 12 accounts with known components (3 churned), at least 30 with 10 churned and 10 kept are needed.'
 */
export function wordWeights(advice: Omit<WeightAdvice, 'text'>, judged: number): string {
	const { status, rows, churned, currentAuc, expectedAuc, gain, standardError, weights } = advice;
	if (status === 'not-enough-outcomes') {
		return `Not enough outcomes to suggest weights: ${wordCount(rows, 'account')} with known components (${churned} churned), at least 30 with 10 churned and 10 kept are needed.`;
	}
	if (judged < 2) {
		return 'No weights can be suggested: fewer than two components were observed with differing points. Keep the points of the components with each score.';
	}
	if (status === 'no-change' || weights === null) {
		const found =
			gain === null || standardError === null
				? ''
				: ` The best other weights gained ${gain.toFixed(3)} in AUC with a standard error of ${standardError.toFixed(3)} on accounts that had no part in choosing them, which is within noise.`;
		return `No change of the weights is worth making.${found}`;
	}
	const moved = [...weights]
		.sort(
			(left, right) => Math.abs(right.suggested - right.current) - Math.abs(left.suggested - left.current),
		)
		.slice(0, NAMED)
		.filter((one) => Math.abs(one.suggested - one.current) >= 1)
		.map((one) => `${one.component} from ${roundHalfUp(one.current)} to ${one.suggested}`);
	return `Other weights would have told churn better: ${moved.join(', ')}. Expected AUC ${(expectedAuc as number).toFixed(2)} instead of ${(currentAuc as number).toFixed(2)} (gain ${(gain as number).toFixed(3)}, standard error ${(standardError as number).toFixed(3)}, on accounts that had no part in choosing them). Let both run side by side for 30 days before you switch.`;
}
