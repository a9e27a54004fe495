// Starts the hub in the server, tells which stage is at work, and says whether the business day is done.
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './progress.mts';
import type { RunRow } from './atRisk.mts';
import type { Execution, N8nServer } from './server.mts';

export const HUB_ID = 'csDailyHealthRun';

/** The stages without which there is nothing to show. */
const NEEDED_STAGES = ['health', 'alert'];

export async function runsOf(server: N8nServer, businessDay: string): Promise<RunRow[]> {
	return await server.getRows<RunRow>('cs_runs', { business_day_on: businessDay });
}

/** Null when the day's run is done; otherwise a sentence that says what is missing. */
export function faultOf(runs: readonly RunRow[], businessDay: string): string | null {
	const failed = runs.find(({ status }) => status === 'failed');
	if (failed) return `Stage ${failed.stage} failed: ${failed.message ?? 'it left no message'}`;
	for (const stage of NEEDED_STAGES) {
		const rows = runs.filter((run) => run.stage === stage);
		if (!rows.some(({ status }) => status === 'done')) {
			return `Stage ${stage} has no row with status "done" for ${businessDay} in cs_runs.`;
		}
	}
	return null;
}

function describeFault(execution: Execution): string {
	const result = execution.data?.resultData;
	const node = result?.lastNodeExecuted ? ` at the node "${result.lastNodeExecuted}"` : '';
	return `The run ended with status "${execution.status}"${node}: ${result?.error?.message ?? 'no message was left'}`;
}

/** What the node that ran last gave out first. */
function answerOf({ data }: Execution): { status?: string; message?: string } | null {
	const { lastNodeExecuted, runData } = data?.resultData ?? {};
	return runData?.[lastNodeExecuted]?.at(-1)?.data?.main?.flat()?.[0]?.json ?? null;
}

/** Runs the hub to its end. Null when it ended by itself; otherwise why it stopped. */
async function runHub(server: N8nServer, businessDay: string, withinMs = 600_000): Promise<string | null> {
	const id = await server.startRun(HUB_ID);
	const told = new Set<string>();
	let isOver = false;
	const watch = async () => {
		while (!isOver) {
			for (const { stage, status, message } of await runsOf(server, businessDay)) {
				const line = `  ${stage}: ${status}${message ? `. ${message}` : ''}`;
				if (!told.has(line)) say(line);
				told.add(line);
			}
			await pause(300);
		}
	};
	const waiting = server.waitExecution(id, withinMs).finally(() => (isOver = true));
	const [execution] = await Promise.all([waiting, watch()]);
	if (execution.status !== 'success') return describeFault(execution);
	const answer = answerOf(execution);
	return answer?.status === 'stopped' || answer?.status === 'failed'
		? (answer.message ?? answer.status)
		: null;
}

/** A watch may have resumed the day by itself after a crash: its run is waited for, not competed with. */
async function waitUntilNoHubRuns(server: N8nServer, withinMs = 60_000): Promise<void> {
	const deadline = Date.now() + withinMs;
	const isRunning = ({ status }: Execution) => status === 'new' || status === 'running';
	while ((await server.executionsOf(HUB_ID)).some(isRunning) && Date.now() < deadline) await pause(500);
}

/** The lease of a run that n8n's end cut off: this n8n runs alone on its home, so nobody holds it any more. */
async function freeDeadLease(server: N8nServer): Promise<void> {
	await server.updateRows('cs_leases', { lease: 'daily-run' }, { until: '1970-01-01T00:00:00.000Z' });
}

/** Makes sure of the day's run. Null when it is done; otherwise what went wrong. */
export async function finishDay(server: N8nServer, businessDay: string): Promise<string | null> {
	await waitUntilNoHubRuns(server);
	const before = faultOf(await runsOf(server, businessDay), businessDay);
	if (before === null) return null;
	await freeDeadLease(server);
	const stopped = await runHub(server, businessDay);
	if (stopped === null) return faultOf(await runsOf(server, businessDay), businessDay);
	// Somebody was faster by a moment: what counts is whether the day gets done.
	await waitUntilNoHubRuns(server);
	return faultOf(await runsOf(server, businessDay), businessDay) === null ? null : stopped;
}
