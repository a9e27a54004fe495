// `npm start`: our nodes in a real n8n with the demo portfolio, the daily run done, its result on the screen, the editor open.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createTables } from './createTables.mts';
import { faultOf, finishDay, HUB_ID, runsOf } from './dailyRun.mts';
import { runningN8n } from './homeLock.mts';
import { importTemplates, readTemplates } from './importTemplates.mts';
import { loadPortfolio, portfolioWanted } from './loadPortfolio.mts';
import { installedFolder, installNodePackage, packageHash } from './nodePackage.mts';
import { PortInUseError, requireFreePorts, type N8nProcess } from './n8nProcess.mts';
import { say, step } from './progress.mts';
import { readSummary } from './readSummary.mts';
import { startServer, type N8nServer } from './server.mts';
import { parseStartOptions, type StartOptions } from './startOptions.mts';
import { readState, writeState, type HomeState } from './state.mts';
import { formatSummary } from './summary.mts';
import { train, TRAINING_ID, trainingsOf } from './trainChurn.mts';

const SETUP_ID = 'csCreateTables';

/** Set as soon as n8n may be running, so that every way out ends it. */
let n8nProcess: N8nProcess | null = null;
let signalledAt: number | null = null;
let release: () => void = () => undefined;
const released = new Promise<void>((resolve) => (release = resolve));

/** First signal: n8n ends in an orderly way. Another one later: at once. (Ctrl-C may arrive twice at the same moment.) */
function endOn(signal: NodeJS.Signals): void {
	process.on(signal, () => {
		if (signalledAt === null) {
			signalledAt = Date.now();
			console.log();
			say('Stopping n8n ... (Ctrl-C again: at once)');
			release();
			void n8nProcess?.stop();
		} else if (Date.now() - signalledAt > 1000) void n8nProcess?.kill9();
	});
}

/** The business day, in UTC. */
function today(): string {
	return new Date().toISOString().slice(0, 10);
}

async function installPackage({ home }: StartOptions, state: HomeState): Promise<void> {
	const hash = packageHash();
	if (state.packageHash === hash && existsSync(installedFolder(home))) return;
	await step('Packing the nodes and installing the tarball into n8n', () => installNodePackage(home));
	state.packageHash = hash;
	writeState(home, state);
}

async function fill(n8n: N8nServer, options: StartOptions, state: HomeState): Promise<void> {
	await step('Checking the tables', () => createTables(n8n));
	const wanted = portfolioWanted(options, state.portfolio, today());
	if (wanted) {
		delete state.portfolio;
		writeState(options.home, state);
		const rows = await step(
			`Loading ${wanted.accounts.toLocaleString('en-US')} demo ${wanted.accounts === 1 ? 'account' : 'accounts'}`,
			() => loadPortfolio(n8n, wanted),
		);
		const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
		say(`  ${total.toLocaleString('en-US')} rows in ${rows.size} tables`);
		state.portfolio = wanted;
		writeState(options.home, state);
	}
	await step('Importing the templates', async () => {
		state.templates = await importTemplates(n8n, readTemplates(), state.templates ?? {});
		writeState(options.home, state);
	});
	if ((await n8n.countRows('cs_leases')) === 0) await prepareTables(n8n);
}

/** The template that users start with adds what every home needs: settings that are missing, the lease of the daily run. */
async function prepareTables(n8n: N8nServer): Promise<void> {
	const { status, data } = await n8n.run(SETUP_ID);
	if (status !== 'success')
		throw new Error(`"Create tables" ended with status "${status}": ${data?.resultData?.error?.message}`);
}

/** Null when there is a model of the portfolio's outcomes, now or already before; otherwise why there is none. */
async function learn(n8n: N8nServer): Promise<string | null> {
	if ((await trainingsOf(n8n)).some(({ status }) => status === 'done')) return null;
	const { status, message } = await step('Learning from 18 months of outcomes', () => train(n8n));
	say(`  ${message ?? status}`);
	return status === 'done'
		? null
		: `${message ?? status}\nTry it again in the editor: ${n8n.base}/workflow/${TRAINING_ID}`;
}

