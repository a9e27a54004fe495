// The first thing many will do: publish everything and let the day run before any account is in the tables.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { installTemplates, mustSucceed, startBench, type Bench, type Row } from './support.mts';

let bench: Bench;
let runs: Map<string, Row>;
before(async () => {
	bench = await startBench();
	await installTemplates(bench.server);
	await mustSucceed(bench.server, 'csDailyHealthRun');
	const rows = await bench.server.getRows<Row>('cs_runs');
	runs = new Map(rows.map((row) => [row['stage'], row]));
});
after(() => bench.close());

test('with empty tables the day fails and names the table to fill', () => {
	assert.match(runs.get('health')?.['message'], /cs_accounts has no account/);
	assert.match(runs.get('hub')?.['message'], /cs_accounts has no account/);
});

test('upkeep has nothing to do and says it is done', () => {
	assert.equal(runs.get('upkeep')?.['status'], 'done', runs.get('upkeep')?.['message']);
});
