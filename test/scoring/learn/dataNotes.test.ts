import { createRandom } from '../../../scoring/learn/createRandom';
import { describeDistribution } from '../../../scoring/learn/describeDistribution';
import { encodeTable } from '../../../scoring/learn/encodeTable';
import { findDuplicates } from '../../../scoring/learn/findDuplicates';
import { findLeaks } from '../../../scoring/learn/findLeaks';
import { learnSchema } from '../../../scoring/learn/learnSchema';
import { measureDrift } from '../../../scoring/learn/measureDrift';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { finishSteps } from './finishSteps';
import { cells, tableOf } from './tables';

function encoded(table: RawTable) {
	const { schema } = finishSteps(learnSchema(table));
	const outcome = finishSteps(encodeTable(table, schema));
	if (!outcome.ok) throw new Error('not encoded');
	return { schema, matrix: outcome.value };
}

describe('leaks', () => {
	const random = createRandom(11);
	const rows = 400;
	const labels = Uint8Array.from(cells(rows, () => (random() < 0.1 ? 1 : 0)));
	const leaksOf = (columns: Parameters<typeof tableOf>[0]) => {
		const { schema, matrix } = encoded(tableOf(columns));
		return finishSteps(findLeaks(matrix, schema, labels));
	};
	const honest = cells(rows, (row) => (labels[row] as number) + 1.5 * (random() + random() + random() - 1.5));

	test('a copy, a level, a number and a field that is filled in afterwards are found; an honest field is not', () => {
		const found = leaksOf({
			honest,
			copy: cells(rows, (row) => labels[row] as number),
			status: cells(rows, (row) => (labels[row] ? 'closed' : ['active', 'trial'][row % 2]) as string),
			idle: cells(rows, (row) => (labels[row] ? 90 + random() : 80 * random())),
			reason: cells(rows, (row) => (labels[row] ? `because ${row}` : null)),
			lastCall: cells(rows, (row) => (labels[row] ? null : random())),
		});
		expect(found.map(({ path }) => path)).toEqual(['copy', 'status', 'idle', 'reason', 'lastCall']);
		expect(found[0]).toMatchObject({ code: 'leakage', severity: 'warning' });
	});

	test('many small levels tell events they were counted on, but no others', () => {
		// Six events in six of sixty levels of three rows.
		const city = cells(180, (row) => `c${row % 60}`);
		const events = Uint8Array.from(cells(180, (row) => (row < 120 && row % 20 === 0 ? 1 : 0)));
		const { schema, matrix } = encoded(tableOf({ city }));
		expect(schema.features).toHaveLength(60);
		expect(finishSteps(findLeaks(matrix, schema, events))).toEqual([]);
	});

	test('an identifier-like category and pure noise are no leak', () => {
		expect(
			leaksOf({
				city: cells(rows, () => `c${Math.floor(random() * 50)}`),
				noise: cells(rows, () => random()),
			}),
		).toEqual([]);
	});
});

describe('duplicates', () => {
	const random = createRandom(2);
	const value = cells(300, () => random());
	const other = cells(300, () => Math.floor(random() * 40));
	const labels = Uint8Array.from(cells(300, () => (random() < 0.3 ? 1 : 0)));
	const notesOf = (copies: number, flip = false) => {
		const again = <Entry>(list: readonly Entry[]) => [...list, ...list.slice(0, copies)];
		const copied = again([...labels]).map((label, row) => (flip && row >= 300 ? 1 - label : label));
		const { matrix } = encoded(tableOf({ value: again(value), other: again(other) }));
		return finishSteps(findDuplicates(matrix, Uint8Array.from(copied)));
	};

	test('twins from 1 % on are noted with their share and whether labels agree', () => {
		expect(notesOf(1)).toEqual([]);
		expect(notesOf(30)[0]?.message).toContain('18.2 % of the rows (60)');
		expect(notesOf(30)[0]?.message).toContain('all with the same label');
		expect(notesOf(30, true)[0]?.message).toContain('0 % of them with the same label');
	});

	test('rows of coarse features that are equal by chance are not', () => {
		const { matrix } = encoded(
			tableOf({ a: cells(300, () => random() < 0.5), b: cells(300, () => Math.floor(random() * 4)) }),
		);
		expect(finishSteps(findDuplicates(matrix, labels))).toEqual([]);
	});
});

describe('drift', () => {
	const draw = (seed: number, rows: number, shift: number) => {
		const random = createRandom(seed);
		return tableOf({
			usage: cells(rows, () => (random() < 0.1 ? null : random() + random() + shift)),
			plan: cells(rows, () => (random() < 0.3 + shift / 4 ? 'pro' : random() < 0.5 ? 'free' : 'team')),
			on: cells(rows, () => `2024-01-${10 + Math.floor(random() * 20)}`),
		});
	};
	const table = draw(1, 2000, 0);
	const { schema } = encoded(table);
	const reference = finishSteps(describeDistribution(table, schema));
	const psi = (later: RawTable) =>
		Object.fromEntries(
			finishSteps(measureDrift(reference, later, schema)).fields.map((field) => [field.name, field.psi]),
		);

	test('shares of bins, levels and missing add up to 1', () => {
		for (const { shares, edges, levels } of reference.fields) {
			expect(shares).toHaveLength((edges ?? levels ?? []).length + 2);
			expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
		}
		expect(reference.fields[0]?.edges).toHaveLength(9);
		expect(reference.fields[0]?.shares[10]).toBeCloseTo(0.1, 1);
		expect(reference.fields[1]?.levels).toEqual(schema.fields[1]?.levels);
	});

	test('another sample of the same is no shift, however small; a moved field is one, the largest first', () => {
		for (const rows of [40, 300, 3000]) {
			for (const value of Object.values(psi(draw(rows, rows, 0)))) expect(value).toBeLessThan(0.1);
		}
		const moved = finishSteps(measureDrift(reference, draw(5, 1000, 0.5), schema));
		expect(moved.fields[0]?.name).toBe('usage');
		expect(moved.fields[0]?.psi).toBeGreaterThan(0.25);
		const gone = psi(
			tableOf({
				usage: cells(500, () => null),
				plan: cells(500, () => 'enterprise'),
				on: cells(500, () => null),
			}),
		);
		expect(Math.min(...Object.values(gone))).toBeGreaterThan(0.25);
	});

	test('PSI as defined: two bins, 50:50 to 80:20', () => {
		const two = tableOf({ x: cells(10_000, (row) => row % 2) });
		const known = finishSteps(learnSchema(two)).schema;
		const then = finishSteps(describeDistribution(two, known));
		const now = tableOf({ x: cells(10_000, (row) => (row % 5 === 0 ? 1 : 0)) });
		expect(finishSteps(measureDrift(then, now, known)).fields[0]?.psi).toBeCloseTo(
			0.3 * Math.log(1.6) - 0.3 * Math.log(0.4),
			2,
		);
	});
});
