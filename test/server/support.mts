// Set-up that the server tests share: a throw-away n8n with the package, the templates, the tables and a small portfolio; a listener
// that stands for the outside world.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../demo/hostPaths.mts';
import { importTemplates, readTemplates, type Template } from '../../demo/importTemplates.mts';
import { loadPortfolio } from '../../demo/loadPortfolio.mts';
import { portIsFree } from '../../demo/n8nProcess.mts';
import { installNodePackage } from '../../demo/nodePackage.mts';
import { startServer, type Execution, type N8nServer, type WorkflowJson } from '../../demo/server.mts';

/** No file of server tests takes longer. */
const LONGEST_FILE_MS = 8 * 60_000;

/** Waits for the new day when a file begun now would see it change: the run id of a day is its date. */
async function keepOffMidnight(): Promise<void> {
	const left = 86_400_000 - (Date.now() % 86_400_000);
	if (left > LONGEST_FILE_MS) return;
	console.log(`Waiting ${Math.ceil(left / 1000)} s: the day would change in mid-test.`);
	await new Promise((done) => setTimeout(done, left + 2000));
}

// Before the tests ask for their day.
await keepOffMidnight();

export type Row = Record<string, any>;

/** The day the tests run: the templates take it from the clock, so the portfolio is made as of it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Starts looking at a place of its own, because several test runs may look at the same time. */
async function freePort(): Promise<number> {
	const first = 5710 + 2 * (process.pid % 40);
	for (let step = 0; step < 80; step += 2) {
		const port = 5710 + ((first - 5710 + step) % 80);
		if ((await portIsFree(port)) && (await portIsFree(port + 1))) return port;
	}
	throw new Error('No two free ports between 5710 and 5790.');
}

/** Somebody may take the port between the look and the start. */
async function startOnFreePort(home: string, env: Record<string, string>, tries = 3): Promise<N8nServer> {
	try {
		return await startServer({ home, port: await freePort(), env });
	} catch (fault) {
		if (tries > 1 && /in use/.test(String(fault))) return await startOnFreePort(home, env, tries - 1);
		throw fault;
	}
}

export interface Bench {
	readonly server: N8nServer;
	close(): Promise<void>;
}

/** n8n in an empty home with the built package in it; nothing imported yet. */
export async function startBench(env: Record<string, string> = {}): Promise<Bench> {
	const home = mkdtempSync(join(tmpdir(), 'cs-server-'));
	try {
		mkdirSync(join(home, 'logs'), { recursive: true });
		await installNodePackage(home);
		const server = await startOnFreePort(home, env);
		const close = async () => {
			await server.stop();
			rmSync(home, { recursive: true, force: true });
		};
		return { server, close };
	} catch (fault) {
		rmSync(home, { recursive: true, force: true });
		throw fault;
	}
}

/** A template as it ships, but for its clock. */
export function readTemplate(name: string): Template {
	return withoutClock(JSON.parse(readFileSync(join(ROOT, 'templates', `${name}.json`), 'utf8')));
}

/** The template with a schedule that never comes round: a watch that starts by itself in the middle of a test posts what the test counts. */
function withoutClock(template: Template): Template {
	const changed: any = structuredClone(template);
	for (const node of changed.nodes) {
		if (!node.type.endsWith('.scheduleTrigger')) continue;
		node.parameters.rule.interval = [{ field: 'cronExpression', expression: '0 0 29 2 *' }];
	}
	return changed;
}

/** The workflow with a request to `url` straight after a node: whoever answers holds n8n at that boundary. */
export function stopAfter(template: WorkflowJson, node: string, url: string): WorkflowJson {
	const changed: any = structuredClone(template);
	changed.nodes.push({
		id: '00000000-0000-4000-8000-000000000001',
		name: 'Boundary',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [0, -4000],
		parameters: { url, options: {} },
		executeOnce: true,
	});
	changed.connections[node] ??= { main: [[]] };
	changed.connections[node].main[0].unshift({ node: 'Boundary', type: 'main', index: 0 });
	return changed;
}

/** Imports and publishes every template, then runs create-tables. */
export async function installTemplates(server: N8nServer): Promise<void> {
	const templates = readTemplates().map(({ template, hash }) => ({ template: withoutClock(template), hash }));
	await importTemplates(server, templates, {});
	await mustSucceed(server, 'csCreateTables');
}

/** Fills the tables with a generated portfolio as of today. */
export async function loadAccounts(server: N8nServer, accounts: number, seed = 42): Promise<void> {
	const kept = await server.getRows<Row>('cs_leases');
	const lease = kept.map(({ lease, holder, until, rev }) => ({ lease, holder, until, rev }));
	await loadPortfolio(server, { seed, accounts, asOfOn: today() });
	if ((await server.countRows('cs_leases')) === 0) await server.insertRows('cs_leases', lease);
}

/** Makes everybody's last score a good one, so that whoever is below a threshold today has crossed it. */
export async function makeEverybodyFine(server: N8nServer): Promise<void> {
	const days = (await server.getRows<Row>('cs_score_history'))
		.map((row) => row.as_of_on)
		.filter((day) => day < today());
	const last = days.sort().at(-1);
	await server.updateRows('cs_score_history', { as_of_on: last }, { value: 90, band: 'excellent' });
}

export async function setSetting(server: N8nServer, key: string, value: unknown): Promise<void> {
	await server.updateRows('cs_settings', { key }, { value_json: JSON.stringify(value) });
}

/** The hub leaves expansion, renewals and value out, as if they were not installed: for tests about the rest of the day. */
export async function leaveOutRevenue(server: N8nServer): Promise<void> {
	for (const stage of ['expansion', 'renewal', 'value']) await setSetting(server, `stage.${stage}`, '');
}

/** Why an execution failed, for the message of a test. */
export function faultOf({ data, status }: Execution): string {
	const result = data?.resultData;
	return `${status} at ${result?.lastNodeExecuted}: ${result?.error?.message} ${result?.error?.description ?? ''}`;
}

export async function mustSucceed(server: N8nServer, id: string, trigger?: string): Promise<Execution> {
	const execution = await server.run(id, trigger);
	if (execution.status !== 'success') throw new Error(`${id}: ${faultOf(execution)}`);
	return execution;
}

/** Items that a node put out in its last run. */
export function itemsOf(execution: Execution, node: string, output = 0): Row[] {
	const runs = execution.data?.resultData?.runData?.[node] ?? [];
	return (runs.at(-1)?.data?.main?.[output] ?? []).map((item: { json: Row }) => item.json);
}

export interface Received {
	readonly path: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** A local HTTP listener that keeps what it is sent; `answer` decides the status, and may wait. */
export class Listener {
	readonly received: Received[] = [];
	answer: (request: Received) => Promise<number> | number = () => 200;

	private constructor(private readonly http: Server) {}

	static async start(): Promise<Listener> {
		const http = createServer((request, response) => {
			let body = '';
			request.on('data', (part: Buffer) => (body += part.toString()));
			request.on('end', async () => {
				const received = { path: request.url ?? '', headers: request.headers, body };
				listener.received.push(received);
				response.writeHead(await listener.answer(received)).end('{}');
			});
			request.on('error', () => undefined);
		});
		const listener = new Listener(http);
		await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
		return listener;
	}

	get url(): string {
		const address = this.http.address();
		return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
	}

	async close(): Promise<void> {
		this.http.closeAllConnections();
		await new Promise((resolve) => this.http.close(resolve));
	}
}
