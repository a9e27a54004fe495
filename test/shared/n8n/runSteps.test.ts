import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Progress, Steps } from '../../../scoring/learn/Steps';
import { runSteps } from '../../../shared/n8n/runSteps';

function* count(total: number, seen: { closed?: boolean } = {}): Steps<string> {
	try {
		for (let done = 0; done < total; done++) yield { stage: 'boosting trees', done, total };
		return 'done';
	} finally {
		seen.closed = true;
	}
}

function setUp(signal?: AbortSignal) {
	const logged: string[] = [];
	const shown: unknown[] = [];
	const context = {
		getNode: () => ({ name: 'Train', type: 'x', typeVersion: 1, id: '1', position: [0, 0], parameters: {} }),
		getExecutionCancelSignal: () => signal,
		logger: { info: (text: string) => logged.push(text) },
		sendMessageToUI: (text: unknown) => shown.push(text),
	} as unknown as IExecuteFunctions;
	return { context, logged, shown };
}

/** Every look at the clock takes so many milliseconds. */
const clock = (each: number) => {
	let time = 0;
	return () => (time += each);
};

/** Turns of the event loop that others get during so many steps. */
async function turnsOfOthers(total: number, eachLookMs: number): Promise<number> {
	const others = { turns: 0, running: true };
	const webhooks = (async () => {
		for (; others.running; others.turns++) await sleep(0);
	})();
	await expect(runSteps(setUp().context, count(total), clock(eachLookMs))).resolves.toBe('done');
	others.running = false;
	await webhooks;
	return others.turns;
}

test('gives the result, and the event loop its turn after every 20 ms of work', async () => {
	expect(await turnsOfOthers(2000, 1)).toBeGreaterThan(50);
});

test('rests longer while others are at work', async () => {
	const alone = Date.now();
	await runSteps(setUp().context, count(200), clock(1));
	const quiet = Date.now() - alone;
	let running = true;
	const others = (async () => {
		while (running) {
			const until = performance.now() + 2;
			while (performance.now() < until);
			await sleep(0);
		}
	})();
	const together = Date.now();
	await runSteps(setUp().context, count(200), clock(1));
	running = false;
	await others;
	expect(Date.now() - together).toBeGreaterThan(3 * quiet);
});

test('reports every few seconds, in the log and to who watches', async () => {
	const { context, logged, shown } = setUp();
	await runSteps(context, count(15_000), clock(1));
	expect(logged.length).toBeGreaterThan(2);
	expect(logged.length).toBeLessThan(10);
	expect(logged[0]).toMatch(/^Train: boosting trees [\d,]+ of 15,000$/);
	expect(shown).toHaveLength(logged.length);
});

test('stops when the execution is cancelled, and closes the computation', async () => {
	const cancel = new AbortController();
	const { context } = setUp(cancel.signal);
	const seen: { closed?: boolean } = {};
	const run = runSteps(context, count(1_000_000, seen), clock(50));
	void sleep(20).then(() => cancel.abort());
	await expect(run).rejects.toThrow('The execution was cancelled');
	expect(seen.closed).toBe(true);
});

test('works where nothing can be logged or cancelled', async () => {
	const bare = { getNode: () => ({ name: 'x' }) } as unknown as IExecuteFunctions;
	await expect(runSteps(bare, count(700), clock(1))).resolves.toBe('done');
});

test('what the computation throws comes through', async () => {
	const broken = (function* (): Generator<Progress, string, void> {
		yield { stage: 'boosting trees', done: 0, total: 1 };
		throw new Error('no memory');
	})();
	await expect(runSteps(setUp().context, broken)).rejects.toThrow('no memory');
});
