import type { LevelReport } from './Evaluation';

const percent = (share: number | null): string =>
	share === null ? 'unknown' : `${(100 * share).toFixed(1)} %`;

/**
 * What came of setting a model's level, in sentences.
 *
 * @example
 * wordLevel({ verdict: 'not_needed', recalibration: { rows: 200, events: 20, before: 0.11, after: 0.105, observed: 0.1, shift: -0.05 }, observedLow: 0.07, observedHigh: 0.14, clusters: 200, logLossBefore: 0.3, logLossAfter: 0.3, difference: 0, standardError: 0.001, promote: false })
 * // => 'On 200 rows 10.0 % had the event (90 % interval 7.0 % to 14.0 %) and the model told 11.0 % on average, which lies inside: no recalibration is needed, the model stays as it is.'
 */
export function wordLevel(report: Omit<LevelReport, 'text'>): string {
	const { verdict, recalibration, observedLow, observedHigh, clusters, promote } = report;
	const { rows, observed, before, after, shift } = recalibration;
	const on = clusters === rows ? `${rows} rows` : `${rows} rows of ${clusters} accounts`;
	const seen = `On ${on} ${percent(observed)} had the event (90 % interval ${percent(observedLow)} to ${percent(observedHigh)}) and the model told ${percent(before)} on average`;
	if (verdict === 'not_needed')
		return `${seen}, which lies inside: no recalibration is needed, the model stays as it is.`;
	const { logLossBefore, logLossAfter, difference, standardError } = report;
	const error = standardError === null ? '' : ` (standard error ${standardError.toFixed(4)})`;
	const way = difference >= 0 ? 'falls' : 'rises';
	return [
		`${seen}, which lies outside.`,
		`${Math.abs(shift).toFixed(3)} is ${shift >= 0 ? 'added to' : 'taken from'} the log-odds of every prediction; they now average ${percent(after)}, and the order of accounts is unchanged.`,
		`On rows the shift was not fitted on, the log-loss ${way} from ${logLossBefore.toFixed(4)} to ${logLossAfter.toFixed(4)}, by ${Math.abs(difference).toFixed(4)}${error}.`,
		promote
			? 'That is more than one standard error: name the new model as champion if you agree.'
			: 'That may be chance: keep the model in use until more outcomes are known.',
	].join(' ');
}
