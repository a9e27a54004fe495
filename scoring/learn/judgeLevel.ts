import type { Issue, Outcome } from '../core/issue';
import { comparePaired } from './comparePaired';
import type { LevelReport, Recalibration } from './Evaluation';
import { fitLevel } from './fitLevel';
import { lossOf } from './lossOf';
import { makeFolds } from './makeFolds';
import type { TrainedModel } from './Model';
import type { RawTable } from './RawTable';
import { recalibrateModel } from './recalibrateModel';
import type { Steps } from './Steps';
import { wilsonInterval } from './wilsonInterval';
import { wordLevel } from './wordLevel';

const LEAST_EVENTS = 5;
const FOLDS = 5;
/** Normal quantile of 95 %: an interval of 90 %. */
const Z = 1.6448536269514722;

/**
 * Sets the level of a model to newer rows with a known outcome (`recalibrateModel`) and judges it: not needed when the mean probability told lies inside the 90 % interval of the
 * share that happened; and what the shift brings on rows it was not fitted on, account by account where `groups` are given. Refused with fewer than five rows with the event or
 * without it, and where the table lacks a field of the model.
 */
export function* judgeLevel(
	model: TrainedModel,
	table: RawTable,
	labels: Uint8Array,
	groups: Int32Array | null,
): Steps<Outcome<LevelReport>> {
	const events = labels.reduce((sum, label) => sum + label, 0);
	if (Math.min(events, labels.length - events) < LEAST_EVENTS)
		return { ok: false, issues: [tooFew(labels.length, events)] };
	const outcome = yield* recalibrateModel(model, table, labels);
	if (!outcome.ok) return outcome;
	const recalibration = outcome.value;
	const { low, high } = observedInterval(labels, events, groups);
	const held = yield* compareLevels(recalibration, labels, groups);
	const before = recalibration.before ?? NaN;
	const verdict = low <= before && before <= high ? 'not_needed' : 'recalibrated';
	const { difference, standardError } = held;
	const report = {
		verdict,
		recalibration,
		observedLow: low,
		observedHigh: high,
		...held,
		promote: verdict === 'recalibrated' && standardError !== null && difference > standardError,
	} as const;
	return { ok: true, value: { ...report, text: wordLevel(report) }, warnings: outcome.warnings };
}

function tooFew(rows: number, events: number): Issue {
	return {
		code: 'few-events',
		path: 'labels',
		message: `${rows} rows with ${events} events are too few to set a model's level: at least ${LEAST_EVENTS} rows with and ${LEAST_EVENTS} without the event are needed.`,
		remedy:
			'Wait until more outcomes are known, or take rows of a longer time. Until then the model stays as it is.',
		severity: 'error',
	};
}

/** Rows of one account are one piece of evidence: the interval is that of so many independent rows as have the same standard error. */
function observedInterval(
	labels: Uint8Array,
	events: number,
	groups: Int32Array | null,
): { low: number; high: number } {
	const rows = labels.length;
	const share = events / rows;
	const { standardError, clusters } = comparePaired(Float64Array.from(labels), groups);
	if (standardError === null || clusters === rows) return wilsonInterval(events, rows, Z);
	const worth = Math.min(rows, Math.max(1, (share * (1 - share)) / (standardError * standardError)));
	return wilsonInterval(share * worth, worth, Z);
}

/** Log-loss before, and after with a level that the row had no part in. */
function* compareLevels(
	{ logOdds }: Recalibration,
	labels: Uint8Array,
	groups: Int32Array | null,
): Steps<Pick<LevelReport, 'clusters' | 'difference' | 'logLossAfter' | 'logLossBefore' | 'standardError'>> {
	const rows = labels.length;
	const foldOf = makeFolds(labels, { folds: FOLDS, seed: 1, ...(groups === null ? {} : { groups }) });
	const differences = new Float64Array(rows);
	let [before, after] = [0, 0];
	for (let fold = 0; fold < FOLDS; fold++) {
		yield { stage: 'judging the level', done: fold, total: FOLDS };
		const others = labels.filter((_, row) => foldOf[row] !== fold);
		const shift = fitLevel(
			logOdds.filter((_, row) => foldOf[row] !== fold),
			others,
		);
		for (let row = 0; row < rows; row++) {
			if (foldOf[row] !== fold) continue;
			const asIs = lossOf(logOdds[row]!, labels[row]!);
			const shifted = lossOf(logOdds[row]! + shift, labels[row]!);
			differences[row] = asIs - shifted;
			before += asIs / rows;
			after += shifted / rows;
		}
	}
	const { mean, standardError, clusters } = comparePaired(differences, groups);
	return { logLossBefore: before, logLossAfter: after, difference: mean, standardError, clusters };
}
