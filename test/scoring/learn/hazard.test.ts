import fc from 'fast-check';
import { createRandom } from '../../../scoring/learn/createRandom';
import { expandPeriods } from '../../../scoring/learn/expandPeriods';
import { fitHazard } from '../../../scoring/learn/fitHazard';
import { predictHazard } from '../../../scoring/learn/predictHazard';
import { survivalAt } from '../../../scoring/learn/survivalAt';
import { survivalBetween } from '../../../scoring/learn/survivalBetween';
import { timeLeft } from '../../../scoring/learn/timeLeft';
import { finishSteps } from './finishSteps';

const upTo = (rows: number): Int32Array => Int32Array.from({ length: rows }, (_, row) => row);
const CUTS = [0, 10, 20, 40];

describe('person-periods', () => {
	const matrix = { rows: 1, width: 1, values: Float32Array.of(7) };
	const periods = (age: number, happened: number): number[] => [
		...finishSteps(
			expandPeriods(matrix, { ages: Float64Array.of(age), happened: Uint8Array.of(happened) }, upTo(1), CUTS),
		).labels,
	];

	test.each([
		['ended in the first interval', 3, 1, [1]],
		['ended exactly at a cut', 10, 1, [1]],
		['ended in the third', 21, 1, [0, 0, 1]],
		['last seen before half of the second interval', 14, 0, [0]],
		['last seen at half of the second interval', 15, 0, [0, 0]],
		['ended beyond the last cut', 50, 1, [0, 0, 0]],
		['no age', 0, 1, []],
		['age not known', NaN, 1, []],
	])('%s', (_name, age, happened, labels) => {
		expect(periods(age, happened)).toEqual(labels);
	});

	test.each([
		['from the start', 0, [0, 0, 1]],
		['before the middle of the first interval', 4, [0, 0, 1]],
		['after the middle of the first', 6, [0, 1]],
		['after the middle of the one in which it ended', 31, []],
	])('watched %s', (_name, entry, labels) => {
		const durations = {
			ages: Float64Array.of(35),
			happened: Uint8Array.of(1),
			entryAges: Float64Array.of(entry),
		};
		expect([...finishSteps(expandPeriods(matrix, durations, upTo(1), CUTS)).labels]).toEqual(labels);
	});

	test('columns: features, intervals but the first, renewal', () => {
		const expanded = finishSteps(
			expandPeriods(
				matrix,
				{ ages: Float64Array.of(40), happened: Uint8Array.of(1), renewalAges: Float64Array.of(12) },
				upTo(1),
				CUTS,
			),
		);
		expect(expanded.matrix.width).toBe(4);
		expect([...expanded.matrix.values]).toEqual([7, 0, 0, 0, 7, 1, 0, 1, 7, 0, 1, 0]);
	});
});

/** Ends at a constant rate per unit of time, three times as fast for rows with 1 in the only column; seen for 40 at most. */
function lives(rows: number) {
	const random = createRandom(4);
	const values = new Float32Array(rows);
	const ages = new Float64Array(rows);
	const happened = new Uint8Array(rows);
	for (let row = 0; row < rows; row++) {
		values[row] = random() < 0.5 ? 1 : 0;
		const end = -Math.log(1 - random()) / (values[row] === 1 ? 0.06 : 0.02);
		ages[row] = Math.min(end, 40);
		happened[row] = end <= 40 ? 1 : 0;
	}
	return { matrix: { rows, width: 1, values }, durations: { ages, happened } };
}

