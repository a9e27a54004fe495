import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

import type { Progress, Steps } from '../../scoring/learn/Steps';

/** Work at a stretch. Answering a webhook takes n8n some twenty turns of the event loop, and each of them may have to wait for so long. */
const SLICE_MS = 20;
/** Rest after it, and so often in a row nobody else must have worked: the next turn of others comes only after a moment of waiting for the disk. */
const REST_MS = 2;
const QUIET_RESTS = 2;
/** Work of others in one rest that counts. */
const BUSY_MS = 0.5;
/** We do not wait for ever: on a machine with much else to do every rest looks busy, and the work would take many times as long. */
const MOST_REST_MS = 40;
/** Often enough to see that something moves, rarely enough to read. */
const REPORT_EVERY_MS = 3_000;

/**
 * Runs a long computation to its end without holding up the rest of n8n: after every 20 ms the event loop gets some turns, more while
 * others are at work, so webhooks are answered and other executions go on. Every 3 seconds the progress goes to n8n's log and, of a run by hand, to the browser's
 * console. Stops with an error once the execution is cancelled.
 */
export async function runSteps<Result>(
	context: IExecuteFunctions,
	steps: Steps<Result>,
	now: () => number = Date.now,
): Promise<Result> {
	const signal = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	let reportAt = now() + REPORT_EVERY_MS;
	for (;;) {
		const until = now() + SLICE_MS;
		let step = steps.next();
		while (!step.done && now() < until) step = steps.next();
		if (step.done) return step.value;
		if (now() >= reportAt) {
			report(context, step.value);
			reportAt = now() + REPORT_EVERY_MS;
		}
		await letOthersWork();
		if (signal?.aborted) {
			steps.return(undefined as Result);
			throw new NodeOperationError(context.getNode(), 'The execution was cancelled', {
				description: `It was at "${words(step.value)}". Nothing was kept; run it again when there is time.`,
			});
		}
	}
}

async function letOthersWork(): Promise<void> {
	const since = performance.now();
	for (let quiet = 0; quiet < QUIET_RESTS && performance.now() - since < MOST_REST_MS; ) {
		const before = performance.eventLoopUtilization();
		await sleep(REST_MS);
		quiet = performance.eventLoopUtilization(before).active > BUSY_MS ? 0 : quiet + 1;
	}
}

const words = ({ stage, done, total }: Progress): string =>
	`${stage} ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`;

function report(context: IExecuteFunctions, progress: Progress): void {
	const text = words(progress);
	if ('logger' in context) context.logger.info(`${context.getNode().name}: ${text}`);
	// Does nothing in an execution that nobody watches.
	if ('sendMessageToUI' in context) context.sendMessageToUI(text);
}
