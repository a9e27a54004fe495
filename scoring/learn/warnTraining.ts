import type { Issue } from '../core/issue';
import type { Metrics } from './Metrics';
import type { Signal, Warning } from './Model';

const ENOUGH_EVENTS = 40;
const FEWEST_EVENTS = 5;
const TOO_GOOD = 0.95;

export interface TrainingFacts {
	readonly notes: readonly Issue[];
	/** Rows with the event or without, whichever are fewer. */
	readonly events: number;
	readonly features: number;
	readonly metrics: Metrics | null;
	readonly signal: Signal | null;
	/** Sentence on a change of the event rate over time; null: none beyond chance. */
	readonly drift: string | null;
}

function fewEvents(events: number): string | null {
	if (events >= ENOUGH_EVENTS) return null;
	if (events < FEWEST_EVENTS) {
		return `Only ${events} events to learn from, too few for a model: every account gets the base rate with its interval; use the rule-based risk until there are at least ${FEWEST_EVENTS}`;
	}
	return `Only ${events} events to learn from: the order of the accounts is rough and probabilities can be off by several points; trust the bands' intervals, and train again with ${ENOUGH_EVENTS} events or more`;
}

function weakSignal({ signal, features, events }: TrainingFacts): string | null {
	if (features === 0) {
		return 'No column tells anything (all empty, constant or identifiers): every account gets the base rate; add columns that differ between accounts';
	}
	if (events < FEWEST_EVENTS) {
		return `With ${events} events no signal can be told from chance: the columns have no part in the predictions`;
	}
	if (signal === null || !signal.weak) return null;
	return 'The columns tell no more about the outcome than shuffled labels would: predictions are held close to the base rate; add columns that could matter (usage, tickets, contract) or wait for more events';
}

function tooGood({ metrics }: TrainingFacts): string | null {
	const auc = metrics?.auc ?? null;
	if (auc === null || auc <= TOO_GOOD) return null;
	return `The model ranks ${Math.floor(auc * 1000) / 10} % of pairs right on rows it had not seen, more than churn usually allows: check that no column holds what became known only after the event`;
}

/** Sentences of the notes with one code. */
function noted({ notes }: TrainingFacts, code: string): string[] {
	return notes.filter((note) => note.code === code).map(({ message, remedy }) => `${message}: ${remedy}`);
}

/**
 * What the user must not miss about a training: few events, weak signal, fields that tell too much, twins, a level that moved.
 *
 * @example
 * warnTraining({ notes: [], events: 50, features: 3, metrics: null, signal: { gain: 0, limit: -1, weak: true }, drift: null }).map(({ code }) => code)
 * // => [ 'weak-signal' ]
 */
export function warnTraining(facts: TrainingFacts): Warning[] {
	const texts: readonly (readonly [Warning['code'], readonly (string | null)[]])[] = [
		['few-events', [fewEvents(facts.events)]],
		['weak-signal', [weakSignal(facts)]],
		['leakage', [...noted(facts, 'leakage'), tooGood(facts)]],
		['duplicates', noted(facts, 'duplicates')],
		['drift', [facts.drift]],
	];
	return texts.flatMap(([code, sentences]) =>
		sentences.filter((text) => text !== null).map((text) => ({ code, text })),
	);
}
