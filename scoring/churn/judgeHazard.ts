import { comparePaired, type PairedDifference } from '../learn/comparePaired';
import { encodeTable } from '../learn/encodeTable';
import { fitHazard } from '../learn/fitHazard';
import type { Durations } from '../learn/Hazard';
import { learnSchema } from '../learn/learnSchema';
import type { Matrix } from '../learn/Matrix';
import { planFolds } from '../learn/planFolds';
import { predictHazard } from '../learn/predictHazard';
import { readGroups } from '../learn/readGroups';
import { sampleRows } from '../learn/sampleRows';
import type { Steps } from '../learn/Steps';
import { takeRows } from '../learn/takeRows';
import { compareHazards } from './compareHazards';
import { lifeCurves } from './lifeCurves';
import { lifeTable } from './lifeTable';
import type { HazardJudgement, Life } from './Lifetime';
import { wordHazard } from './wordHazard';

/** With fewer churns a model of several columns learns chance. */
const FEWEST_CHURNS = 20;
/** More lives tell a few dozen coefficients no better; fewer are compared, because that takes five fits. */
const MOST_LIVES = 20_000;
const MOST_COMPARED = 8_000;
/** Standard errors it must be better by: of columns that tell nothing one in forty passes, and its estimates have no intervals. */
const ERRORS_BETTER = 2;
const BASIS = { basis: 'spline' } as const;

/**
 * Fits a model of time to churn (discrete-time hazard) on the columns that never change, and compares it with the plain curve of each account's group: five times a fifth
 * of the accounts is held back, and the log-loss of both over the periods these were watched is taken account by account. The model is used only when it is better by more
 * than two standard errors. Of more than 8,000 lives an even sample is compared, of more than 20,000 one is fitted. Not tried without columns or with fewer than 20 churns.
 *
 * @example
 * judgeHazard([], []).next().value.used
 * // => false
 */
export function* judgeHazard(
	given: readonly Life[],
	columns: readonly string[],
	seed = 1,
): Steps<HazardJudgement> {
	const churned = given.reduce((sum, life) => sum + (life.churned ? 1 : 0), 0);
	const told = (
		held: PairedDifference | null,
		model: HazardJudgement['model'],
		used: readonly string[],
	): HazardJudgement => ({
		used: model !== null,
		columns: used,
		held,
		model,
		text: wordHazard(model !== null, used, held, churned < FEWEST_CHURNS ? FEWEST_CHURNS : null),
	});
	if (columns.length === 0 || churned < FEWEST_CHURNS) return told(null, null, columns);
	const lives = Array.from(sampleRows(given.length, MOST_LIVES), (row) => given[row] as Life);
	const table = lifeTable(
		lives.map(({ account }) => account),
		columns,
	);
	const { schema } = yield* learnSchema(table);
	const encoded = yield* encodeTable(table, schema);
	if (!encoded.ok || encoded.value.width === 0) return told(null, null, []);
	const used = schema.fields.map(({ name }) => name);
	const matrix = encoded.value;
	const durations = durationsOf(lives);
	const some = sampleRows(lives.length, MOST_COMPARED);
	const compared = Array.from(some, (row) => lives[row] as Life);
	const held = yield* holdBack(compared, takeRows(matrix, some), seed);
	const better =
		held !== null && held.standardError !== null && held.mean > ERRORS_BETTER * held.standardError;
	if (!better) return told(held, null, used);
	const rows = Int32Array.from(lives, (_, row) => row);
	return told(held, { hazard: yield* fitHazard(matrix, durations, rows, BASIS), schema }, used);
}

function durationsOf(lives: readonly Life[]): Durations {
	return {
		ages: Float64Array.from(lives, ({ age }) => age),
		happened: Uint8Array.from(lives, (life) => (life.churned ? 1 : 0)),
		entryAges: Float64Array.from(lives, ({ entry }) => entry),
	};
}

/** Log-loss per life of the plain curve less that of the model, both on lives of accounts they have not seen. */
function* holdBack(lives: readonly Life[], matrix: Matrix, seed: number): Steps<PairedDifference | null> {
	const durations = durationsOf(lives);
	const accounts = readGroups(lives.map(({ accountId }) => accountId));
	const differences = new Float64Array(lives.length).fill(NaN);
	const plan = yield* planFolds(durations.happened, accounts, seed);
	for (const { train, valid } of plan.splits) {
		const hazard = yield* fitHazard(matrix, durations, train, BASIS);
		const plain = yield* lifeCurves(
			Array.from(train, (row) => lives[row] as Life),
			1,
		);
		if (plain.all.curve === null) return null;
		const curves = yield* predictHazard(hazard, takeRows(matrix, valid));
		yield* compareHazards(lives, valid, { plain, curves }, differences);
	}
	const judged = Int32Array.from(lives, (_, row) => row).filter((row) => !Number.isNaN(differences[row]));
	if (judged.length === 0) return null;
	return comparePaired(
		Float64Array.from(judged, (row) => differences[row]!),
		Int32Array.from(judged, (row) => accounts[row]!),
	);
}
