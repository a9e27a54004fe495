// Set-up of the server tests of one desk: a stage of the daily run that is also looked at by hand. Only this stage is installed.
import {
	installTemplates,
	Listener,
	loadAccounts,
	mustSucceed,
	readTemplate,
	setSetting,
	startBench,
	stopAfter,
	type Bench,
	type Row,
} from './support.mts';

export const HUB = 'csDailyHealthRun';

export interface Desk {
	readonly bench: Bench;
	readonly listener: Listener;
	rowsOf(table: string, filter?: Row): Promise<Row[]>;
	/** Runs the hub; the row that the stage left. */
	runTheDay(): Promise<Row>;
	/** Runs the hub until it has passed a node of the desk, ends n8n as a power cut does, and starts it again with the desk as it ships. */
	killAfter(node: string): Promise<void>;
	close(): Promise<void>;
}

export async function startDesk(
	stage: string,
	{ template: name, id, accounts }: { template: string; id: string; accounts: number },
): Promise<Desk> {
	const listener = await Listener.start();
	const bench = await startBench();
	const { server } = bench;
	await installTemplates(server);
	await server.unpublish('csRunWatch');
	await loadAccounts(server, accounts);
	for (const { key } of await server.getRows<Row>('cs_settings'))
		if (String(key).startsWith('stage.') && key !== `stage.${stage}`)
			await setSetting(server, key, 'csNowhere');

	const install = async (template: Parameters<typeof server.importWorkflow>[0]) => {
		await server.importWorkflow(template);
		await server.publish(id);
	};
	return {
		bench,
		listener,
		rowsOf: async (table, filter = {}) => await server.getRows<Row>(table, filter),
		runTheDay: async () => {
			await mustSucceed(server, HUB);
			return (await server.getRows<Row>('cs_runs', { stage })).at(-1) ?? {};
		},
		killAfter: async (node) => {
			const template = readTemplate(name);
			const arrived = new Promise<void>((resolve, reject) => {
				const tooLate = () => reject(new Error(`The desk did not come to ${node} within two minutes.`));
				setTimeout(tooLate, 120_000).unref();
				listener.answer = () => {
					resolve();
					return new Promise(() => undefined);
				};
			});
			await install(stopAfter(template, node, `${listener.url}/boundary`));
			await server.startRun(HUB);
			await arrived;
			await server.kill9();
			listener.answer = () => 200;
			await server.restart();
			await install(template);
			await server.updateRows('cs_leases', { lease: 'daily-run' }, { until: '1970-01-01T00:00:00.000Z' });
		},
		close: async () => {
			await bench.close();
			await listener.close();
		},
	};
}
