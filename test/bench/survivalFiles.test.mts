// Public survival data stands outside the repository; where it is absent the tests say so and are skipped.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { estimateSurvival } from '../../scoring/learn/estimateSurvival.ts';
import { fitHazard } from '../../scoring/learn/fitHazard.ts';
import { predictHazard } from '../../scoring/learn/predictHazard.ts';
import { timeLeft } from '../../scoring/learn/timeLeft.ts';
import { finishSteps } from '../scoring/learn/finishSteps.ts';

const FOLDER =
	process.env.CUSTOMER_SUCCESS_CHURN_DATA ??
	resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'churn');

/** Columns of a comma-separated file by name (no quoted commas in the columns that are read), or null after skipping the test. */
function readColumns(context: TestContext, file: string): Map<string, string[]> | null {
	const path = join(FOLDER, file);
	if (!existsSync(path)) {
		context.skip(
			`no ${file} on this machine: set CUSTOMER_SUCCESS_CHURN_DATA to the folder that holds the public churn data`,
		);
		return null;
	}
	const [head = [], ...rows] = readFileSync(path, 'utf8')
		.trim()
		.split(/\r?\n/)
		.map((line) => line.split(/,(?! )/));
	return new Map(head.map((name, column) => [name, rows.map((row) => row[column] ?? '')]));
}

/** Product of (at risk - events) / at risk in whole numbers, and Greenwood's sum as a fraction; slow and exact. */
function exactly(times: readonly number[], happened: readonly number[]) {
	const digits = 10n ** 30n;
	let part = 1n;
	let whole = 1n;
	let greenwood = 0n;
	return [...new Set(times)]
		.sort((a, b) => a - b)
		.flatMap((time) => {
			const atRisk = BigInt(times.filter((other) => other >= time).length);
			const events = BigInt(times.filter((other, row) => other === time && happened[row] === 1).length);
			if (events === 0n) return [];
			part *= atRisk - events;
			whole *= atRisk;
			if (atRisk > events) greenwood += (events * digits) / (atRisk * (atRisk - events));
			const survival = Number((part * digits) / whole) / 1e30;
			return [{ time, survival, error: survival * Math.sqrt(Number(greenwood) / 1e30) }];
		});
}

for (const [file, time, status] of [
	['waltons_dataset.csv', 'T', 'E'],
	['rossi.csv', 'week', 'arrest'],
	['dd.csv', 'duration', 'observed'],
] as const) {
	test(`Kaplan-Meier of ${file} equals exact fractions to 10 digits`, (context) => {
		const columns = readColumns(context, file);
		if (!columns) return;
		const times = columns.get(time)!.map(Number);
		const happened = columns.get(status)!.map(Number);
		const { steps } = estimateSurvival(times, happened);
		const exact = exactly(times, happened);
		assert.equal(steps.length, exact.length);
		for (const [index, step] of steps.entries()) {
			const expected = exact[index]!;
			assert.equal(step.time, expected.time);
			assert.ok(Math.abs(step.survival - expected.survival) < 1e-10);
			if (step.standardError !== null) assert.ok(Math.abs(step.standardError - expected.error) < 1e-10);
		}
	});
}

/** Share of comparable pairs in which the row that ended first was expected to (Harrell's c; ties half). */
function concordance(expected: Float64Array, ages: Float64Array, happened: Uint8Array): number {
	let pairs = 0;
	let right = 0;
	for (const [first, age] of ages.entries()) {
		if (happened[first] !== 1) continue;
		for (const [second, other] of ages.entries()) {
			if (other < age || (other === age && (happened[second] === 1 || second === first))) continue;
			pairs++;
			if (expected[first]! < expected[second]!) right++;
			else if (expected[first] === expected[second]) right += 0.5;
		}
	}
	return right / pairs;
}

test('time to churn on telco: concordance on unseen rows at least 0.86', (context) => {
	const columns = readColumns(context, 'telco.csv');
	if (!columns) return;
	const ages = Float64Array.from(columns.get('tenure')!, Number);
	const happened = Uint8Array.from(columns.get('label')!, Number);
	const features = [...columns]
		.filter(([name]) => !['tenure', 'TotalCharges', 'label'].includes(name))
		.flatMap(([, cells]) =>
			cells.every((cell) => !Number.isNaN(Number(cell)))
				? [cells.map(Number)]
				: [...new Set(cells)].sort().map((level) => cells.map((cell) => Number(cell === level))),
		);
	const values = new Float32Array(ages.length * features.length);
	for (const [feature, cells] of features.entries()) {
		for (const [row, cell] of cells.entries()) values[row * features.length + feature] = cell;
	}
	const matrix = { rows: ages.length, width: features.length, values };
	const rows = Int32Array.from(ages.keys());
	const expected = new Float64Array(rows.length);
	for (const fold of [0, 1, 2, 3, 4]) {
		const training = rows.filter((row) => row % 5 !== fold);
		const model = finishSteps(fitHazard(matrix, { ages, happened }, training, { basis: 'linear' }));
		const curves = finishSteps(predictHazard(model, matrix));
		for (const row of rows) if (row % 5 === fold) expected[row] = timeLeft(curves, row, 0)!.restrictedMean;
	}
	const c = concordance(expected, ages, happened);
	context.diagnostic(`concordance ${c.toFixed(4)}`);
	assert.ok(c >= 0.86, `concordance ${c}`);
});
