// The templates that stand alone, in a real n8n, each against its vendor: import, one credential, one press of the button; the next day;
// a day on which everything goes wrong; a crash between a task and its note.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { faultOf, itemsOf, mustSucceed, readTemplate, startBench, type Bench, type Row } from './support.mts';
import { accountsOf, openVendor, requestsOf, setUp, type DailyId, type Vendor } from './vendors.mts';

/** Enough for a second page of accounts, so that a cursor can expire. */
const DAYS: Readonly<Record<DailyId, { id: string; accounts: number }>> = {
	airtable: { id: 'csDailyAirtable', accounts: 120 },
	hubspot: { id: 'csDailyHubspot', accounts: 120 },
	salesforce: { id: 'csDailySalesforce', accounts: 2_050 },
};
const TASKS = 6;
const CHANGED = 8;

let bench: Bench;
before(async () => {
	bench = await startBench();
});
after(async () => await bench?.close());

for (const [name, { id, accounts }] of Object.entries(DAYS)) {
	const chosen = process.env.VENDOR;
	if (chosen !== undefined && chosen !== name) continue;
	describe(`daily-health-run-${name}`, () => {
		let vendor: Vendor;
		const rowsOf = async (table: string, filter = {}) => await bench.server.getRows<Row>(table, filter);
		const ownTasks = async () =>
			(await rowsOf('cs_tasks')).filter(({ task_id }) => task_id.startsWith(`${name}:`));
		const press = async () => itemsOf(await mustSucceed(bench.server, id), 'What happened')[0] as Row;
		const install = async (settings = {}) =>
			await bench.server.importWorkflow(
				setUp(readTemplate(`daily-health-run-${name}`), vendor, {
					atRiskBelow: 75,
					tasksPerRun: TASKS,
					...settings,
				}),
			);
		const scoresShown = () =>
			new Map([...accountsOf(vendor)].map(([key, fields]) => [key, fields[vendor.score]]));

		before(async () => {
			vendor = await openVendor(bench.server, name as DailyId, {
				accounts,
				children: 1,
				prepared: name === 'salesforce',
			});
			await install();
		});
		after(async () => await vendor?.close());

		test('one press: what is missing is created, every account shows its score, the worst have a task', async () => {
			const said = await press();
			console.log(`  ${name}: ${said.message}`);
			for (const [key, fields] of accountsOf(vendor)) {
				assert.ok(Number(fields[vendor.score]) > 0, `${key} shows ${fields[vendor.score]}`);
				assert.match(String(fields[vendor.reasons]), /^\d+, (Excellent|Good|Fair|Poor): /, key);
			}
			assert.deepEqual([said.read, said.written, said.problems], [accounts, accounts, 0]);
			assert.match(said.message, /Most often not seen: [a-z ,]+\./);
			assert.equal(vendor.fake.tasks().size, TASKS);
			const outbox = await rowsOf('cs_outbox', { target: name });
			assert.deepEqual(new Set(outbox.map(({ status }) => status)), new Set(['confirmed']));
			assert.deepEqual(
				(await ownTasks()).map(({ external_id, status, rule }) => [external_id, status, rule]).sort(),
				[...vendor.fake.tasks().keys()].map((key) => [key, 'open', 'health.at_risk']).sort(),
			);
			const [run] = await rowsOf('cs_runs', { stage: `daily-${name}` });
			assert.deepEqual([run?.status, run?.read, run?.message], ['done', accounts, said.message]);
		});

		test('the next day only what changed is written, and nobody gets a second task', async () => {
			const from = vendor.fake.log.length;
			const [changed = ''] = vendor.fake.accountIds();
			const before = scoresShown().get(changed);
			vendor.worsen(vendor.fake, changed);
			const said = await press();
			assert.deepEqual([said.written, said.unchanged, said.problems], [1, accounts - 1, 0], said.message);
			const writes = requestsOf(vendor, vendor.writes, from);
			assert.equal(writes.length, 1);
			assert.ok(JSON.stringify(writes[0]?.body).includes(changed));
			assert.ok(Number(scoresShown().get(changed)) < Number(before));
			const tasks = await ownTasks();
			assert.equal(new Set(tasks.map(({ account_id }) => account_id)).size, 2 * TASKS);
			assert.deepEqual([tasks.length, vendor.fake.tasks().size], [2 * TASKS, 2 * TASKS]);
		});

		test('429, 503, an expired cursor, a dropped connection and a refused record: one end state each', async () => {
			await install({ tasksPerRun: 0 });
			const ids = vendor.fake.accountIds();
			const changed = ids.slice(20, 20 + CHANGED);
			const [gone = ''] = changed;
			for (const key of changed) vendor.worsen(vendor.fake, key);
			vendor.fake.plan({ fault: '429', on: vendor.listPath });
			vendor.fake.plan({ fault: '503', on: vendor.listPath });
			vendor.fake.plan({ fault: 'expire-cursor', on: vendor.listPath, after: 1 });
			vendor.fake.plan({ fault: '503', on: vendor.writePath });
			vendor.fake.plan({ fault: 'drop-after', on: vendor.writePath });
			const from = vendor.fake.log.length;
			vendor.before = (request) => {
				// Deleted by somebody after it was read: its score has nowhere to go.
				if (vendor.writes(request, vendor.fake) && vendor.fake.account(gone) !== null)
					vendor.fake.remove(gone);
			};
			const before = scoresShown();
			const execution = await mustSucceed(bench.server, id);
			vendor.before = () => undefined;
			const [said] = itemsOf(execution, 'What happened');
			console.log(`  ${name}: ${said?.message}`);
			const met = vendor.fake.log.slice(from).map(({ status }) => status);
			const count = (...codes: number[]) => met.filter((status) => codes.includes(status)).length;
			assert.ok(count(429, 403) >= 1 && count(503) >= 2 && count(0) === 1, `${met.join()}`);
			assert.ok(count(400, 422) >= 1, 'the cursor expired');

			const results = itemsOf(execution, 'Write scores');
			assert.equal(results.length, accounts, 'one result for each account');
			const states = new Map(results.map((row) => [row.external_id, row.status]));
			const letters = (await rowsOf('cs_dead_letters', { source: name })).filter(
				(row) => row.resolved_at === null,
			);
			for (const key of ids) {
				const expected = key === gone ? 'failed' : changed.includes(key) ? 'written' : 'unchanged';
				assert.equal(states.get(key), expected, key);
			}
			assert.deepEqual(
				letters.map((row) => [row.object, row.external_id]),
				[['scores', gone]],
			);
			assert.ok(letters[0]?.message.length > 20 && letters[0]?.payload_json.includes('score'));
			const now = scoresShown();
			for (const key of changed.slice(1)) assert.ok(Number(now.get(key)) < Number(before.get(key)), key);
		});

		test('the day after, the letter of what is gone is closed and nothing is written twice', async () => {
			const from = vendor.fake.log.length;
			const said = await press();
			assert.deepEqual([said.read, said.written], [accounts - 1, 0], said.message);
			assert.deepEqual(requestsOf(vendor, vendor.writes, from), []);
			const letters = await rowsOf('cs_dead_letters', { source: name, object: 'scores' });
			assert.deepEqual(
				letters.map((row) => row.resolved_at !== null),
				[true],
			);
		});

		test('killed between creating a task and noting it: the next run finds the task, and makes the rest', async () => {
			await install({ claimMinutes: 0 });
			const tasks = vendor.fake.tasks().size;
			let died: Promise<void> | null = null;
			vendor.before = (request) => {
				if (died !== null || !vendor.makesTask(request, vendor.fake)) return undefined;
				vendor.fake.handle(request);
				died = bench.server.kill9();
				return 'drop';
			};
			await bench.server.startRun(id);
			for (let turn = 0; turn < 300 && died === null; turn++)
				await new Promise((resolve) => setTimeout(resolve, 100));
			assert.notEqual(died, null, 'a task was created');
			await died;
			vendor.before = () => undefined;
			assert.equal(vendor.fake.tasks().size, tasks + 1);
			await bench.server.restart();
			const claimed = await rowsOf('cs_outbox', { target: name, status: 'claimed' });
			assert.equal(claimed.length, TASKS);
			await install({ tasksPerRun: 0, claimMinutes: 0 });
			await press();
			assert.equal(vendor.fake.tasks().size, tasks + TASKS);
			const rows = await ownTasks();
			assert.equal(rows.length, tasks + TASKS);
			assert.equal(new Set(rows.map(({ account_id }) => account_id)).size, rows.length);
			assert.deepEqual(await rowsOf('cs_outbox', { target: name, status: 'claimed' }), []);
		});

		test('a refused credential fails the run with what to do, and touches nothing', async () => {
			const from = vendor.fake.log.length;
			vendor.before = ({ path }) =>
				path.includes('oauth2') ? undefined : { status: 401, body: vendor.refusal };
			const execution = await bench.server.run(id);
			vendor.before = () => undefined;
			assert.equal(execution.status, 'error');
			assert.match(faultOf(execution), /at Say what is wrong: .*(key|token|credential|log ?in|session)/i);
			assert.deepEqual(requestsOf(vendor, vendor.writes, from), []);
		});

		test('a task closed by its owner is closed here; whoever recovered makes room for the next episode', async () => {
			const [task = ''] = vendor.fake.tasks().keys();
			vendor.fake.close(task);
			// HubSpot's search sees a change some seconds later.
			await new Promise((resolve) => setTimeout(resolve, name === 'hubspot' ? 4_000 : 0));
			await install({ tasksPerRun: 0, atRiskBelow: 1 });
			await press();
			const rows = await ownTasks();
			assert.equal(rows.find(({ external_id }) => external_id === task)?.status, 'done');
			assert.deepEqual(new Set(rows.map(({ outcome }) => outcome)), new Set(['recovered']));
		});
	});
}

