import { aucInterval } from '../../../scoring/learn/aucInterval';
import { compareAucs } from '../../../scoring/learn/compareAucs';
import { compareModels } from '../../../scoring/learn/compareModels';
import { comparePaired } from '../../../scoring/learn/comparePaired';
import type { Comparison } from '../../../scoring/learn/Evaluation';
import type { TrainedModel } from '../../../scoring/learn/Model';
import { createRandom } from '../../../scoring/learn/createRandom';
import { finishSteps } from './finishSteps';
import { drawRows, lineModel } from './lineModel';
import { tableOf } from './tables';

type Rows = ReturnType<typeof drawRows>;

function compared(
	champion: TrainedModel | null,
	challenger: TrainedModel,
	rows: Rows,
	groups: Int32Array | null = null,
): Comparison {
	const outcome = finishSteps(compareModels(champion, challenger, rows.table, rows.labels, { groups }));
	if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
	return outcome.value;
}

const RIGHT = lineModel(-2, 3);
const WRONG = lineModel(1, -3);

test('a better model is promoted, a worse one and the same one are not', () => {
	const rows = drawRows(500, -2, 3);
	expect(compared(WRONG, RIGHT, rows)).toMatchObject({ promote: true, rows: 500, clusters: 500 });
	expect(compared(WRONG, RIGHT, rows).text).toMatch(
		/^Promote the challenger: its log-loss is 0\.\d{4} \(standard error 0\.\d{4}\) below/,
	);
	expect(compared(RIGHT, WRONG, rows)).toMatchObject({ promote: false });
	expect(compared(RIGHT, RIGHT, rows)).toMatchObject({ promote: false, difference: 0, standardError: 0 });
});

test('the difference is that of the log-losses, by hand', () => {
	const rows = { table: tableOf({ x: [0, 1] }), labels: Uint8Array.of(0, 1) };
	const { championLogLoss, challengerLogLoss, difference, standardError, promote } = compared(
		lineModel(0, 0),
		lineModel(-1, 2),
		rows,
	);
	const better = Math.log(1 + Math.exp(-1));
	expect(championLogLoss).toBeCloseTo(Math.log(2), 12);
	expect(challengerLogLoss).toBeCloseTo(better, 12);
	expect(difference).toBeCloseTo(Math.log(2) - better, 12);
	expect(standardError).toBeCloseTo(0, 12);
	// One row of each class is no evidence.
	expect(promote).toBe(false);
});

test('a gain within one standard error is no reason to change', () => {
	let promoted = 0;
	for (let seed = 1; seed <= 40; seed++) {
		if (compared(RIGHT, lineModel(-2, 3.000001), drawRows(100, -2, 3, seed)).promote) promoted += 1;
	}
	// Of a normal difference around 0 a sixth exceeds one standard error.
	expect(promoted).toBeLessThanOrEqual(14);
});

test('rows of one account count together', () => {
	const few = drawRows(50, -2, 3);
	const xs = Array.from({ length: 8 }, () => few.table.columns[0] ?? []).flat();
	const repeated = {
		table: tableOf({ x: xs }),
		labels: Uint8Array.from({ length: 400 }, (_, row) => few.labels[row % 50] as number),
	};
	const groups = Int32Array.from({ length: 400 }, (_, row) => row % 50);
	const [plain, byRow, byAccount] = [
		compared(WRONG, RIGHT, few),
		compared(WRONG, RIGHT, repeated),
		compared(WRONG, RIGHT, repeated, groups),
	];
	expect(byAccount.clusters).toBe(50);
	expect(byAccount.standardError).toBeCloseTo(plain.standardError as number, 9);
	expect(byRow.standardError as number).toBeLessThan((plain.standardError as number) / 2);
	expect(byAccount.difference).toBeCloseTo(plain.difference as number, 12);
});

test('one account alone, or hardly any events, is never evidence', () => {
	const rows = drawRows(100, -2, 3);
	expect(compared(WRONG, RIGHT, rows, new Int32Array(100))).toMatchObject({
		promote: false,
		standardError: null,
		clusters: 1,
	});
	const quiet = { ...rows, labels: new Uint8Array(100) };
	expect(compared(WRONG, RIGHT, quiet)).toMatchObject({ promote: false, events: 0 });
	expect(compared(WRONG, RIGHT, quiet).text).toContain('too few to tell');
});

test('the first model has to beat its base rate', () => {
	expect(compared(null, RIGHT, drawRows(500, -2, 3))).toMatchObject({ promote: true });
	const nothing = compared(null, WRONG, drawRows(500, -2, 3));
	expect(nothing.promote).toBe(false);
	expect(nothing.text).toContain('Keep the base rate');
});

test('a table that does not fit either model is refused', () => {
	const outcome = finishSteps(compareModels(RIGHT, WRONG, tableOf({ y: [1] }), Uint8Array.of(1)));
	expect(outcome.ok).toBe(false);
});

test('the standard error by cluster is that of the sums', () => {
	const byHand = comparePaired(Float64Array.of(1, 3, 2, 6), Int32Array.of(0, 0, 1, 1));
	// Mean 3; sums of deviations -2 and 2: sqrt((4 + 4) * 2 / 1) / 4.
	expect(byHand).toEqual({ mean: 3, standardError: 1, clusters: 2 });
});

test('the AUCs are those of each score, ties included', () => {
	const random = createRandom(3);
	const labels = Uint8Array.from({ length: 60 }, (_, row) => (row % 3 === 0 ? 1 : 0));
	const [coarse, fine] = [
		labels.map((label) => label + Math.floor(4 * random())),
		labels.map((label) => 20 * label + Math.floor(90 * random())),
	];
	const found = compareAucs(Float64Array.from(coarse), Float64Array.from(fine), labels);
	expect(found?.first).toBeCloseTo(aucInterval(Float64Array.from(coarse), labels)?.auc as number, 12);
	expect(found?.second).toBeCloseTo(aucInterval(Float64Array.from(fine), labels)?.auc as number, 12);
	expect(compareAucs(Float64Array.of(1, 2, 3), Float64Array.of(3, 2, 1), Uint8Array.of(1, 0, 0))).toBeNull();
});

test('the error of an AUC difference covers what resampling shows', () => {
	const differences: number[] = [];
	const errors: number[] = [];
	for (let seed = 1; seed <= 200; seed++) {
		const random = createRandom(seed);
		const labels = Uint8Array.from({ length: 120 }, (_, row) => (row < 30 ? 1 : 0));
		const shared = Float64Array.from(labels, (label) => label + 3 * random());
		const other = shared.map((value) => value + 3 * random());
		const found = compareAucs(shared, other, labels);
		differences.push(found?.difference ?? NaN);
		errors.push(found?.standardError ?? NaN);
	}
	const mean = differences.reduce((sum, value) => sum + value, 0) / 200;
	const spread = Math.sqrt(differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 199);
	const told = errors.reduce((sum, value) => sum + value, 0) / 200;
	expect(told / spread).toBeGreaterThan(0.85);
	expect(told / spread).toBeLessThan(1.15);
});
