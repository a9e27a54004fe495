import { readArr } from '../../../scoring/churn/readArr';
import { readOutcomes } from '../../../scoring/churn/readOutcomes';
import { readScorePoints } from '../../../scoring/churn/readScorePoints';

test('rows of any table are read by the columns that are named', () => {
	const rows = [
		{ Konto: 7, Tag: '2024-06-01T08:00:00Z', Wert: '71.5', Ampel: 'gelb' },
		{ Konto: 8, Tag: new Date('2024-06-02T00:00:00Z'), Wert: 'n/a', Ampel: '' },
		{ Konto: 9, Tag: 20240602, Wert: 1 },
		{ Konto: null, Tag: '2024-06-01', Wert: 1 },
	];
	const { points, skipped, notes } = readScorePoints(rows, {
		account: 'Konto',
		day: 'Tag',
		value: 'Wert',
		band: 'Ampel',
	});
	expect(points).toEqual([
		{ account_id: '7', as_of_on: '2024-06-01', computed_at: null, value: 71.5, band: 'gelb' },
		{ account_id: '8', as_of_on: '2024-06-02', computed_at: null, value: null, band: null },
		{ account_id: '9', as_of_on: '', computed_at: null, value: 1, band: null },
	]);
	expect([skipped, notes]).toEqual([{ scoreWithoutAccount: 1 }, []]);
});

test('an invalid Date is no day', () => {
	const row = {
		account_id: 'A',
		as_of_on: new Date('soon'),
		computed_at: new Date('2024-06-01T00:00:00Z'),
		value: 1,
	};
	const [point] = readScorePoints([row]).points;
	expect(point?.as_of_on).toBe('');
	expect(point?.computed_at).toBeInstanceOf(Date);
});

test('rows that hold no value of the score are noticed, with the name that was looked for', () => {
	const rows = [{ score: 'churn', account_id: 'A', as_of_on: '2024-06-01', value: 3 }];
	expect(readScorePoints(rows, { scoreName: 'health' }).notes[0]?.message).toBe(
		"None of 1 row holds a value of the score 'health'.",
	);
	expect(readScorePoints(rows, { scoreName: '' }).points).toHaveLength(1);
	expect(readScorePoints([], {}).notes).toEqual([]);
});

test('outcomes from any store: Dates, numbers as text, blanks', () => {
	const { outcomes, skipped } = readOutcomes([
		{
			account_id: 5,
			kind: ' Churned',
			occurred_on: new Date('2024-06-01T00:00:00Z'),
			known_at: '',
			arr_change_minor: '-1200',
			currency: '',
		},
		{
			account_id: 'A',
			kind: 'renewed',
			occurred_on: '2024-06-01T00:00:00.000Z',
			known_at: '2024-05-01',
			arr_change_minor: null,
			currency: 'EUR',
		},
		{ account_id: 'A', kind: null },
		{ account_id: '', kind: 'churned' },
	]);
	expect(outcomes).toEqual([
		{
			account_id: '5',
			kind: 'churned',
			occurred_on: '2024-06-01',
			known_at: null,
			arr_change_minor: -1200,
			currency: null,
		},
		{
			account_id: 'A',
			kind: 'renewed',
			occurred_on: '2024-06-01',
			known_at: '2024-05-01',
			arr_change_minor: null,
			currency: 'EUR',
		},
	]);
	expect(skipped).toEqual({ outcomeWithoutAccountOrKind: 2 });
});

test('accounts without an id are passed over, ARR that is no number is unknown', () => {
	expect(
		readArr([
			{ account_id: 1, name: 5, arr_minor: '12', currency: '' },
			{ account_id: null },
			{ account_id: 'B', arr_minor: 'x' },
		]),
	).toEqual([
		{ account_id: '1', name: null, arr_minor: 12, currency: null },
		{ account_id: 'B', name: null, arr_minor: null, currency: null },
	]);
});
