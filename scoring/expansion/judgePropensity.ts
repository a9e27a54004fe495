import type { Metrics } from '../learn/Metrics';

/** Fewer events say nothing about which is better. */
const FEWEST_EVENTS = 20;
const GROWTH = /expan|up.?sell|upgrad|cross.?sell|grow|bought|add.?on/i;
const LOSS = /churn|cancel|left|leav|lost|contracted|shrink|renew/i;

/** A trained model that offers itself. */
export interface PropensityCandidate {
	readonly modelId: string;
	/** Column it was trained to predict; null: not known. */
	readonly label: string | null;
	/** Rows with the event in training. */
	readonly events: number;
	/** Measured on rows it had not seen; null: not measured. */
	readonly metrics: Pick<Metrics, 'logLoss' | 'baseLogLoss'> | null;
	/** Its columns told no more than shuffled labels do by chance. */
	readonly weak: boolean;
}

export interface PropensityVerdict {
	/** It was trained on expansions. */
	readonly aboutGrowth: boolean;
	readonly useModel: boolean;
	/** One sentence: which is used and why. */
	readonly words: string;
}

/**
 * Whether a trained model may say the probability: only one that was trained on expansions (by its label, else by its id), with at least 20 of
 * them, that learned more than shuffled labels reach by chance, and whose log-loss on rows it had not seen is lower than that of telling everybody
 * the base rate. null: there is no model.
 *
 * @example
 * judgePropensity({ modelId: 'm', label: 'churned', events: 90, metrics: null, weak: false }).words
 * // => 'Base rates are used: the model m predicts churned, not expansion.'
 */
export function judgePropensity(candidate: PropensityCandidate | null): PropensityVerdict {
	const { modelId = '', label = null } = candidate ?? {};
	const aboutGrowth = isAboutGrowth(modelId, label);
	const rates = (why: string): PropensityVerdict => ({
		aboutGrowth,
		useModel: false,
		words: `Base rates are used: ${why}.`,
	});
	if (candidate === null) return rates('there is no trained model');
	const { events, metrics, weak } = candidate;
	if (!aboutGrowth) return rates(`the model ${modelId} predicts ${label ?? 'something else'}, not expansion`);
	if (events < FEWEST_EVENTS)
		return rates(`the model ${modelId} saw ${events} expansions, ${FEWEST_EVENTS} are needed`);
	if (weak) return rates(`what the model ${modelId} learned is no more than chance`);
	const { logLoss = null, baseLogLoss = null } = metrics ?? {};
	if (logLoss === null || baseLogLoss === null)
		return rates(`the model ${modelId} was not measured on unseen rows`);
	const said = `its log-loss on unseen rows is ${logLoss.toFixed(4)}, that of the base rate ${baseLogLoss.toFixed(4)}`;
	return logLoss < baseLogLoss
		? { aboutGrowth, useModel: true, words: `The trained model is used (${modelId}): ${said}.` }
		: rates(`the model ${modelId} is no better, ${said}`);
}

/** The label says what was learned; an id is only a name, so it counts where the label says neither. */
function isAboutGrowth(modelId: string, label: string | null): boolean {
	if (label !== null && LOSS.test(label)) return false;
	if (label !== null && GROWTH.test(label)) return true;
	return GROWTH.test(modelId) && !LOSS.test(modelId);
}
