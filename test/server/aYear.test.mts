// A simulated year of 1,250 accounts: what the daily run inserts, really inserted; the upkeep really run every week; the size as n8n counts it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays } from '../../scoring/core/addDays.ts';
import {
	installTemplates,
	leaveOutRevenue,
	itemsOf,
	loadAccounts,
	mustSucceed,
	startBench,
	today,
	type Bench,
	type Row,
} from './support.mts';

const ACCOUNTS = 1250;
const WEEKS = 52;
const LIMIT_BYTES = 200 * 1024 * 1024;
/** Messages and alerts of one day; many more than a calm portfolio has. */
const ALERTS_A_DAY = 25;

let bench: Bench;

before(async () => {
	bench = await startBench({ N8N_DATA_TABLES_SIZE_CHECK_CACHE_DURATION_MS: '3000' });
	await installTemplates(bench.server);
	await leaveOutRevenue(bench.server);
	await loadAccounts(bench.server, ACCOUNTS);
});

after(async () => {
	await bench?.close();
});

/** The upkeep as the hub calls it, on this day; called from a workflow of its own so that n8n keeps no copy of what was deleted. */
async function upkeepOn(day: string): Promise<void> {
	const node = (name: string, type: string, typeVersion: number, parameters: Row, x: number) => ({
		id: name,
		name,
		type: `n8n-nodes-base.${type}`,
		typeVersion,
		position: [x, 0],
		parameters,
	});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	await bench.server.importWorkflow({
		id: 'csTestUpkeep',
		name: 'Upkeep on a day',
		nodes: [
			node('Start', 'manualTrigger', 1, {}, 0),
			node(
				'Day',
				'set',
				3.4,
				{
					mode: 'raw',
					jsonOutput: JSON.stringify({ runId: `upkeep-${day}`, businessDay: day }),
					options: {},
				},
				224,
			),
			node(
				'Upkeep',
				'executeWorkflow',
				1.2,
				{
					workflowId: { __rl: true, mode: 'id', value: 'csTableUpkeep' },
					workflowInputs: { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema: [] },
				},
				448,
			),
		],
		connections: { Start: to('Day'), Day: to('Upkeep') },
		settings: { executionOrder: 'v1' },
	});
	const [row] = itemsOf(await mustSucceed(bench.server, 'csTestUpkeep'), 'Upkeep');
	assert.deepEqual([row?.stage, row?.status], ['upkeep', 'done']);
}

test('a year of daily runs stays inside 200 MiB', async (context) => {
	const { server } = bench;
	await mustSucceed(server, 'csDailyHealthRun');
	const scores = (await server.getRows<Row>('cs_scores')).map(({ id, createdAt, updatedAt, ...row }) => row);
	const usage = (await server.getRows<Row>('cs_usage', { period: 'week' }))
		.slice(0, ACCOUNTS)
		.map(({ id, createdAt, updatedAt, ...row }) => row);
	const tickets = (await server.getRows<Row>('cs_tickets'))
		.slice(0, 600)
		.map(({ id, createdAt, updatedAt, ...row }) => row);
	const sizes = [await server.tableSizeBytes()];
	let day = today();
	for (let week = 0; week < WEEKS; week++) {
		const days = Array.from({ length: 7 }, (_, index) => addDays(day, index + 1));
		day = days[6]!;
		await server.insertRows(
			'cs_score_history',
			days.flatMap((as_of_on) =>
				scores.map(({ score, account_id, value, band, coverage, delta, model_version, config_hash }) => ({
					score,
					account_id,
					as_of_on,
					computed_at: `${as_of_on}T00:00:05.000Z`,
					value,
					band,
					coverage,
					delta,
					model_version,
					config_hash,
				})),
			),
		);
		// The scores of a run replace those before it, so the last run of the week is what stays of seven.
		await server.insertRows(
			'cs_scores',
			scores.map((row) => ({ ...row, run_id: day, as_of_on: day })),
		);
		await server.deleteRows('cs_scores', [{ columnName: 'run_id', condition: 'neq', value: day }]);
		await server.insertRows(
			'cs_usage',
			usage.map((row) => ({ ...row, starts_on: day })),
		);
		await server.insertRows(
			'cs_tickets',
			tickets.slice(0, 150).map((row, index) => ({
				...row,
				ticket_id: `${day}-${index}`,
				opened_at: `${day}T08:00:00.000Z`,
				resolved_at: `${day}T09:00:00.000Z`,
				status: 'closed',
			})),
		);
		await server.insertRows(
			'cs_runs',
			days.flatMap((on) =>
				['hub', 'health', 'alert', 'upkeep'].map((stage) => ({
					run_id: on,
					stage,
					business_day_on: on,
					status: 'done',
					started_at: `${on}T00:00:00.000Z`,
					ended_at: `${on}T00:01:00.000Z`,
					message: 'x'.repeat(200),
					detail_json: 'x'.repeat(stage === 'hub' ? 1500 : 200),
				})),
			),
		);
		const each = days.flatMap((on) =>
			Array.from({ length: ALERTS_A_DAY }, (_, index) => ({ on, key: `${on}:${index}` })),
		);
		await server.insertRows(
			'cs_alerts',
			each.map(({ on, key }) => ({
				alert_key: key,
				account_id: 'CUST_0001',
				cause: 'health_below_70',
				opened_at: `${on}T00:00:10.000Z`,
				closed_at: `${on}T23:00:00.000Z`,
				detail_json: 'x'.repeat(400),
				rev: 2,
			})),
		);
		await server.insertRows(
			'cs_outbox',
			each.map(({ on, key }) => ({
				effect_key: key,
				kind: 'message',
				payload_json: 'x'.repeat(1200),
				status: 'sent',
				attempts: 1,
				first_at: `${on}T00:00:10.000Z`,
				next_at: `${on}T00:00:10.000Z`,
				last_at: `${on}T00:00:20.000Z`,
				rev: 2,
			})),
		);
		await server.insertRows(
			'cs_audit',
			each.flatMap(({ on, key }) =>
				['opened', 'closed'].map((action) => ({
					audit_id: `${key}:${action}`,
					at: `${on}T00:00:10.000Z`,
					actor: 'alert',
					action,
					subject: key,
					reason: 'x'.repeat(80),
					after_json: 'x'.repeat(200),
					run_id: on,
				})),
			),
		);
		await upkeepOn(day);
		sizes.push(await server.tableSizeBytes());
	}
	const mib = sizes.map((bytes) => Math.round(bytes / 1024 / 1024));
	context.diagnostic(`MiB at the start and after each week: ${mib.join(' ')}`);
	assert.ok(Math.max(...sizes) < LIMIT_BYTES, `${Math.max(...mib)} MiB`);
	const kept = new Map<string, number>();
	for (const { as_of_on } of await server.getRows<Row>('cs_score_history', {
		account_id: scores[0]!.account_id,
	}))
		kept.set(as_of_on, (kept.get(as_of_on) ?? 0) + 1);
	const ofYear = [...kept.keys()].filter((on) => on > addDays(day, -365) && on <= addDays(day, -49));
	assert.ok(
		ofYear.length >= 44 && ofYear.length <= 47,
		`${ofYear.length} days of the weeks before the last 35 days`,
	);
	assert.equal([...kept.keys()].filter((on) => on > addDays(day, -35)).length, 35);
});
