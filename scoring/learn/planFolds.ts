import type { FoldPlan, Split } from './FoldPlan';
import { makeFolds } from './makeFolds';
import type { Steps } from './Steps';

const FOLDS = 5;
/** Above this many rows one fifth that is held back tells as much as five of five. */
const MANY_ROWS = 20_000;

/**
 * Splits rows into five folds (one of five is judged above 20,000 rows) with equal shares of events; rows of one group stay together. Folds that
 * could not train or judge anything, because there are too few groups, are left out.
 *
 * @example
 * planFolds(Uint8Array.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 0), null, 1).next().value
 * // => { stage: 'taking stock', done: 0, total: 1 }
 */
export function* planFolds(labels: Uint8Array, groups: Int32Array | null, seed: number): Steps<FoldPlan> {
	const foldOf = makeFolds(labels, { folds: FOLDS, seed, ...(groups === null ? {} : { groups }) });
	yield { stage: 'taking stock', done: 0, total: 1 };
	const used = labels.length > MANY_ROWS ? 1 : FOLDS;
	const splits: Split[] = [];
	for (let fold = 0; fold < used; fold++) {
		const [train, valid] = partRows(foldOf, fold);
		if (valid.length > 0 && train.length > 0) splits.push({ train, valid });
	}
	const isJudged = new Uint8Array(labels.length);
	for (const { valid } of splits) for (const row of valid) isJudged[row] = 1;
	const [, judged] = partRows(isJudged, 1);
	return { splits, judged, isGrouped: groups !== null };
}

/** Rows whose value is another, and rows whose value is the wanted one, each ascending. */
function partRows(values: Uint8Array, wanted: number): [others: Int32Array, found: Int32Array] {
	const others = new Int32Array(values.length);
	const found = new Int32Array(values.length);
	let count = 0;
	for (let row = 0; row < values.length; row++) {
		if (values[row] === wanted) found[count++] = row;
		else others[row - count] = row;
	}
	return [others.slice(0, values.length - count), found.slice(0, count)];
}
