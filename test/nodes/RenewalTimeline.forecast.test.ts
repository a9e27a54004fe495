import type { IDataObject } from 'n8n-workflow';

import forecastSchema from '../../nodes/RenewalTimeline/__schema__/v1.0.0/forecast.json';
import scoreSchema from '../../nodes/RenewalTimeline/__schema__/v1.0.0/scoreForecasts.json';
import { forecasts } from '../../shared/tables/forecasts';
import { contractLine as line, matches, runRenewal as run } from '../support/renewalTimeline';

const renewal = (columns: IDataObject = {}): IDataObject => ({
	run_id: 'plan-1',
	account_id: 'acme',
	contract_id: 'C-1',
	state: 'in_window',
	ends_on: '2026-05-31',
	arr_minor: 100_000,
	currency: 'USD',
	probability: 0.9,
	csm_id: 'jane',
	segment: 'smb',
	successor_id: null,
	...columns,
});

test('forecast: rows of cs_forecasts, the distribution and a summary; the call of the opportunity counts', async () => {
	const { rows, hints } = await run('forecast', [
		[renewal(), renewal({ contract_id: 'C-2', account_id: 'beta', probability: 0.5, arr_minor: 50_000 })],
		[
			{
				opportunity_id: 'O',
				account_id: 'beta',
				kind: 'renewal',
				status: 'open',
				forecast_category: 'Best Case',
			},
		],
	]);
	const [forecast = [], distribution = [], summary = []] = rows;
	const amounts = Object.fromEntries(forecast.map(({ scope, amount_minor }) => [scope, amount_minor]));
	expect(amounts).toMatchObject({
		'portfolio/due/USD': 150_000,
		'portfolio/commit/USD': 100_000,
		'portfolio/best/USD': 150_000,
		'portfolio/weighted/USD': 115_000,
		'contract:C-2/call': 50_000,
		'contract:C-1/model': 100_000,
	});
	expect(forecast[0]).toMatchObject({
		forecast_id: '2026-03-31.run-1',
		made_on: '2026-03-31',
		period: '2026-03..2027-03',
	});
	expect(distribution[0]).toMatchObject({
		dimension: 'portfolio',
		weighted_minor: 115_000,
		low_95_minor: 0,
		high_95_minor: 150_000,
	});
	expect(summary).toMatchObject([{ read: 2, forecast: 2, without_probability: 0 }]);
	expect(hints).toContain('contracts forecast 2');
	for (const row of forecast) matches(forecastSchema, row);
	const flat = await run('forecast', [[renewal()], null], { forecastOptions: { onlyTableColumns: true } });
	expect(Object.keys(flat.rows[0]?.[0] ?? {}).sort()).toEqual(
		forecasts.columns.map(({ name }) => name).sort(),
	);
});

test('forecast: rows of cs_scores alone do as well, and contracts are planned by the standard rules', async () => {
	const detail_json = JSON.stringify({
		contract_id: 'C-1',
		state: 'upcoming',
		ends_on: '2026-06-30',
		arr_minor: 70_000,
		currency: 'USD',
	});
	const scores = await run('forecast', [
		[{ run_id: 'p', score: 'renewal', account_id: 'acme', value: 90, detail_json }],
		[],
	]);
	expect(scores.rows[1]?.[0]).toMatchObject({ weighted_minor: 63_000, contracts: 1 });
	const contract = {
		contract_id: 'C-1',
		account_id: 'acme',
		starts_on: '2025-06-01',
		ends_on: '2026-05-31',
		status: 'active',
	};
	const planned = await run('forecast', [
		[contract],
		[
			line({ line_id: '1', contract_id: 'C-1', starts_on: '2025-06-01', ends_on: '2026-05-31' }),
			{ account_id: 'acme', csm_id: 'jane' },
		],
	]);
	expect(planned.rows[1]?.[0]).toMatchObject({
		due_minor: 100_000,
		weighted_minor: 0,
		without_probability: 1,
	});
	expect(planned.hints).toContain('1 of 1 contract has no probability');
});

test('forecast: a renewal that was signed is closed at what it was signed for; a bad contract is an error item', async () => {
	const signed = renewal({ state: 'renewed', successor_id: 'C-9', ends_on: '2026-03-31' });
	const { rows } = await run('forecast', [
		[signed],
		[
			line({
				line_id: '9',
				contract_id: 'C-9',
				arr_minor: 80_000,
				starts_on: '2026-04-01',
				ends_on: '2027-03-31',
			}),
		],
	]);
	expect(rows[1]?.[0]).toMatchObject({ due_minor: 100_000, closed_minor: 80_000, weighted_minor: 80_000 });
	const bad = { contract_id: 'C-3', account_id: 'acme', ends_on: 'soon' };
	await expect(run('forecast', [[bad], null])).rejects.toThrow(/ends_on of contract C-3 is "soon"/);
	expect((await run('forecast', [[bad], null], {}, true)).rows[0]?.[0]).toMatchObject({ contract_id: 'C-3' });
	const empty = await run('forecast', [[], null]);
	expect([empty.rows[0], empty.rows[1], empty.rows[2]?.[0]?.forecast]).toEqual([[], [], 0]);
});

test('score forecasts: what was frozen comes back with what it came to', async () => {
	const made = await run('forecast', [[renewal({ ends_on: '2026-05-31' })], null], { asOf: '2026-04-15' });
	const lines = [
		line({ line_id: '1', contract_id: 'C-1', starts_on: '2025-06-01', ends_on: '2026-05-31' }),
		line({
			line_id: '2',
			starts_on: '2026-06-01',
			ends_on: '2027-05-31',
			arr_minor: 60_000,
			recorded_at: '2026-05-20T10:00:00.000Z',
		}),
	];
	const account = { account_id: 'acme', csm_id: 'jane', segment: 'smb' };
	const { rows } = await run('scoreForecasts', [made.rows[0] ?? [], [...lines, account]], {
		asOf: '2026-08-01',
	});
	const [accuracy = [], scored = []] = rows;
	expect(scored.find(({ scope }) => scope === 'month:2026-05/weighted/USD')).toMatchObject({
		actual_minor: 60_000,
		error_minor: 30_000,
	});
	expect(
		accuracy.find(
			({ kind, group, category }) => kind === 'accuracy' && group === 'owner' && category === 'weighted',
		),
	).toMatchObject({ key: 'jane', wape_rate: 0.5, bias_rate: 0.5 });
	expect(accuracy.find(({ kind }) => kind === 'conversion')).toMatchObject({
		category: 'commit',
		conversion_rate: 0.6,
		slippage_rate: 0,
	});
	for (const row of accuracy) matches(scoreSchema, row);
	const again = await run('scoreForecasts', [scored, [...lines, account]], { asOf: '2026-08-01' });
	expect(again.rows[1]).toEqual([]);
	await expect(run('scoreForecasts', [[{ color: 'red' }], null])).rejects.toThrow(/no frozen forecast/);
});