describe('daily-health-run-hubspot with a key that may do little', () => {
	const ID = 'csDailyHubspot';
	const opened: Vendor[] = [];
	after(async () => {
		for (const vendor of opened) await vendor.close();
	});
	const open = async (options: Parameters<typeof openVendor>[2]) => {
		const vendor = await openVendor(bench.server, 'hubspot', options);
		opened.push(vendor);
		await bench.server.importWorkflow(setUp(readTemplate('daily-health-run-hubspot'), vendor));
		return vendor;
	};

	test('without the scope for tickets the rest is scored and written, and what is missing is said', async () => {
		await open({
			accounts: 12,
			children: 1,
			missingScopes: ['tickets'],
		});
		const [said] = itemsOf(await bench.server.run(ID), 'What happened');
		assert.deepEqual([said?.read, said?.written, said?.problems], [12, 12, 1], said?.message);
		assert.match(said?.message, /Most often not seen: open (urgent )?tickets/);
		const [letter] = await bench.server.getRows<Row>('cs_dead_letters', {
			letter_id: 'run:hubspot:tickets:',
		});
		assert.match(letter?.message, /tickets/);
	});

	test('without the scope to create properties nothing is lost: the run says what to create', async () => {
		await open({
			accounts: 12,
			children: 1,
			prepared: false,
			missingScopes: ['crm.schemas.companies.write'],
		});
		const execution = await bench.server.run(ID);
		const [said] = itemsOf(execution, 'What happened');
		console.log(`  ${said?.message}`);
		assert.equal(execution.status, 'error', 'it is seen');
		assert.match(faultOf(execution), /at Say why: .*crm\.schemas\.companies\.write/);
		assert.deepEqual([said?.read, said?.scored, said?.written, said?.not_written], [12, 12, 0, 12]);
		const [row] = (await bench.server.getRows<Row>('cs_runs', { stage: 'daily-hubspot' })).slice(-1);
		assert.equal(row?.status, 'failed');
	});

	test('an empty portal fails the run in words', async () => {
		await open({ accounts: 0 });
		const execution = await bench.server.run(ID);
		assert.equal(execution.status, 'error');
		assert.match(faultOf(execution), /No account came from HubSpot, so there is nothing to score\./);
	});

	test('only looking creates nothing', async () => {
		const vendor = await open({ accounts: 2, prepared: false });
		const steps = itemsOf(await mustSucceed(bench.server, ID, 'Only look'), 'What is there, what is not');
		assert.ok(steps.length > 8 && steps.some(({ status }) => status === 'missing'));
		assert.deepEqual(
			vendor.fake.log.filter(({ method }) => method !== 'GET'),
			[],
		);
	});
});
