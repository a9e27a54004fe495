import { compareAucs } from '../learn/compareAucs';
import { makeFolds } from '../learn/makeFolds';
import type { Steps } from '../learn/Steps';
import { fitWeights } from './fitWeights';
import { type Components, readComponents } from './readComponents';
import { roundWeights } from './roundWeights';
import { weighRisk } from './weighRisk';
import type { SuggestedWeight, WeightAdvice, WeightRow } from './WeightAdvice';
import { wordWeights } from './wordWeights';

const LEAST_OUTCOMES = 30;
const LEAST_OF_EACH = 10;
const FOLDS = 5;
const REPEATS = 4;
/** How far from the present weights (0) to the fitted ones (1). */
const WAYS = [0.25, 0.5, 0.75, 1];
const Z90 = 1.6448536269514722;

/** What a way between present and fitted weights gained on rows that had no part in the fit. */
interface Gain {
	readonly way: number;
	readonly gain: number;
	readonly standardError: number;
}

/**
 * Which weights of a scorecard would have told churn better. Weights from 0 up are fitted to what was known before the outcome (`fitWeights`), and their gain in AUC over the
 * present ones is measured by repeated five-fold cross-validation with DeLong's paired standard error. Of the ways between present and fitted weights the
 * shortest within one standard error of the best is taken; a gain whose 90 % interval reaches 0 is no change worth making. Under 30 outcomes, ten of
 * them churned and ten kept, there is no suggestion. A component that can't be judged keeps its weight.
 *
 * @param current weights by component, any scale; empty: all alike
 *
 * @example
 * suggestWeights([], { usage: 60, support: 40 }, { seed: 1 }).next().value.status
 * // => 'not-enough-outcomes'
 */
export function* suggestWeights(
	rows: readonly WeightRow[],
	current: Readonly<Record<string, number>>,
	options: { readonly seed: number },
): Steps<WeightAdvice> {
	const parts = readComponents(rows, current);
	const { labels, free } = parts;
	const churned = labels.reduce((sum, label) => sum + label, 0);
	const facts = { rows: rows.length, churned };
	const present = weighRisk(parts, parts.current);
	const currentAuc = compareAucs(present, present, labels)?.first ?? null;
	const nothing = { ...facts, currentAuc, expectedAuc: null, gain: null, standardError: null, weights: null };
	const enough = Math.min(churned, rows.length - churned) >= LEAST_OF_EACH && rows.length >= LEAST_OUTCOMES;
	if (!enough || free.length < 2) {
		const advice = { ...nothing, status: enough ? ('no-change' as const) : ('not-enough-outcomes' as const) };
		return { ...advice, text: wordWeights(advice, free.length) };
	}
	const gains: Gain[] = [];
	const totals = WAYS.map(() => ({ gain: 0, error: 0 }));
	for (let repeat = 0; repeat < REPEATS; repeat++) {
		const unseen = WAYS.map(() => present.slice());
		const folds = makeFolds(labels, { folds: FOLDS, seed: options.seed + repeat });
		for (let fold = 0; fold < FOLDS; fold++) {
			yield { stage: 'testing weights', done: repeat * FOLDS + fold, total: REPEATS * FOLDS + 1 };
			const fitted = yield* fitAll(
				parts,
				rowsOf(folds, (other) => other !== fold),
			);
			const held = rowsOf(folds, (other) => other === fold);
			for (const [at, way] of WAYS.entries()) {
				yield { stage: 'testing weights', done: repeat * FOLDS + fold, total: REPEATS * FOLDS + 1 };
				const risk = weighRisk(parts, between(parts.current, fitted, way));
				for (const row of held) (unseen[at] as Float64Array)[row] = risk[row] as number;
			}
		}
		for (const [at, risk] of unseen.entries()) {
			yield { stage: 'testing weights', done: (repeat + 1) * FOLDS, total: REPEATS * FOLDS + 1 };
			const found = compareAucs(present, risk, labels);
			const total = totals[at];
			if (found === null || total === undefined) continue;
			total.gain += found.difference / REPEATS;
			total.error += found.standardError / REPEATS;
		}
	}
	totals.forEach(({ gain, error }, at) =>
		gains.push({ way: WAYS[at] as number, gain, standardError: error }),
	);
	yield { stage: 'testing weights', done: REPEATS * FOLDS, total: REPEATS * FOLDS + 1 };
	const best = gains.reduce((most, one) => (one.gain > most.gain ? one : most));
	const chosen = gains.find(
		({ gain, standardError }) => gain >= best.gain - best.standardError && gain > Z90 * standardError,
	);
	const all = yield* fitAll(
		parts,
		rowsOf(labels, () => true),
	);
	const weights = listWeights(parts, chosen === undefined ? null : between(parts.current, all, chosen.way));
	if (chosen === undefined || weights.every((one) => Math.abs(one.suggested - one.current) < 1)) {
		const advice = {
			...nothing,
			status: 'no-change' as const,
			gain: best.gain,
			standardError: best.standardError,
		};
		return { ...advice, text: wordWeights(advice, free.length) };
	}
	const advice = {
		...facts,
		status: 'change' as const,
		currentAuc,
		expectedAuc: Math.min(1, (currentAuc as number) + chosen.gain),
		gain: chosen.gain,
		standardError: chosen.standardError,
		weights,
	};
	return { ...advice, text: wordWeights(advice, free.length) };
}

/** Fitted shares of all components: the judged ones share what the others leave; without a fit the present ones. */
function* fitAll(parts: Components, rows: Int32Array): Steps<readonly number[]> {
	const { free, current, filled, labels } = parts;
	const fitted = yield* fitWeights(
		{ columns: free.map((index) => filled[index] as Float64Array), labels },
		rows,
	);
	if (fitted === null) return current;
	const share = free.reduce((sum, index) => sum + (current[index] as number), 0);
	const weights = [...current];
	free.forEach((index, at) => {
		weights[index] = share * (fitted[at] as number);
	});
	return weights;
}

function between(current: readonly number[], fitted: readonly number[], way: number): number[] {
	return current.map((weight, index) => weight + way * ((fitted[index] as number) - weight));
}

function rowsOf(folds: Uint8Array, wanted: (fold: number) => boolean): Int32Array {
	const rows: number[] = [];
	folds.forEach((fold, row) => {
		if (wanted(fold)) rows.push(row);
	});
	return Int32Array.from(rows);
}

function listWeights(parts: Components, weights: readonly number[] | null): SuggestedWeight[] {
	const rounded = roundWeights(weights ?? parts.current);
	return parts.names.map((component, index) => ({
		component,
		current: 100 * (parts.current[index] as number),
		suggested: rounded[index] as number,
		coverage: parts.coverage[index] as number,
	}));
}
