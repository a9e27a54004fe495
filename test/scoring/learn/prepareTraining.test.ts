import type { RawTable } from '../../../scoring/learn/RawTable';
import { prepareTraining, type TrainingColumns } from '../../../scoring/learn/prepareTraining';
import { finishSteps } from './finishSteps';
import { cells, tableOf } from './tables';

function prepare(table: RawTable, columns: Partial<TrainingColumns> = {}) {
	const outcome = finishSteps(prepareTraining(table, { label: 'left', ...columns }));
	return outcome.ok
		? { value: outcome.value, codes: outcome.warnings.map(({ code }) => code), issues: [] }
		: { value: null, codes: [], issues: outcome.issues };
}

const twelve = {
	account: cells(12, (row) => `A${row >> 1}`),
	on: cells(12, (row) => `2024-0${1 + (row % 2)}-01`),
	seats: cells(12, (row) => row * 3),
	note: cells(12, (row) => `x${row}`),
};
const withLabel = (left: readonly (string | number | boolean | null)[]) => tableOf({ ...twelve, left });

test('label, group, time and dropped columns are never features; rows without a label are left out', () => {
	const left = cells(12, (row) => (row === 5 ? '' : row % 3 === 0 ? '1' : '0'));
	const { value, codes } = prepare(withLabel(left), { group: 'account', time: 'on', drop: ['note'] });
	expect(value?.table).toEqual({
		names: ['seats'],
		columns: [twelve.seats.filter((_, row) => row !== 5)],
		rows: 11,
	});
	expect([...(value?.labels ?? [])]).toEqual([1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0]);
	expect([...(value?.groups ?? [])]).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5]);
	expect([...(value?.times ?? [])]).toEqual([
		19_723, 19_754, 19_723, 19_754, 19_723, 19_723, 19_754, 19_723, 19_754, 19_723, 19_754,
	]);
	expect(codes).toEqual(['rows-without-label']);
});

test('the as-of column stays for the ages, and orders the rows where no time is named', () => {
	const { value } = prepare(withLabel(cells(12, (row) => row % 2)), {
		asOf: 'on',
		drop: ['note', 'account'],
	});
	expect(value?.table.names).toEqual(['on', 'seats']);
	expect(value?.asOf).toBe('on');
	expect(value?.times?.[1]).toBe(19_754);
});

test.each([
	['1 and 0', [1, 0], undefined],
	['texts', ['YES', 'no'], undefined],
	['checkboxes', [true, false], undefined],
	['words of checkboxes', ['True', 'FALSE'], undefined],
	['a named value', ['Churned', 'Stayed'], 'churned'],
	['a named number', [2, 1], '2.0'],
])('labels: %s', (_, [happened, not], positive) => {
	const table = withLabel(cells(12, (row) => (row < 4 ? happened : not) as string | number | boolean));
	const { value } = prepare(table, positive === undefined ? {} : { positive });
	expect([...(value?.labels ?? [])]).toEqual(cells(12, (row) => (row < 4 ? 1 : 0)));
});

test('more than two label values: all but the positive one did not happen, and that is said', () => {
	const table = withLabel(cells(12, (row) => ['churned', 'active', 'paused'][row % 3] as string));
	const { value, codes } = prepare(table, { positive: 'churned' });
	expect(value?.labels.reduce((sum, label) => sum + label, 0)).toBe(4);
	expect(codes).toEqual(['several-labels']);
});

describe('what cannot be trained on is refused with a remedy', () => {
	const half = cells(12, (row) => row % 2);

	test.each([
		['column-missing', withLabel(half), { label: 'churn' }, "'churn'"],
		['column-missing', withLabel(half), { group: 'customer' }, "'customer'"],
		['no-labels', withLabel(cells(12, () => null)), {}, 'all 12 rows'],
		['no-positive-label', withLabel(cells(12, (row) => (row % 2 ? 'Stayed' : 'Churned'))), {}, "'stayed'"],
		['no-positive-label', withLabel(half), { positive: 'gone' }, "'gone'"],
		['too-few-rows', withLabel(cells(12, (row) => (row < 3 ? row % 2 : null))), {}, 'Only 3 rows'],
		['no-feature', withLabel(half), { drop: ['account', 'on', 'seats', 'note'] }, 'No column is left'],
	])('%s', (code, table, columns, part) => {
		const { value, issues } = prepare(table, columns);
		expect(value).toBeNull();
		expect(issues.map((issue) => issue.code)).toEqual([code]);
		expect(issues[0]?.message).toContain(part);
		expect(issues[0]?.remedy).not.toBe('');
	});
});

test('one class only can have a base rate, and nothing else: noted, not refused', () => {
	expect(prepare(withLabel(cells(12, () => 0))).codes).toEqual(['one-class']);
	expect(prepare(withLabel(cells(12, () => 'yes'))).codes).toEqual(['one-class']);
});

test('an account twice on a day is noted, with whether the labels agree', () => {
	const on = cells(12, () => '2024-01-01');
	const same = prepare(tableOf({ ...twelve, on, left: cells(12, (row) => (row >> 1) % 2) }), {
		group: 'account',
		time: 'on',
	});
	expect(same.codes).toEqual(['duplicates']);
	expect(same.value?.notes[0]?.message).toContain('6 of 12 rows');
	expect(same.value?.notes[0]?.message).toContain('with the same label');
	const differing = prepare(tableOf({ ...twelve, on, left: cells(12, (row) => row % 2) }), {
		group: 'account',
		time: 'on',
	});
	expect(differing.value?.notes[0]?.message).toContain('6 of them with another label');
});

test('times: numbers as numbers, days as days, else texts in order; a column to drop that is not there is noted', () => {
	const timesOf = (time: readonly (string | number | null)[]) =>
		prepare(tableOf({ seats: twelve.seats, time, left: cells(12, (row) => row % 2) }), { time: 'time' }).value
			?.times;
	expect(timesOf(cells(12, (row) => `${row + 5}`))?.[9]).toBe(14);
	expect(timesOf(cells(12, (row) => ['Q3', 'Q1', null][row % 3] as string))?.slice(0, 3)).toEqual(
		Float64Array.of(1, 0, NaN),
	);
	expect(prepare(withLabel(cells(12, (row) => row % 2)), { drop: ['nte'] }).codes).toEqual(['drop-unknown']);
});
