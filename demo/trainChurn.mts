// Lets the training learn from the outcomes in the tables, once per portfolio.
import { setTimeout as pause } from 'node:timers/promises';
import type { N8nServer } from './server.mts';

export const TRAINING_ID = 'csChurnTraining';

/** What a training leaves in cs_runs; its executions are not saved. */
export interface TrainingRow {
	readonly run_id: string;
	readonly status: string;
	readonly message: string | null;
}

export async function trainingsOf(server: N8nServer): Promise<TrainingRow[]> {
	return await server.getRows<TrainingRow>('cs_runs', { stage: 'churn-train' });
}

/** n8n forgets an execution of the training as soon as it is over. */
async function isUnderWay(server: N8nServer, executionId: string): Promise<boolean> {
	const running = await server.executionsOf(TRAINING_ID);
	return running.some(({ id, status }) => id === executionId && ['new', 'running'].includes(status));
}

/** Trains and gives the row that the training left; a training that ended without a word counts as failed. */
export async function train(server: N8nServer, withinMs = 600_000): Promise<TrainingRow> {
	const known = new Set((await trainingsOf(server)).map(({ run_id }) => run_id));
	const executionId = await server.startRun(TRAINING_ID);
	const deadline = Date.now() + withinMs;
	while (Date.now() < deadline) {
		// Asked before the row is read: what ended in between has written its row already.
		const isOver = !(await isUnderWay(server, executionId));
		const row = (await trainingsOf(server)).find(({ run_id }) => !known.has(run_id));
		if (row !== undefined && row.status !== 'running') return row;
		if (isOver) {
			const message = 'The training ended without a word; see the log of n8n.';
			return { run_id: row?.run_id ?? '', status: 'failed', message };
		}
		await pause(300);
	}
	throw new Error(`The training did not end within ${withinMs / 1000} s.`);
}
