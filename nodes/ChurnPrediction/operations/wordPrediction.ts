import { wordProbability } from '../../../scoring/churn/wordProbability';
import type { Reason } from '../../../scoring/churn/wordReasons';
import { wordCount } from '../../../scoring/core/wordCount';
import type { Prediction, RankedCase } from './ChurnCase';
import type { RowFrame } from './RowFrame';

const MOST_SAID = 3;

/** "8 % to 14 %", "26 % and more": the probabilities of the accounts that are compared with. */
function wordBand(band: Prediction['band']): string {
	if (band === null || (band.from <= 0 && band.to >= 1)) return 'at all';
	const [from, to] = [wordProbability(band.from), wordProbability(band.to)];
	if (band.to >= 1) return `${from} and more`;
	if (band.from <= 0) return `up to ${to}`;
	return from === to ? from : `${from} to ${to}`;
}

/**
 * One sentence on a prediction: warnings first, so that nobody reads the number without them, then the probability with what happened to
 * accounts like this, then why.
 */
export function wordPrediction(
	{ churnCase, prediction }: RankedCase,
	reasons: readonly Reason[],
	{ warnings, horizonDays }: RowFrame,
): string {
	const codes = [...new Set(warnings.map(({ code }) => code.replace('-', ' ')))];
	const careful = codes.length === 0 ? '' : `Careful (${codes.join(', ')}): `;
	return careful + (prediction.basis === 'model' ? byModel() : byRule());

	function byModel(): string {
		const { probability, low, high, band } = prediction;
		const chance = `${wordProbability(probability ?? NaN)} churn within ${wordCount(horizonDays, 'day')}`;
		const observed =
			low === null || high === null
				? ''
				: ` (accounts predicted ${wordBand(band)}: ${wordProbability(low)} to ${wordProbability(high)} churned)`;
		const why = reasons.slice(0, MOST_SAID).map(({ words }) => words);
		return `${chance}${observed}${why.length === 0 ? '' : `. ${why.join('; ')}`}`;
	}

	function byRule(): string {
		const { matched } = churnCase.rule;
		const { probability } = prediction;
		if (probability === null)
			return `Rule-based: no probability, because no sign with a known churn rate was seen. ${churnCase.rule.words}`;
		const seen = matched.map(
			({ words, rate, horizon }) => `${words} (${rate} %${horizon === null ? '' : ` ${horizon}`})`,
		);
		const rates =
			matched.length === 1
				? 'the known rate of one sign'
				: `the mean of the known rates of ${matched.length} signs`;
		return `Rule-based: ${wordProbability(probability)} churn, ${rates}: ${seen.join('; ')}`;
	}
}
