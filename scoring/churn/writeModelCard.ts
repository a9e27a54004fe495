import { wordCount } from '../core/wordCount';
import type { TrainedModel, Warning } from '../learn/Model';
import { warnStale } from '../learn/warnStale';
import { cardMetrics } from './cardMetrics';
import { describeCard } from './describeCard';
import type { CardBin, ModelCard, ModelCardExtra } from './ModelCard';
import { writeCardText } from './writeCardText';

/**
 * The card of a model: what it predicts and learned from, warnings first, every metric beside the base rate and the rule score, calibration, bands with intervals,
 * the fields that move it, what was left out and why, how to read it and its limits; as plain data and as Markdown. Metrics are of an evaluation on newer
 * rows when one is given, else of rows left out in training. What is not known is left out, never guessed.
 *
 * @example
 * writeModelCard({ kind: 'lr', rows: 20, events: 6, base: { rate: 0.3, low: 0.1, high: 0.5 }, schema: { fields: [], left: [] }, weights: {}, bands: [], metrics: null, warnings: [] }, { modelId: 'm1' }).title
 * // => 'Churn model m1'
 */
export function writeModelCard(model: TrainedModel, extra: ModelCardExtra): ModelCard {
	const evaluation = extra.evaluation ?? null;
	const metrics = evaluation?.metrics ?? model.metrics;
	const stale = warnStale(extra.ageDays ?? null);
	const card = {
		...describeCard(model, extra),
		warnings: distinct([
			...model.warnings,
			...(evaluation?.warnings ?? []),
			...(extra.warnings ?? []),
			...(stale === null ? [] : [stale]),
		]),
		measured:
			evaluation !== null
				? `On ${wordCount(evaluation.metrics.rows, 'labelled row')} after training, ${evaluation.metrics.events} with churn.`
				: metrics !== null
					? `On ${metrics.rows} rows of training, each predicted by models that had not seen it, ${metrics.events} with churn.`
					: 'Not measured: there were too few events.',
		metrics: cardMetrics(metrics, evaluation, evaluation?.rule ?? extra.rule ?? null),
		calibration: (evaluation?.calibration ?? []).map(
			({ from, to, rows, events, predicted, observed, low, high }): CardBin => ({
				from,
				to,
				rows,
				events,
				predicted,
				observed,
				low,
				high,
			}),
		),
		bands: model.bands.map(
			(band): CardBin => ({
				...band,
				predicted: null,
				observed: band.rows > 0 ? band.events / band.rows : null,
			}),
		),
		fields: extra.importance ?? [],
	};
	return { ...card, markdown: writeCardText(card) };
}

function distinct(warnings: readonly Warning[]): Warning[] {
	const seen = new Set<string>();
	return warnings.filter(({ code, text }) => {
		const key = `${code} ${text}`;
		const fresh = !seen.has(key);
		seen.add(key);
		return fresh;
	});
}
