import { execFileSync } from 'node:child_process';
import { createServer, request as forward } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { installNodePackage } from '../../demo/nodePackage.mts';
import { startServer } from '../../demo/server.mts';
import { AIRTABLE_BASE_ID, createAirtableFake } from '../fakes/airtable';
import { serve } from '../fakes/serve.mts';
import type { Figure } from './run.mts';

const ACCOUNTS = 1_000;
const PER_SECOND = 5;

/** n8n's own Airtable node knows one host; a local proxy that ends TLS stands in for it. Gives the address of the proxy. */
async function standInForAirtable(home: string, target: string): Promise<{ url: string; close: () => void }> {
	const [key, cert] = [join(home, 'key.pem'), join(home, 'cert.pem')];
	const subject = ['-subj', '/CN=api.airtable.com', '-addext', 'subjectAltName=DNS:api.airtable.com'];
	execFileSync(
		'openssl',
		['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject],
		{ stdio: 'ignore' },
	);
	const plain = createServer((incoming, outgoing) => {
		const { method, headers, url = '/' } = incoming;
		const onward = forward(`${target}${url}`, { method, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		incoming.pipe(onward);
	});
	const tls = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (socket) =>
		plain.emit('connection', socket),
	);
	await new Promise<void>((ready) => tls.listen(0, '127.0.0.1', ready));
	const { port } = tls.address() as AddressInfo;
	const proxy = createServer();
	proxy.on('connect', async (_request, client) => {
		const { connect } = await import('node:net');
		const onward = connect(port, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			onward.pipe(client);
			client.pipe(onward);
		});
		for (const socket of [onward, client]) socket.on('error', () => socket.destroy());
	});
	await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
	return {
		url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
		close: () => {
			proxy.closeAllConnections();
			proxy.close();
			tls.close();
		},
	};
}

const step = (name: string, type: string, typeVersion: number, x: number, parameters: object, more = {}) => ({
	id: `00000000-0000-4000-8000-${String(x).padStart(12, '0')}`,
	name,
	type,
	typeVersion,
	position: [x, 0],
	parameters,
	...more,
});

/** Rows from a local address, written by n8n's own Airtable node: upsert by Account ID. */
function workflow(rowsUrl: string, table: string, credential: { id: string; name: string }) {
	const link = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		id: 'benchAirtablePeer',
		name: 'benchAirtablePeer',
		nodes: [
			step('Start', 'n8n-nodes-base.manualTrigger', 1, 0, {}),
			step('Rows', 'n8n-nodes-base.httpRequest', 4.2, 200, { url: rowsUrl, options: {} }),
			step(
				'Airtable',
				'n8n-nodes-base.airtable',
				2.1,
				400,
				{
					operation: 'upsert',
					base: { __rl: true, mode: 'id', value: AIRTABLE_BASE_ID },
					table: { __rl: true, mode: 'id', value: table },
					columns: {
						mappingMode: 'autoMapInputData',
						value: {},
						matchingColumns: ['Account ID'],
						schema: [],
					},
					options: {},
				},
				{ credentials: { airtableTokenApi: credential } },
			),
		],
		connections: { Start: link('Rows'), Rows: link('Airtable') },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
	};
}

/** Writing 1,000 scores with n8n's built-in Airtable node: how many calls, and how far it comes at the documented limit. */
export async function benchAirtablePeer(): Promise<Figure[]> {
	const home = mkdtempSync(join(tmpdir(), 'bench-airtable-'));
	let unlimited = true;
	const started = Date.now();
	// With time a thousand times faster no limit is ever met: the calls alone are counted.
	const fakes = [1_000, 1].map((speed) =>
		createAirtableFake({ accounts: ACCOUNTS, now: () => started + (Date.now() - started) * speed }),
	);
	const current = () => fakes[unlimited ? 0 : 1]!;
	const fake = await serve({
		handle: (request) => current().handle(request),
		plan: () => undefined,
		log: [],
		throttled: () => 0,
	});
	const rows = createServer((_request, response) => {
		response.setHeader('content-type', 'application/json');
		const ids = current()
			.accountIds()
			.map((id) => current().account(id)?.['Account ID']);
		response.end(JSON.stringify(ids.map((id) => ({ 'Account ID': id, 'Health Score': 71.5 }))));
	});
	await new Promise<void>((ready) => rows.listen(0, '127.0.0.1', ready));
	const proxy = await standInForAirtable(home, fake.url);
	await installNodePackage(home);
	const server = await startServer({
		home,
		port: 5796,
		env: {
			HTTPS_PROXY: proxy.url,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: join(home, 'cert.pem'),
		},
	});
	try {
		const credential = await server.api('POST', '/credentials', {
			name: 'Airtable',
			type: 'airtableTokenApi',
			data: { accessToken: 'patFake' },
		});
		const url = `http://127.0.0.1:${(rows.address() as AddressInfo).port}/`;
		await server.importWorkflow(workflow(url, 'Accounts', credential) as never);
		const free = await server.run('benchAirtablePeer', 'Start', 300_000);
		const calls = current().log.length;
		unlimited = false;
		const limited = await server.run('benchAirtablePeer', 'Start', 300_000);
		const accepted = current().log.filter(({ status }) => status === 200).length;
		if (free.status !== 'success')
			throw new Error(`the built-in node ended with ${free.status} without any limit`);
		return [
			{
				figure: `Airtable: requests to write ${ACCOUNTS.toLocaleString('en-US')} scores; at ${PER_SECOND} a second the peer needs ${calls / PER_SECOND} s, and as it is ended with "${limited.status}" after ${accepted} accepted calls, because it does not pace`,
				value: ACCOUNTS / 10,
				unit: 'requests',
				peer: "n8n's built-in Airtable node, upsert",
				peerValue: calls,
				met: null,
			},
		];
	} finally {
		await server.stop();
		proxy.close();
		rows.close();
		await fake.close();
		rmSync(home, { recursive: true, force: true });
	}
}
