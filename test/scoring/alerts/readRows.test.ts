import { readAlertScore } from '../../../scoring/alerts/readAlertScore';
import { readAlertScores } from '../../../scoring/alerts/readAlertScores';
import { readValue } from '../../../scoring/alerts/readValue';
import { sortContextRows } from '../../../scoring/alerts/sortContextRows';
import { sourceFreshness } from '../../../scoring/alerts/sourceFreshness';
import { account } from './alertRows';

const detail = {
	rounded: 66,
	previous: { on: '2024-01-14', value: 73.6, rounded: 74 },
	lost: [['Active users', 12.4, 'Active users 31 %: costs 12.4 points.'], ['NPS'], 'Tickets: costs 3 points'],
};
const row = {
	run_id: 'run-1',
	score: 'health',
	account_id: 'a',
	value: 65.6,
	band: 'fair',
	reason: 'Usage is down.',
	detail_json: JSON.stringify(detail),
};
const read = (more: Record<string, unknown>) => {
	const outcome = readAlertScore({ ...row, ...more });
	return outcome.ok ? outcome.value : outcome.issues.map((issue) => issue.code);
};

describe('readAlertScore', () => {
	test('reads a row of cs_scores', () => {
		expect(read({})).toEqual({
			accountId: 'a',
			rounded: 66,
			previous: { on: '2024-01-14', rounded: 74 },
			band: 'fair',
			reason: 'Usage is down.',
			lost: ['Active users 31 %: costs 12.4 points', 'Tickets: costs 3 points'],
		});
	});

	test.each([
		['the rounded column counts first', { rounded: 67 }, 67],
		['without any the value is rounded half up', { detail_json: null, value: 69.5 }, 70],
		['numbers may be text', { detail_json: '', value: '69.4' }, 69],
		['insufficient data is null', { value: null, rounded: 66 }, null],
		['an empty text is insufficient too', { value: '' }, null],
	])('%s', (_, more, rounded) => {
		expect(read(more)).toMatchObject({ rounded });
	});

	test.each([
		[{ detail_json: '{"previous":null}' }, null],
		[{ detail_json: '{"previous":{"on":null,"value":69.5}}' }, { on: null, rounded: 70 }],
		[
			{ detail_json: 'not json', previous_rounded: 71 },
			{ on: null, rounded: 71 },
		],
		[{ detail_json: null }, null],
	])('previous score of %j', (more, previous) => {
		expect(read(more)).toMatchObject({ previous });
	});

	test('other scores are none of ours', () => {
		expect(read({ score: 'churn' })).toBeNull();
	});

	test.each([
		['missing-account-id', { account_id: '' }],
		['not-a-score', { value: 'good' }],
		['not-a-score', { value: 101 }],
		['not-a-score', { value: -1 }],
	])('%s', (code, more) => {
		expect(read(more)).toEqual([code]);
	});
});

test('readAlertScores keeps good rows, names bad and double ones by position, skips empty and other ones', () => {
	const rows = [
		{},
		row,
		{ ...row, score: 'churn' },
		{ ...row, account_id: null },
		row,
		{ ...row, account_id: 7 },
	];
	const result = readAlertScores(rows);
	expect(result.scores.map(({ accountId }) => accountId)).toEqual(['a', '7']);
	expect([...result.positions]).toEqual([
		['a', 1],
		['7', 5],
	]);
	expect(result.faults.map(({ position, issues }) => [position, issues[0]?.code])).toEqual([
		[3, 'missing-account-id'],
		[4, 'duplicate-account'],
	]);
	expect(result.skipped).toBe(2);
});

test('sortContextRows recognises rows by their key column, lowest id first, and counts the rest', () => {
	const found = sortContextRows([
		{},
		{ id: 9, alert_key: 'k', rev: 2, opened_at: new Date('2024-01-15T00:00:00Z') },
		{ id: 3, alert_key: 'k', account_id: 'a', rev: '1', closed_at: '' },
		{ effect_key: 'e', account_id: 'a', payload_json: '{}' },
		{ audit_id: 'x', run_id: 'r' },
		{ person_id: 'p', role: 'csm' },
		{ run_id: 'r', stage: 'health', business_day_on: '2024-01-15', status: 'DONE', scored: 5 },
		{ day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.1 },
		{ source: 'crm', object: 'accounts', watermark: '2024-01-13T00:00:00Z' },
		{ account_id: 'a', csm_id: 'p', tier: 'starter', arr_minor: '1200', deleted: 'true' },
		{ account_id: 'a', score: 'health', csm_id: 'p' },
		{ key: 'notify_url', value_json: '""' },
	]);
	expect(found.ledger.map(({ rev, opened_at, closed_at }) => [rev, opened_at, closed_at])).toEqual([
		[1, '', null],
		[2, '2024-01-15T00:00:00.000Z', null],
	]);
	expect(found.outbox).toMatchObject([{ effect_key: 'e', attempts: 0, rev: 1 }]);
	expect(found.audit).toEqual([{ audit_id: 'x' }]);
	expect(found.people).toMatchObject([{ person_id: 'p', name: null }]);
	expect(found.runs).toMatchObject([{ stage: 'health', status: 'done', scored: 5 }]);
	expect(found.rates).toMatchObject([{ rate: 1.1 }]);
	expect(found.accounts).toMatchObject([{ account_id: 'a', arr_minor: 1200, ae_id: null, deleted: true }]);
	expect(found.syncs).toEqual([{ source: 'crm', watermark: '2024-01-13T00:00:00Z', last_full_at: null }]);
	expect(found.unrecognised).toBe(2);
});

test('readValue guesses nothing', () => {
	const value = readValue({ a: ' ', b: 'x', c: true, d: Infinity, e: new Date(NaN), f: 3 });
	expect([value.number('a'), value.number('b'), value.number('c'), value.number('d')]).toEqual([
		null,
		null,
		null,
		null,
	]);
	expect([value.text('c'), value.text('f'), value.text('z')]).toEqual([null, '3', null]);
	expect([value.instant('e'), value.instant('f')]).toEqual([null, null]);
	expect([value.flag('c'), value.flag('b')]).toEqual([true, false]);
});

test('sourceFreshness takes the newest instant of each source and leaves unknown ones out', () => {
	const accounts = [
		account('a', { source_updated_at: '2024-01-10T00:00:00Z' }),
		account('b', { source_updated_at: '2024-01-12T00:00:00Z' }),
		account('c', { source: 'billing', source_updated_at: '2024-01-01T00:00:00Z' }),
		account('d', { source: 'chat', source_updated_at: null }),
		account('e', { source: null }),
		account('f', { source_updated_at: 'soon' }),
	];
	const syncs = [
		{ source: 'crm', watermark: '41877', last_full_at: null },
		{ source: 'erp', watermark: '2024-01-13T00:00:00Z', last_full_at: '2024-01-11T00:00:00Z' },
	];
	expect(sourceFreshness(accounts, syncs)).toEqual([
		{ source: 'billing', lastUpdatedAt: '2024-01-01T00:00:00Z' },
		{ source: 'crm', lastUpdatedAt: '2024-01-12T00:00:00Z' },
		{ source: 'erp', lastUpdatedAt: '2024-01-13T00:00:00Z' },
	]);
});