describe('hazard model', () => {
	const { matrix, durations } = lives(3000);
	const model = finishSteps(
		fitHazard(matrix, durations, upTo(matrix.rows), {
			basis: 'linear',
			cuts: [0, 5, 10, 15, 20, 25, 30, 40],
		}),
	);
	const two = { rows: 2, width: 1, values: Float32Array.of(0, 1) };
	const curves = finishSteps(predictHazard(model, two));

	test('finds the survival it was made from', () => {
		for (const age of [7, 20, 33, 40]) {
			expect(Math.abs(survivalAt(curves, 0, age)! - Math.exp(-0.02 * age))).toBeLessThan(0.04);
			expect(Math.abs(survivalAt(curves, 1, age)! - Math.exp(-0.06 * age))).toBeLessThan(0.04);
		}
	});

	test('finds it too when rows are watched only from an age on, which it would otherwise overstate', () => {
		const random = createRandom(8);
		const all = lives(6000);
		const entryAges = Float64Array.from({ length: 6000 }, () => random() * 30);
		const seen = upTo(6000).filter((row) => all.durations.ages[row]! > entryAges[row]!);
		const cuts = [0, 5, 10, 15, 20, 25, 30, 40];
		const at20 = (durations: Parameters<typeof fitHazard>[1]) => {
			const fitted = finishSteps(fitHazard(all.matrix, durations, seen, { basis: 'linear', cuts }));
			return survivalAt(finishSteps(predictHazard(fitted, two)), 1, 20)!;
		};
		expect(Math.abs(at20({ ...all.durations, entryAges }) - Math.exp(-1.2))).toBeLessThan(0.05);
		expect(at20(all.durations)).toBeGreaterThan(Math.exp(-1.2) + 0.08);
	});

	test('median and mean time left', () => {
		const left = timeLeft(curves, 1, 5)!;
		expect(Math.abs(left.median! - Math.log(2) / 0.06)).toBeLessThan(1.5);
		expect(Math.abs(left.restrictedMean - (1 - Math.exp(-0.06 * 35)) / 0.06)).toBeLessThan(1.5);
		expect(left.seen).toBe(35);
		expect(timeLeft(curves, 0, 10)!.median).toBeNull();
		expect(timeLeft(curves, 0, 40)).toBeNull();
	});

	test('between two cuts the hazard is constant', () => {
		const steep = { cuts: [0, 10, 20], rows: 1, survival: Float64Array.of(0.25, 0.25) };
		expect(survivalAt(steep, 0, 5)!).toBeCloseTo(0.5, 12);
		expect(survivalAt(steep, 0, 2.5)!).toBeCloseTo(Math.sqrt(0.5), 12);
		expect([survivalAt(steep, 0, 0), survivalAt(steep, 0, 15)]).toEqual([1, 0.25]);
	});

	test('nobody was seen beyond the last cut', () => {
		expect(survivalAt(curves, 0, 41)).toBeNull();
		expect(survivalBetween(curves, 0, 30, 41)).toBeNull();
	});

	test('curves fall, and surviving in two parts is surviving the whole', () => {
		const age = fc.double({ min: 0, max: 40, noNaN: true });
		fc.assert(
			fc.property(fc.tuple(age, age, age), (ages) => {
				const [a, b, c] = [...ages].sort((x, y) => x - y) as [number, number, number];
				for (const row of [0, 1]) {
					const whole = survivalBetween(curves, row, a, c)!;
					expect(whole).toBeLessThanOrEqual(1);
					const parts = survivalBetween(curves, row, a, b)! * survivalBetween(curves, row, b, c)!;
					expect(Math.abs(whole - parts)).toBeLessThan(1e-12);
				}
			}),
		);
	});

	test('cuts are chosen where rows end', () => {
		const chosen = finishSteps(fitHazard(matrix, durations, upTo(matrix.rows), { basis: 'linear' }));
		expect(chosen.cuts).toHaveLength(15);
		expect(chosen.cuts[0]).toBe(0);
		expect(chosen.cuts[14]).toBe(40);
	});
});

test('a renewal that falls due shows in the curve of the row it falls due for', () => {
	const rows = 2000;
	const random = createRandom(9);
	const renewalAges = Float64Array.from({ length: rows }, () => (random() < 0.5 ? 12 : 24));
	const ages = renewalAges.map((renewal) => (random() < 0.5 ? renewal : 36));
	const happened = Uint8Array.from(ages, (age) => (age < 36 ? 1 : 0));
	const matrix = { rows, width: 0, values: new Float32Array(0) };
	const durations = { ages, happened, renewalAges };
	const model = finishSteps(
		fitHazard(matrix, durations, upTo(rows), {
			basis: 'linear',
			cuts: [0, 6, 12, 18, 24, 30, 36],
			lambda: 1,
		}),
	);
	const asked = { rows: 3, width: 0, values: new Float32Array(0) };
	const curves = finishSteps(predictHazard(model, asked, Float64Array.of(12, 24, NaN)));
	expect(survivalBetween(curves, 0, 6, 12)!).toBeLessThan(0.6);
	expect(survivalBetween(curves, 1, 6, 12)!).toBeGreaterThan(0.9);
	expect(survivalBetween(curves, 1, 18, 24)!).toBeLessThan(0.6);
	expect(survivalBetween(curves, 2, 0, 36)!).toBeGreaterThan(0.8);
});

test('rows of which none ended, and no rows, give a flat curve', () => {
	const matrix = { rows: 2, width: 1, values: Float32Array.of(1, 2) };
	const durations = { ages: Float64Array.of(5, 8), happened: Uint8Array.of(0, 0) };
	const model = finishSteps(fitHazard(matrix, durations, upTo(2), { basis: 'spline' }));
	expect(model.cuts).toEqual([0, 8]);
	expect(survivalAt(finishSteps(predictHazard(model, matrix)), 0, 8)!).toBeGreaterThan(0.7);
	const none = finishSteps(fitHazard(matrix, durations, new Int32Array(0), { basis: 'linear' }));
	expect(none.cuts).toEqual([0]);
	expect(survivalAt(finishSteps(predictHazard(none, matrix)), 0, 8)).toBeNull();
});
