import { createRandom } from '../../../scoring/learn/createRandom';
import { packModel } from '../../../scoring/learn/packModel';
import { readModelRows } from '../../../shared/learn/readModelRows';
import { type ModelRow, writeModelRows } from '../../../shared/learn/writeModelRows';
import { models as table } from '../../../shared/tables/models';
import { makeModel } from '../../scoring/learn/makeModel';

const trainedAt = '2024-06-01T00:00:00.000Z';
/** About 1.3 MB, so three parts. */
const large = makeModel(createRandom(3), {
	width: 40,
	rounds: 500,
	leaves: 31,
	trees: 60,
	forestLeaves: 100,
	edges: 100,
});
const rows = writeModelRows(large, { modelId: 'm1', trainedAt });
const small = writeModelRows(makeModel(createRandom(4)), { modelId: 'm2', trainedAt });

function faultOf(given: readonly Record<string, unknown>[]): string {
	const outcome = readModelRows(given);
	if (outcome.ok) return 'accepted';
	for (const { message, remedy } of outcome.issues)
		expect(`${message}${remedy}`).not.toMatch(/undefined|null/);
	return outcome.issues.map(({ code }) => code).join(' ');
}

const changed = (row: ModelRow | undefined, values: Partial<ModelRow>) => ({ ...row, ...values });

test('rows have the columns of the table and parts of at most 500 kB', () => {
	expect(rows.length).toBeGreaterThan(1);
	expect(Object.keys(rows[0] ?? {})).toEqual(table.columns.map(({ name }) => name));
	expect(rows.map(({ part }) => part)).toEqual(rows.map((_, index) => index + 1));
	for (const row of rows) {
		expect(Buffer.byteLength(row.body)).toBeLessThanOrEqual(500_000);
		expect(row).toMatchObject({ model_id: 'm1', kind: 'blend', trained_at: trainedAt, parts: rows.length });
		expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
	}
	expect(rows.map(({ body }) => body).join('')).toBe(packModel(large));
	expect(rows.slice(1).every((row) => row.metrics_json === null)).toBe(true);
});

test('models come back from rows in any order, of several models, with numbers as texts', () => {
	const mixed = [...small, ...[...rows].reverse()].map((row) => ({ ...row, part: String(row.part), id: 7 }));
	const outcome = readModelRows(mixed);
	expect(outcome.ok).toBe(true);
	if (!outcome.ok) return;
	expect(outcome.value.map(({ modelId }) => modelId)).toEqual(['m2', 'm1']);
	expect(outcome.value[1]).toMatchObject({ trainedAt, hash: rows[0]?.hash });
	expect(packModel(outcome.value[1]!.model)).toBe(packModel(large));
	expect(readModelRows([])).toEqual({ ok: true, value: [], warnings: [] });
});

test('each fault has its own sentence', () => {
	const [first, ...others] = rows;
	const [one] = small;
	expect(faultOf(others)).toBe('model-incomplete');
	expect(faultOf(rows.slice(0, -1))).toBe('model-incomplete');
	expect(faultOf([changed(first, { body: `${first?.body.slice(0, -1)}9` }), ...others])).toBe(
		'model-tampered',
	);
	expect(faultOf([changed(one, { body: one?.body.slice(0, -10) ?? '' })])).toBe('model-tampered');
	expect(faultOf([changed(first, { hash: 'f'.repeat(64) }), ...others])).toBe('model-mixed');
	expect(faultOf([changed(first, { parts: 9 }), ...others])).toBe('model-mixed');
	expect(faultOf([{ account_id: 'A1' }, ...small])).toBe('model-row');
	expect(faultOf([changed(one, { part: 0 })])).toBe('model-row');
	expect(faultOf([changed(one, { part: 1.5 })])).toBe('model-row');
});

test('a model of another version is refused even when its hash is right', () => {
	const other = writeModelRows(
		{ ...makeModel(createRandom(4)), format: 2 as never },
		{ modelId: 'm3', trainedAt },
	);
	const outcome = readModelRows(other);
	expect(outcome.ok).toBe(false);
	if (outcome.ok) return;
	expect(outcome.issues[0]).toMatchObject({ code: 'model-version', path: 'm3: model' });
	expect(outcome.issues[0]?.remedy).toContain('Update the package');
});
