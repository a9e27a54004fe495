import { createAccountDirectory } from '../../../../shared/connectors/engine/createAccountDirectory';
import { outgoingFields } from '../../../../shared/connectors/engine/outgoingFields';
import { planScores } from '../../../../shared/connectors/engine/planScores';
import { scoreResults } from '../../../../shared/connectors/engine/scoreResults';
import { exampleSource } from '../../../contract/exampleSource';

const settings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: '',
	results: {},
	currency: null,
	options: {},
};
const account = (id: string, external: string) => ({ account_id: id, external_id: external });
const custom = (part: object) => JSON.stringify({ judged: 1, _source: part });

test('a vendor gets a score with one decimal, rates with three, and null where there is none', () => {
	expect(
		scoreResults({ value: 81.249999999999, band: 'good', coverage: 0.87654, as_of_on: '2026-11-20' }),
	).toEqual({
		score: 81.3,
		band: 'good',
		trend: null,
		confidence: null,
		coverage: 0.877,
		score_date: '2026-11-20',
		reasons: null,
	});
	expect(scoreResults({ value: 81.24 })['score']).toBe(81.2);
	expect(scoreResults({ value: null, band: '' })).toMatchObject({ score: null, band: null });
	expect(scoreResults({ score: 'churn', value: 0.12345 })).toEqual({ churn_probability: 0.123 });
	expect(scoreResults({ value: 5, churn_probability: 0.5 })['churn_probability']).toBe(0.5);
	expect(String(scoreResults({ value: 5, reason: '🙂'.repeat(3_000) })['reasons'])).toBe('🙂'.repeat(2_000));
});

test('the hash leaves out the date and what is not sent', () => {
	const fieldOf = { score: 'Score', band: 'Band', score_date: 'Date', row_hash: 'Hash', trend: '' };
	const none = new Set<string>();
	const first = outgoingFields(
		{ score: 1, band: 'poor', score_date: '2026-11-20', trend: 'up' },
		fieldOf,
		none,
	);
	const next = outgoingFields(
		{ score: 1, band: 'poor', score_date: '2026-11-21', trend: 'down' },
		fieldOf,
		none,
	);
	expect(first.rowHash).toBe(next.rowHash);
	expect(first.fields).toEqual({ Score: 1, Band: 'poor', Date: '2026-11-20', Hash: first.rowHash });
	expect(outgoingFields({ score: 2, band: 'poor' }, fieldOf, none).rowHash).not.toBe(first.rowHash);
	const dropped = outgoingFields({ score: 1, band: 'poor' }, fieldOf, new Set(['Band', 'Hash']));
	expect(dropped.fields).toEqual({ Score: 1 });
	expect(dropped.rowHash).not.toBe(first.rowHash);
});

test('health and churn of one account go together; accounts of one vendor record are one', () => {
	const accounts = createAccountDirectory('airtable', [account('A1', 'v1'), account('airtable:v1', 'v1')]);
	const { plans, duplicates } = planScores(
		exampleSource,
		settings,
		[
			{ account_id: 'A1', score: 'health', value: 50 },
			{ account_id: 'A1', score: 'churn', value: 0.2 },
			{ account_id: 'airtable:v1', score: 'health', value: 60 },
		],
		accounts,
	);
	expect(plans).toHaveLength(1);
	expect(plans[0]).toMatchObject({ externalId: 'v1', indices: [2, 1] });
	expect(plans[0]?.results).toMatchObject({ score: 60, churn_probability: 0.2 });
	expect([...duplicates.keys()]).toEqual([0]);
});

test('a row without a vendor record is refused with the remedy, unless the key field finds it', () => {
	const none = createAccountDirectory('airtable', []);
	const rows = [
		{ account_id: 'A1', value: 1 },
		{ account_id: 'airtable:v2', value: 1 },
		{ account_id: 7, value: 1 },
	];
	const without = planScores(exampleSource, settings, rows, none);
	expect(without.refused.map(({ code, accountId }) => [code, accountId])).toEqual([
		['account-without-record', 'A1'],
		['account-without-record', '7'],
	]);
	expect(without.plans[0]?.externalId).toBe('v2');
	const keyed = planScores(exampleSource, { ...settings, keyField: 'Key' }, rows, none);
	expect(keyed.plans.map(({ externalId }) => externalId)).toEqual([null, 'v2', null]);
});

test('the directory takes aliases, account rows and account items, of its own system only', () => {
	const directory = createAccountDirectory('airtable', [
		{ system: 'airtable', external_id: 'v1', account_id: 'A1', merged_at: null },
		{ system: 'hubspot', external_id: 'h1', account_id: 'A1' },
		{
			account_id: 'A2',
			custom_json: custom({ system: 'airtable', id: 'v2', written_hash: 'aaaaaaaaaaaa' }),
			row_hash: 'r2',
		},
		{ account_id: 'A3', custom_json: custom({ system: 'hubspot', id: 'h3' }) },
		{ account_id: 'A4', external_id: 'v4', written_hash: 'bbbbbbbbbbbb' },
		{ account_id: 'airtable:v5', custom_json: '{broken' },
		{ account_id: 'A6' },
		{ name: 'no account' },
		{ system: 'airtable', external_id: 'v7', account_id: 'A1', merged_at: '2026-11-01' },
		{ account_id: 'A8', external_id: 'v8', deleted: true },
	]);
	expect(['A1', 'A2', 'A3', 'A4', 'airtable:v5', 'A6'].map((id) => directory.externalIdOf(id))).toEqual([
		'v1',
		'v2',
		null,
		'v4',
		'v5',
		null,
	]);
	expect(directory.known('v2')).toMatchObject({ rowHash: 'r2', writtenHash: 'aaaaaaaaaaaa' });
	expect(directory.known('v4')?.writtenHash).toBe('bbbbbbbbbbbb');
	expect(directory.accountIdOf('v7')).toBe('A1');
	expect(directory.knownIds()).toEqual(['v1', 'v2', 'v4', 'v5']);
	expect(directory.claim('v9', 'A1')).toBe('v1');
	expect(directory.claim('v1', 'A1')).toBeNull();
});
