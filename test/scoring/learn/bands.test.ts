import * as fc from 'fast-check';
import { bandAt } from '../../../scoring/learn/bandAt';
import { bandProbabilities } from '../../../scoring/learn/bandProbabilities';
import { createRandom } from '../../../scoring/learn/createRandom';
import { prepareTraining } from '../../../scoring/learn/prepareTraining';
import { predictTable } from '../../../scoring/learn/predictTable';
import { trainModel } from '../../../scoring/learn/trainModel';
import { finishSteps } from './finishSteps';
import { cells, tableOf } from './tables';

test('bands cover 0 to 1 without gaps and hold all rows', () => {
	const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean()), {
		minLength: 1,
		maxLength: 700,
	});
	fc.assert(
		fc.property(rows, (table) => {
			const probabilities = Float64Array.from(table, ([score]) => score / 30);
			const labels = Uint8Array.from(table, ([, event]) => (event ? 1 : 0));
			const bands = bandProbabilities(probabilities, labels);
			expect([bands[0]!.from, bands[bands.length - 1]!.to]).toEqual([0, 1]);
			bands.slice(1).forEach((band, index) => expect(band.from).toBe(bands[index]!.to));
			expect(bands.reduce((sum, band) => sum + band.rows, 0)).toBe(labels.length);
			for (const band of bands) {
				const inside = [...probabilities.keys()].filter((row) => bandAt(bands, probabilities[row]!) === band);
				expect(inside).toHaveLength(band.rows);
				expect(inside.filter((row) => labels[row] === 1)).toHaveLength(band.events);
			}
		}),
	);
});

test('the highest band is divided while its upper half holds 20 events', () => {
	const probabilities = Float64Array.from({ length: 1000 }, (_, row) => row / 1000);
	const labels = Uint8Array.from({ length: 1000 }, (_, row) => (row >= 900 ? 1 : 0));
	const bands = bandProbabilities(probabilities, labels);
	expect(bands.map(({ rows }) => rows)).toEqual([125, 125, 125, 125, 125, 125, 125, 63, 62]);
	expect(bands[bands.length - 1]).toMatchObject({ events: 62, to: 1 });
	const rare = Uint8Array.from({ length: 1000 }, (_, row) => (row >= 985 ? 1 : 0));
	expect(bandProbabilities(probabilities, rare)).toHaveLength(8);
});

test('no rows, no bands', () => {
	expect(bandProbabilities(new Float64Array(0), new Uint8Array(0))).toEqual([]);
	expect(bandAt([], 0.5)).toBeNull();
});

test("where the true probability is known, bands' 90 % intervals hold the true rate of fresh rows", () => {
	const random = createRandom(4);
	let [held, asked] = [0, 0];
	for (let draw = 0; draw < 12; draw++) {
		const make = (rows: number) => {
			const usage = cells(rows, () => random());
			const tickets = cells(rows, () => Math.floor(random() * 6));
			const noise = cells(rows, () => random());
			const truth = usage.map((value, row) => 1 / (1 + Math.exp(2.2 + 3 * value - 0.7 * tickets[row]!)));
			return { columns: { usage, tickets, noise }, truth };
		};
		const known = make(400);
		const left = known.truth.map((rate) => (random() < rate ? 1 : 0));
		const prepared = finishSteps(prepareTraining(tableOf({ ...known.columns, left }), { label: 'left' }));
		const trained = finishSteps(
			trainModel(prepared.ok ? prepared.value : (null as never), { kind: 'lr', seed: 1 }),
		);
		const { bands } = trained.ok ? trained.value : { bands: [] };
		const fresh = make(3000);
		const told = finishSteps(
			predictTable(trained.ok ? trained.value : (null as never), tableOf(fresh.columns)),
		);
		for (const band of bands) {
			const rates = fresh.truth.filter((_, row) => told.ok && bandAt(bands, told.value[row]!) === band);
			const rate = rates.reduce((sum, value) => sum + value, 0) / rates.length;
			asked++;
			if (rate >= band.low && rate <= band.high) held++;
		}
	}
	// 60 intervals of 90 %: 48 to 59 with a chance of 99 %.
	expect(held).toBeGreaterThanOrEqual(48);
	expect(asked).toBe(60);
});
