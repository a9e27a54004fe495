import bridgeSchema from '../../nodes/RenewalTimeline/__schema__/v1.0.0/bridge.json';
import { contractLine as line, matches, runRenewal as run } from '../support/renewalTimeline';

test('bridge: rows that a person can add up, one row per account, and labelled rates', async () => {
	const lines = [
		line({ line_id: '1', ends_on: '2025-12-31' }),
		line({ line_id: '2', quantity: 12, arr_minor: 126_000, starts_on: '2026-01-01', ends_on: '2026-12-31' }),
		line({ line_id: '3', account_id: 'gone', ends_on: '2026-01-31' }),
	];
	const { rows, reads } = await run('bridge', [[{ records: lines }], []], { openingOn: '2025-12-31' });
	const [steps = [], accounts = [], summary = []] = rows;
	expect(steps.map(({ kind, amount_minor, running_minor }) => [kind, amount_minor, running_minor])).toEqual([
		['opening', 200_000, 200_000],
		['restated', 0, 200_000],
		['currency', 0, 200_000],
		['new', 0, 200_000],
		['reactivation', 0, 200_000],
		['expansion', 20_000, 220_000],
		['price', 6_000, 226_000],
		['swap', 0, 226_000],
		['contraction', 0, 226_000],
		['churn', -100_000, 126_000],
		['closing', 126_000, 126_000],
	]);
	expect(accounts).toMatchObject([
		{
			account_id: 'acme',
			opening_minor: 100_000,
			expansion_minor: 20_000,
			price_minor: 6_000,
			closing_minor: 126_000,
		},
		{ account_id: 'gone', churn_minor: -100_000, closing_minor: 0, retained_minor: 0 },
	]);
	expect(summary).toMatchObject([
		{
			grr_on_opening_rate: 0.5,
			nrr_on_opening_rate: 0.63,
			gross_renewal_rate_on_due: 0.5,
			due_minor: 200_000,
			lines: 3,
		},
	]);
	for (const row of steps) matches(bridgeSchema, row);
	expect(reads.filter((name) => name === 'openingOn')).toHaveLength(1);
});

test('bridge: wrong days and lines are said in words', async () => {
	await expect(run('bridge', [[], null], { openingOn: 'then' })).rejects.toThrow(/'Opening Day' is "then"/);
	await expect(run('bridge', [[], null], { openingOn: '2026-04-01' })).rejects.toThrow(
		/not before the closing day/,
	);
	await expect(run('bridge', [[line({ line_id: '1', starts_on: 'soon' })], null])).rejects.toThrow(
		/starts_on of contract line 1/,
	);
	const { rows, hints } = await run(
		'bridge',
		[[line({ line_id: '1' }), line({ line_id: '2', currency: 'EUR' })], null],
		{ reportCurrency: 'GBP' },
	);
	expect(rows[2]?.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
	expect(hints).toContain('No bridge in GBP: no rate from USD, EUR');
});
