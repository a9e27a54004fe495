import fc from 'fast-check';

import type { Evaluation } from '../../../scoring/learn/Evaluation';
import { evaluateModel, type EvaluationOptions } from '../../../scoring/learn/evaluateModel';
import { measureImportance } from '../../../scoring/learn/measureImportance';
import { tabulateCalibration } from '../../../scoring/learn/tabulateCalibration';
import { finishSteps } from './finishSteps';
import { drawRows, lineModel } from './lineModel';
import { cells, tableOf } from './tables';

type Rows = ReturnType<typeof drawRows>;

function evaluated(rows: Rows, options: EvaluationOptions = {}, model = lineModel(-2, 3)): Evaluation {
	const outcome = finishSteps(evaluateModel(model, rows.table, rows.labels, options));
	if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join(' '));
	return outcome.value;
}

const codes = (evaluation: Evaluation): string[] => evaluation.warnings.map(({ code }) => code);

test('a right model beats the base rate and is calibrated', () => {
	const evaluation = evaluated(drawRows(4000, -2, 3));
	expect(evaluation.metrics.auc).toBeGreaterThan(0.7);
	expect(evaluation.base.auc).toBe(0.5);
	expect(evaluation.metrics.logLoss).toBeLessThan(evaluation.base.logLoss as number);
	expect(evaluation.logLossSkill).toBeGreaterThan(0.05);
	expect(evaluation.brierSkill).toBeGreaterThan(0.05);
	expect(evaluation.calibration).toHaveLength(10);
	expect(evaluation.calibration.filter(({ inside }) => inside).length).toBeGreaterThanOrEqual(7);
	expect(codes(evaluation)).toEqual([]);
	expect(evaluation.text).toMatch(
		/^On 4000 rows with \d+ events the model reaches an AUC of 0\.7\d .* below the base rate's/,
	);
});

test('the base rate is that of training, not of the rows it is measured on', () => {
	const { base, metrics } = evaluated(drawRows(1000, -4, 0), {}, lineModel(-2, 3, 0.5));
	expect(base.logLoss).toBeCloseTo(Math.log(2), 9);
	expect(metrics.events).toBeLessThan(100);
});

test('the rule score is ranked on the same rows, without those it does not know', () => {
	const rows = drawRows(500, -2, 3);
	const rule = Float64Array.from(rows.labels, (label, row) => (row % 2 === 0 ? 50 + 20 * label : NaN));
	const evaluation = evaluated(rows, { rule });
	expect(evaluation.rule).toMatchObject({ auc: 1, rows: 250 });
	expect(evaluation.text).toContain('the rule score 1.00 on 250 of them');
	expect(evaluated(rows).rule).toBeNull();
});

test('a model that tells nothing here, shifted fields and age are warned of', () => {
	const random = drawRows(1000, -1, 0, 7);
	expect(codes(evaluated(random))).toEqual(['weak-signal']);
	const shifted = { ...random, table: tableOf({ x: cells(1000, (row) => 0.9 + row / 10_000) }) };
	const evaluation = evaluated(shifted, { ageDays: 100 });
	expect(codes(evaluation)).toEqual(['weak-signal', 'drift', 'stale']);
	expect(evaluation.warnings[1]?.text).toContain('x (PSI ');
});

test.each([0, 1])('rows of one class only (%i) are said to tell nothing', (label) => {
	const { table } = drawRows(50, 0, 1);
	const evaluation = evaluated({ table, labels: new Uint8Array(50).fill(label) });
	expect([evaluation.metrics.auc, evaluation.rule]).toEqual([null, null]);
	expect(codes(evaluation)).toEqual(['few-events']);
	expect(evaluation.text).toContain('can not be judged on these 50 rows');
});

test('no rows, too few labels and a table without the fields are refused with a remedy', () => {
	const { table, labels } = drawRows(5, 0, 1);
	for (const [given, told] of [
		[tableOf({ x: [] }), labels.subarray(0, 0)],
		[table, labels.subarray(0, 3)],
		[tableOf({ y: [1, 2, 3, 4, 5] }), labels],
	] as const) {
		const outcome = finishSteps(evaluateModel(lineModel(0, 1), given, told));
		expect(outcome.ok).toBe(false);
		if (!outcome.ok) expect(outcome.issues[0]?.remedy).not.toBe('');
	}
});

test('calibration bins hold every row once, ordered, ties together', () => {
	const anyRows = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 1)), {
		maxLength: 80,
	});
	fc.assert(
		fc.property(anyRows, fc.integer({ min: 1, max: 12 }), (rows, bins) => {
			const probabilities = Float64Array.from(rows, ([value]) => value / 20);
			const table = tabulateCalibration(
				probabilities,
				Uint8Array.from(rows, ([, label]) => label),
				bins,
			);
			expect(table.length).toBeLessThanOrEqual(bins);
			expect(table.reduce((sum, bin) => sum + bin.rows, 0)).toBe(rows.length);
			expect(table.reduce((sum, bin) => sum + bin.events, 0)).toBe(
				rows.filter(([, label]) => label === 1).length,
			);
			table.forEach((bin, place) => {
				expect(bin.from).toBeLessThanOrEqual(bin.to);
				if (place > 0) expect(bin.from).toBeGreaterThan((table[place - 1] as typeof bin).to);
			});
		}),
	);
});

test('importance says how much a field moves predictions and which way', () => {
	const { table } = drawRows(2000, 0, 1);
	const found = finishSteps(measureImportance(lineModel(-2, 3), table, { sample: 100 }));
	expect(found.ok && found.value).toMatchObject([{ field: 'x', share: 1, direction: 'raises' }]);
	const falling = finishSteps(measureImportance(lineModel(0, -2), table));
	expect(falling.ok && falling.value[0]?.direction).toBe('lowers');
});
