import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installNodePackage } from '../../demo/nodePackage.mts';
import { startServer, type N8nServer } from '../../demo/server.mts';
import { benchAccount } from './accounts.mts';
import type { Figure } from './run.mts';

const node = (
	name: string,
	type: string,
	typeVersion: number,
	x: number,
	parameters: object,
	extra: object = {},
) => ({
	id: `00000000-0000-4000-8000-${String(x).padStart(12, '0')}`,
	name,
	type,
	typeVersion,
	position: [x, 0],
	parameters,
	...extra,
});

/** Webhook -> rows from a local address -> the node under test -> pass-through -> one item as the answer. */
function chain(id: string, source: string, tested: ReturnType<typeof node>, save: boolean) {
	const names = ['Webhook', 'Rows', tested.name, 'Pass', 'Last'];
	const connections = Object.fromEntries(
		names
			.slice(0, -1)
			.map((name, at) => [name, { main: [[{ node: names[at + 1], type: 'main', index: 0 }]] }]),
	);
	return {
		id,
		name: id,
		nodes: [
			node(
				'Webhook',
				'n8n-nodes-base.webhook',
				2,
				0,
				{ path: id, httpMethod: 'POST', responseMode: 'lastNode', options: {} },
				{ webhookId: id },
			),
			node('Rows', 'n8n-nodes-base.httpRequest', 4.2, 200, {
				url: `=${source}/{{ $json.body.n }}`,
				options: {},
			}),
			tested,
			node('Pass', 'n8n-nodes-base.noOp', 1, 600, {}),
			node('Last', 'n8n-nodes-base.limit', 1, 800, { maxItems: 1 }),
		],
		connections,
		settings: { executionOrder: 'v1', saveDataSuccessExecution: save ? 'all' : 'none' },
	};
}

async function secondsOf(server: N8nServer, id: string, n: number): Promise<number> {
	const since = process.hrtime.bigint();
	const answer = await fetch(`${server.base}/webhook/${id}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ n }),
	});
	const text = await answer.text();
	if (!answer.ok || !/account_id/.test(text))
		throw new Error(`${id} with ${n} rows: ${answer.status} ${text.slice(0, 300)}`);
	return Number(process.hrtime.bigint() - since) / 1e9;
}

/** The Health Score node inside real n8n: what it adds to a pass-through chain, and an n8n Code node doing the naive sum beside it. */
export async function benchServer(root: string): Promise<Figure[]> {
	const home = mkdtempSync(join(tmpdir(), 'bench-n8n-'));
	const rows = createServer((request, response) => {
		const n = Number(request.url?.slice(1));
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(Array.from({ length: n }, (_, index) => benchAccount(index))));
	});
	await new Promise<void>((resolve) => rows.listen(0, '127.0.0.1', resolve));
	const source = `http://127.0.0.1:${(rows.address() as AddressInfo).port}`;
	await installNodePackage(home);
	const server = await startServer({ home, port: 5790, env: { NODE_OPTIONS: '--max-old-space-size=8192' } });
	const naive = readFileSync(join(root, 'test/bench/naiveHealth.cjs'), 'utf8').replace(
		/^module\.exports.*$/m,
		'',
	);
	const health = (options: object) =>
		node('Tested', 'n8n-nodes-customer-success.healthScore', 1, 400, {
			options: { onlyTableColumns: true, ...options },
		});
	const tested = {
		pass: node('Tested', 'n8n-nodes-base.noOp', 1, 400, {}),
		full: health({}),
		numbers: health({ explanation: 'none' }),
		code: node('Tested', 'n8n-nodes-base.code', 2, 400, {
			jsCode: `${naive}\nreturn $input.all().map(({ json }) => ({ json: naiveHealth(json) }));`,
		}),
	};
	const figures: Figure[] = [];
	try {
		for (const save of [true, false]) {
			const idOf = (name: string) => `bench${name}${save ? 'Saved' : 'None'}`;
			for (const [name, node] of Object.entries(tested)) {
				await server.importWorkflow(chain(idOf(name), source, node, save) as never);
				await server.publish(idOf(name));
			}
			await new Promise((resolve) => setTimeout(resolve, 3000));
			for (const name of Object.keys(tested)) await secondsOf(server, idOf(name), 1000);
			for (const n of [10_000, 100_000]) {
				const times: Record<string, number> = {};
				for (let repeat = 0; repeat < 3; repeat++) {
					for (const name of Object.keys(tested)) {
						const seconds = await secondsOf(server, idOf(name), n).catch(() => Infinity);
						times[name] = Math.min(times[name] ?? Infinity, seconds);
					}
				}
				const added = (name: string) => (times[name]! / times['pass']! - 1) * 100;
				for (const name of ['full', 'numbers']) {
					const what = name === 'full' ? 'full explanation' : 'explanation none';
					const chain = `${n.toLocaleString('en-US')} items, executions ${save ? 'saved' : 'not saved'}`;
					figures.push({
						figure: `Health Score in n8n, ${what}, ${chain}: time added to a pass-through chain of ${times['pass']!.toFixed(2)} s`,
						value: added(name),
						unit: '%',
						peer: 'naive sum in a Code node',
						peerValue: added('code'),
						...(save ? { target: 'under 25 %' } : {}),
						met: save ? added(name) < 25 : null,
					});
				}
			}
		}
		return figures;
	} finally {
		await server.stop();
		rows.close();
		rmSync(home, { recursive: true, force: true });
	}
}
