import { wordCount } from '../core/wordCount';
import type { Metrics } from '../learn/Metrics';

export interface ConfidenceInput {
	/** Of the model on rows it had not seen; null: no trained model, the rule worked. */
	readonly metrics: Metrics | null;
	/** The columns tell hardly more than chance. */
	readonly weakSignal: boolean;
	/** 0 to 1: share of the model's fields that are known of the account. */
	readonly coverage: number;
	/** Largest population stability index of a field; null: not measured. */
	readonly drift: number | null;
	/** Days since training; null: not known. */
	readonly ageDays: number | null;
}

export type Confidence = 'high' | 'medium' | 'low';

const FEW_EVENTS = 40;
const LARGE_DRIFT = 0.25;
const STALE_DAYS = 90;

/**
 * How far a prediction can be relied on, and what lowers it: two doubts or one grave one make it low, one makes it medium. Grave: no trained model, a
 * weak signal, or under half of the fields known. Doubts: fewer than 40 events, AUC whose interval reaches 0.65, coverage under 0.8, a
 * field that drifted (PSI above 0.25), a model older than 90 days.
 *
 * @example
 * confidenceOf({ metrics: null, weakSignal: false, coverage: 1, drift: null, ageDays: null })
 * // => { confidence: 'low', doubts: ['no trained model: rule-based'] }
 */
export function confidenceOf(input: ConfidenceInput): {
	readonly confidence: Confidence;
	readonly doubts: readonly string[];
} {
	const { metrics, coverage, drift, ageDays } = input;
	const grave = [
		...(metrics === null ? ['no trained model: rule-based'] : []),
		...(input.weakSignal ? ['the data tell hardly more than chance'] : []),
		...(coverage < 0.5 ? ['less than half of the data of this account is known'] : []),
	];
	const doubts = [
		...(metrics !== null && metrics.events < FEW_EVENTS
			? [`only ${wordCount(metrics.events, 'churn')} to learn from`]
			: []),
		...(metrics !== null && metrics.aucLow !== null && metrics.aucLow < 0.65
			? ['the model tells churned from kept only roughly']
			: []),
		...(coverage >= 0.5 && coverage < 0.8 ? ['part of the data of this account is missing'] : []),
		...(drift !== null && drift > LARGE_DRIFT ? ['the accounts have changed since the training'] : []),
		...(ageDays !== null && ageDays > STALE_DAYS ? [`the model is ${ageDays} days old`] : []),
	];
	const confidence = grave.length > 0 || doubts.length > 1 ? 'low' : doubts.length === 1 ? 'medium' : 'high';
	return { confidence, doubts: [...grave, ...doubts] };
}
