// Loads the demo portfolio into the tables, in large batches.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CHURN_TABLES, REVENUE_TABLES, SYNC_TABLES, TABLES } from '../shared/tables/index.ts';
import { generateAccount } from './portfolio/generateAccount.ts';
import { generateWorld } from './portfolio/generateWorld.ts';
import { scoreHistory } from './portfolio/scoreHistory.ts';
import type { N8nServer, Row } from './server.mts';
import type { StartOptions } from './startOptions.mts';
import type { LoadedPortfolio } from './state.mts';

/** The portfolio to load, or null when the home holds what is asked for. */
export function portfolioWanted(
	{ accounts, seed, asOfOn }: Pick<StartOptions, 'accounts' | 'seed' | 'asOfOn'>,
	loaded: LoadedPortfolio | undefined,
	today: string,
): LoadedPortfolio | null {
	const wanted = {
		accounts: accounts ?? loaded?.accounts ?? 1250,
		seed: seed ?? loaded?.seed ?? 42,
		asOfOn: asOfOn ?? loaded?.asOfOn ?? today,
	};
	const isThere =
		loaded?.accounts === wanted.accounts && loaded.seed === wanted.seed && loaded.asOfOn === wanted.asOfOn;
	return isThere ? null : wanted;
}

/** Rows per table that are gathered before they are sent. */
const SENT_AT_ONCE = 10_000;

/** Gathers rows by table and sends each table's when there are enough, one request at a time, while the caller goes on. */
class RowSender {
	private readonly gathered = new Map<string, Row[]>();
	private underway: Promise<void> = Promise.resolve();
	readonly sent = new Map<string, number>();

	constructor(private readonly server: N8nServer) {}

	async add(tables: Readonly<Record<string, readonly Row[]>>): Promise<void> {
		for (const [table, rows] of Object.entries(tables)) {
			const gathered = this.gathered.get(table) ?? [];
			gathered.push(...rows);
			this.gathered.set(table, gathered);
			if (gathered.length >= SENT_AT_ONCE) await this.send(table);
		}
	}

	async sendAll(): Promise<void> {
		for (const table of this.gathered.keys()) await this.send(table);
		await this.underway;
	}

	/** Returns when the request before it is answered. */
	private async send(table: string): Promise<void> {
		const rows = this.gathered.get(table) ?? [];
		this.gathered.set(table, []);
		this.sent.set(table, (this.sent.get(table) ?? 0) + rows.length);
		await this.underway;
		this.underway = this.server.insertRows(table, rows);
		// The fault is thrown where `underway` is awaited next; until then it must not count as nobody's.
		this.underway.catch(() => undefined);
	}
}

/** What an earlier attempt or another portfolio left, models learned from it among it. Settings are a person's and stay. */
async function clearTables(server: N8nServer): Promise<void> {
	const there = await server.tableNames();
	for (const { name } of [...TABLES, ...SYNC_TABLES, ...CHURN_TABLES, ...REVENUE_TABLES]) {
		if (name === 'cs_settings' || !there.includes(name)) continue;
		if ((await server.countRows(name)) > 0) await server.deleteRows(name);
	}
	await server.updateRows('cs_settings', { key: 'churn.champion' }, { value_json: '""' });
}

/** Adds the settings whose key is missing; changes none. */
async function addSettings(server: N8nServer, wanted: readonly Row[]): Promise<void> {
	const there = new Set((await server.getRows<{ key: string }>('cs_settings')).map(({ key }) => key));
	const missing = wanted.filter(({ key }) => !there.has(String(key)));
	await server.insertRows('cs_settings', missing);
}

/** Number of rows by table. */
export async function loadPortfolio(
	server: N8nServer,
	{ seed, accounts, asOfOn }: LoadedPortfolio,
): Promise<ReadonlyMap<string, number>> {
	await clearTables(server);
	const sender = new RowSender(server);
	const { cs_settings, ...world } = generateWorld(seed, { asOfOn });
	await sender.add(world);
	for (let index = 0; index < accounts; index++) {
		if (index % 20 === 0) await nextTurn(); // lets the request that is underway be written
		const account = generateAccount(seed, index, { asOfOn });
		await sender.add({ ...account.rows, cs_score_history: scoreHistory(account, { asOfOn }) });
	}
	await sender.sendAll();
	await addSettings(server, cs_settings);
	return sender.sent;
}