/** Null when the day's run is done, now or already before; otherwise what went wrong and where to look. */
async function dailyRun(n8n: N8nServer, businessDay: string): Promise<string | null> {
	if (faultOf(await runsOf(n8n, businessDay), businessDay) === null) {
		say(`The daily run of ${businessDay} is done already; nothing is repeated.`);
		return null;
	}
	const fault = await step(`Daily run of ${businessDay}`, () => finishDay(n8n, businessDay));
	return fault === null
		? null
		: `The daily run did not succeed. ${fault}\nSee its executions: ${n8n.base}/workflow/${HUB_ID}/executions`;
}

function places({ base, login }: N8nServer): string {
	return `
WHERE IT LIES
  Tables      ${base}/home/datatables
              cs_scores (one row per account: score, band, reason, contributions), cs_score_history,
              cs_alerts, cs_outbox (messages), cs_runs (what each stage did), cs_settings, cs_people,
              cs_models (what was learned), cs_opportunities, cs_forecasts, cs_value_ledger
  Workflows   ${base}/workflow/${HUB_ID} (the daily run)
              ${base}/workflow/${TRAINING_ID} (learns every week who leaves)
              ${base}/home/workflows (the stages and the rest)
  Editor      ${base}   login ${login.email}   password ${login.password}

TRY IT        Open ${base}/workflow/csHealthStage, double-click "Health Score", change one weight,
              press "Execute workflow" (a dry run, nothing is written) and open "What moved and why".
              ${base}/workflow/csRenewalDesk     this quarter's renewals, forecast, ARR bridge, calendar
              ${base}/workflow/csExpansionDesk   opportunities with their evidence, packages for sales
              ${base}/workflow/csValueReview     ROI, business case and cost of inaction of an account
              ${base}/workflow/csRetentionReview how long accounts stay, month by month, by segment`;
}

/** Exit code. */
async function main(options: StartOptions): Promise<number> {
	const { home, port } = options;
	mkdirSync(join(home, 'logs'), { recursive: true });
	const other = runningN8n(home);
	if (other !== null)
		throw new Error(
			`n8n is running in this home already (process ${other}). Press Ctrl-C where it runs, then start again.`,
		);
	await requireFreePorts(port);
	const state = readState(home);
	await installPackage(options, state);
	const title = existsSync(join(home, '.n8n', 'database.sqlite'))
		? 'Starting n8n'
		: 'Starting n8n for the first time';
	const n8n = await step(title, () => startServer({ home, port }, (spawned) => (n8nProcess = spawned)));
	await fill(n8n, options, state);
	const businessDay = today();
	const faults = [await learn(n8n), await dailyRun(n8n, businessDay)].filter((fault) => fault !== null);
	console.log(`\n${formatSummary(await readSummary(n8n, businessDay))}${places(n8n)}\n`);
	const code = faults.length === 0 ? 0 : 1;
	for (const fault of faults) console.error(`${fault}\n`);
	if (options.once) return code;
	say('n8n is open. Ctrl-C stops it; `npm start` opens it again within seconds.');
	await released;
	return code;
}

function explain(fault: unknown): string {
	if (!(fault instanceof PortInUseError)) {
		const log = n8nProcess === null ? '' : `\nn8n's log: ${n8nProcess.logFile}`;
		return `${fault instanceof Error ? fault.message : String(fault)}${log}`;
	}
	const free = fault.port < 60_000 ? fault.port + 10 : fault.port - 10;
	return `Port ${fault.port} is in use by another program (n8n takes two ports: the editor's and the next one).
End that program, or take others:  npm start -- --port ${free}`;
}

/** Exit code: 0 after a run that succeeded, 1 after a fault, 130 when stopped before the summary. */
async function start(args: readonly string[]): Promise<number> {
	try {
		return await main(parseStartOptions(args));
	} catch (fault) {
		if (signalledAt !== null) return 130;
		console.error(`\n${explain(fault)}`);
		return 1;
	} finally {
		await n8nProcess?.stop();
	}
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) endOn(signal);
process.exit(await start(process.argv.slice(2)));
