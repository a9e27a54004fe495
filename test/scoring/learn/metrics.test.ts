import * as fc from 'fast-check';
import { aucInterval } from '../../../scoring/learn/aucInterval';
import { exactInterval } from '../../../scoring/learn/exactInterval';
import { measureMetrics } from '../../../scoring/learn/measureMetrics';
import { midRanks } from '../../../scoring/learn/midRanks';
import { orderOf } from '../../../scoring/learn/orderOf';
import { wilsonInterval } from '../../../scoring/learn/wilsonInterval';

const Z90 = 1.6448536269514722;

/** Rows of both classes, with probabilities that often tie. */
const judged = fc
	.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { minLength: 2, maxLength: 60 })
	.filter((rows) => rows.some(([, event]) => event) && rows.some(([, event]) => !event))
	.map((rows) => ({
		probabilities: Float64Array.from(rows, ([score]) => score / 20),
		labels: Uint8Array.from(rows, ([, event]) => (event ? 1 : 0)),
	}));

function aucByPairs(scores: Float64Array, labels: Uint8Array): number {
	let [wins, pairs] = [0, 0];
	for (const [row, score] of scores.entries()) {
		for (const [other, lower] of scores.entries()) {
			if (labels[row] !== 1 || labels[other] !== 0) continue;
			pairs++;
			wins += score > lower ? 1 : score === lower ? 0.5 : 0;
		}
	}
	return wins / pairs;
}

test('AUC is the share of pairs in the right order, ties half, and lies in its interval', () => {
	fc.assert(
		fc.property(judged, ({ probabilities, labels }) => {
			const { auc, aucLow, aucHigh } = measureMetrics(probabilities, labels);
			expect(auc).toBeCloseTo(aucByPairs(probabilities, labels), 12);
			expect(aucLow!).toBeLessThanOrEqual(auc! + 1e-12);
			expect(aucHigh!).toBeGreaterThanOrEqual(auc! - 1e-12);
		}),
	);
});

test('ranking figures do not change under a rising function of the probability', () => {
	fc.assert(
		fc.property(judged, ({ probabilities, labels }) => {
			const bent = probabilities.map((p) => 0.1 + 0.5 * p * p * p);
			const [plain, other] = [measureMetrics(probabilities, labels), measureMetrics(bent, labels)];
			for (const figure of ['auc', 'aucLow', 'aucHigh', 'prAuc', 'lift10'] as const) {
				expect(other[figure]).toBeCloseTo(plain[figure]!, 12);
			}
		}),
	);
});

test('no figure depends on the order of the rows', () => {
	fc.assert(
		fc.property(judged, ({ probabilities, labels }) => {
			const plain = measureMetrics(probabilities, labels);
			const turned = measureMetrics(probabilities.slice().reverse(), labels.slice().reverse());
			for (const [figure, value] of Object.entries(plain)) {
				expect(turned[figure as keyof typeof turned]).toBeCloseTo(value as number, 10);
			}
		}),
	);
});

test('figures of sklearn on a small example', () => {
	const probabilities = Float64Array.of(0.1, 0.4, 0.35, 0.8, 0.8, 0.2);
	const labels = Uint8Array.of(0, 0, 1, 1, 0, 0);
	const metrics = measureMetrics(probabilities, labels);
	// roc_auc_score, average_precision_score, log_loss, brier_score_loss of scikit-learn 1.2.1
	expect(metrics.auc).toBeCloseTo(0.6875, 12);
	expect(metrics.prAuc).toBeCloseTo(0.5, 12);
	expect(metrics.logLoss).toBeCloseTo(0.6202889, 6);
	expect(metrics.brier).toBeCloseTo(0.21875, 12);
	expect(metrics.baseLogLoss).toBeCloseTo(0.6365142, 6);
});

test('calibration error and lift on ten bins of two rows', () => {
	const probabilities = Float64Array.from({ length: 20 }, (_, row) => (row + 1) / 40);
	const labels = Uint8Array.from({ length: 20 }, (_, row) => (row >= 18 ? 1 : 0));
	const { ece, lift10 } = measureMetrics(probabilities, labels);
	// Bins 1 to 9 told 0.0375 ... 0.4375 and nothing happened; in the last 0.4875 was told and all happened.
	const told = Array.from({ length: 9 }, (_, bin) => (4 * bin + 3) / 80);
	expect(ece).toBeCloseTo((told.reduce((sum, share) => sum + share, 0) + 1 - 39 / 80) / 10, 12);
	expect(lift10).toBeCloseTo(10, 12);
});

test('what needs both classes is null with one, all is null without rows', () => {
	const one = measureMetrics(Float64Array.of(0.2, 0.4), Uint8Array.of(0, 0));
	expect([one.auc, one.aucLow, one.prAuc, one.lift10, one.baseLogLoss]).toEqual([
		null,
		null,
		null,
		null,
		null,
	]);
	expect(one.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, 12);
	expect(measureMetrics(new Float64Array(0), new Uint8Array(0)).logLoss).toBeNull();
});

test('a certain wrong answer costs what the clip allows, not infinity', () => {
	expect(measureMetrics(Float64Array.of(0), Uint8Array.of(1)).logLoss).toBeCloseTo(-Math.log(1e-15), 6);
});

test('a perfect order of few rows is not certain', () => {
	const area = aucInterval(Float64Array.of(1, 2, 3, 4, 5, 6), Uint8Array.of(0, 0, 0, 1, 1, 1));
	expect(area).toMatchObject({ auc: 1, high: 1 });
	expect(area!.low).toBeLessThan(0.6);
});

test('order and middle ranks of any numbers, few or many', () => {
	const numbers = fc.array(fc.double({ noNaN: true }), { maxLength: 50 });
	fc.assert(
		fc.property(numbers, fc.boolean(), (values, many) => {
			const all = Float64Array.from(
				many ? Array.from({ length: 4100 }, (_, row) => values[row % 50] ?? 0) : values,
			);
			const order = orderOf(all);
			const expected = [...all.keys()].sort((a, b) =>
				all[a]! < all[b]! ? -1 : all[a]! > all[b]! ? 1 : a - b,
			);
			expect([...order]).toEqual(expected);
			const ranks = midRanks(all);
			expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo((all.length * (all.length + 1)) / 2, 6);
		}),
		{ numRuns: 30 },
	);
});

test('Wilson and exact intervals contain the share, and the exact one is mirrored', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 6 }), (rows, few) => {
			const events = Math.min(rows, few);
			for (const { low, high } of [wilsonInterval(events, rows, Z90), exactInterval(events, rows)]) {
				expect(low).toBeGreaterThanOrEqual(0);
				expect(low).toBeLessThanOrEqual(events / rows);
				expect(high).toBeGreaterThanOrEqual(events / rows);
				expect(high).toBeLessThanOrEqual(1);
			}
			expect(exactInterval(rows - events, rows).high).toBeCloseTo(1 - exactInterval(events, rows).low, 9);
		}),
	);
	// binom.test(2, 50, conf.level = 0.9) of R 4.2.2
	expect(exactInterval(2, 50).low).toBeCloseTo(0.00715, 4);
	expect(exactInterval(2, 50).high).toBeCloseTo(0.12061, 4);
	expect(wilsonInterval(0, 0, Z90)).toEqual({ low: 0, high: 1 });
});
