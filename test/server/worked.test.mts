// The Health Score node in real n8n against twenty accounts worked out on paper (test/golden/health/worked).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../../demo/hostPaths.mts';
import { itemsOf, mustSucceed, startBench, type Bench, type Row } from './support.mts';

interface Worked {
	readonly name: string;
	readonly item: { readonly account_id: string };
	readonly worked: readonly string[];
	readonly expected: { value: number | null; rounded: number | null; band: string | null; coverage: number };
}
const fixture = join(ROOT, 'test', 'golden', 'health', 'worked', 'accounts.json');
const { asOf, accounts } = JSON.parse(readFileSync(fixture, 'utf8')) as { asOf: string; accounts: Worked[] };

const chain = ['Start', 'Accounts', 'One by one', 'Health Score'];
const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
	id: `00000000-0000-4000-8000-00000000000${chain.indexOf(name)}`,
	name,
	type,
	typeVersion,
	position: [220 * chain.indexOf(name), 0],
	parameters,
});
const workflow = {
	id: 'csWorkedAccounts',
	name: 'Worked accounts',
	nodes: [
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Accounts', 'n8n-nodes-base.set', 3.4, {
			mode: 'raw',
			jsonOutput: JSON.stringify({ accounts: accounts.map(({ item }) => item) }),
			options: {},
		}),
		node('One by one', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'accounts', options: {} }),
		node('Health Score', 'n8n-nodes-customer-success.healthScore', 1, { asOf }),
	],
	connections: Object.fromEntries(
		chain
			.slice(0, -1)
			.map((name, at) => [name, { main: [[{ node: chain[at + 1], type: 'main', index: 0 }]] }]),
	),
	settings: { executionOrder: 'v1' },
};

let bench: Bench;
let rows: Map<string, Row>;
before(async () => {
	bench = await startBench();
	await bench.server.importWorkflow(workflow as never);
	const items = itemsOf(await mustSucceed(bench.server, workflow.id), 'Health Score');
	rows = new Map(items.map((row) => [row['account_id'], row]));
});
after(() => bench.close());

test('twenty accounts come out', () => assert.equal(rows.size, 20));

for (const { name, item, worked, expected } of accounts) {
	test(`${item.account_id} ${name}`, () => {
		const row = rows.get(item.account_id)!;
		const paper = worked.join('\n');
		if (expected.value === null) assert.equal(row['value'], null, paper);
		else assert.ok(Math.abs(row['value'] - expected.value) < 1e-9, `${row['value']} instead of\n${paper}`);
		assert.equal(row['rounded'], expected.rounded, paper);
		assert.equal(row['band'], expected.band, paper);
		assert.ok(
			Math.abs(row['coverage'] - expected.coverage) < 1e-9,
			`${row['coverage']} instead of ${expected.coverage}`,
		);
		const sum = row['details'].contributions.reduce(
			(total: number, term: Row) => total + (term['contribution'] ?? (term as unknown as number[])[4]),
			0,
		);
		if (expected.value !== null)
			assert.ok(Math.abs(sum - row['value']) < 1e-9, `contributions add up to ${sum}`);
	});
}
