import { ConnectionLost } from '../../../../shared/connectors/ConnectionLost';
import { createCall } from '../../../../shared/connectors/engine/createCall';
import type { CallOptions } from '../../../../shared/connectors/engine/Engine';
import type { WireAnswer, WireRequest } from '../../../../shared/connectors/Wire';
import { exampleSource } from '../../../contract/exampleSource';
import { virtualClock } from '../../../fakes/virtualClock';
import { eventClock } from './eventClock';

const settings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: '',
	results: {},
	currency: null,
	options: {},
};
const get: WireRequest = { method: 'GET', path: '/accounts', idempotent: true };
const post: WireRequest = { method: 'POST', path: '/tasks', idempotent: false };
const ok: WireAnswer = { status: 200, headers: {}, body: { fine: true } };
const refusal = (status: number, code: string): WireAnswer => ({
	status,
	headers: {},
	body: { error: { code } },
});
const busy = refusal(503, 'UNAVAILABLE');
const tooFast = refusal(429, 'TOO_FAST');

function start(answers: ReadonlyArray<WireAnswer | Error>, options: Partial<CallOptions> = {}) {
	const clock = virtualClock();
	const left = [...answers];
	const sent: WireRequest[] = [];
	const call = createCall({
		source: exampleSource,
		settings,
		clock,
		random: () => 0,
		send: async (request) => {
			sent.push(request);
			const next = left.shift() ?? ok;
			if (next instanceof Error) throw next;
			return await Promise.resolve(next);
		},
		...options,
	});
	return { call, clock, sent };
}

test('what fails in passing is repeated after 0.5 s, 1 s, 2 s, 4 s, five tries in all', async () => {
	const { call, clock, sent } = start([busy, busy, busy, busy]);
	await expect(call(get)).resolves.toEqual(ok);
	expect(clock.sleeps).toEqual([500, 1_000, 2_000, 4_000]);
	expect(sent).toHaveLength(5);
	expect(call.progress()).toEqual({ requests: 5, throttled: 0, retries: 4, waitedMs: 7_500 });
	const down = start([busy, busy, busy, busy, busy]);
	await expect(down.call(get)).rejects.toMatchObject({
		faultClass: 'transient',
		attempts: 5,
		path: 'GET /accounts',
	});
});

test('a request that may not be repeated is sent once, and the fault says that it may have happened', async () => {
	for (const answer of [busy, new ConnectionLost('socket hang up', true), { ...ok, body: '{"half' }]) {
		const { call, sent } = start([answer]);
		await expect(call(post)).rejects.toMatchObject({ faultClass: 'transient', mayHaveHappened: true });
		expect(sent).toHaveLength(1);
	}
});

test('a request that never left, or was refused for speed, was not carried out and is repeated', async () => {
	const { call, sent } = start([new ConnectionLost('host not found', false), tooFast]);
	await expect(call(post)).resolves.toEqual(ok);
	expect(sent).toHaveLength(3);
});

test('a penalty is waited for as long as the vendor says, with a little jitter that a test can fix', async () => {
	const fixed = start([tooFast]);
	await fixed.call(get);
	expect(fixed.clock.sleeps).toEqual([3_000]);
	const jittered = start([tooFast], { random: () => 1 });
	await jittered.call(get);
	expect(jittered.clock.sleeps).toEqual([3_750]);
	const waits = await Promise.all(
		[1, 2].map(async () => {
			const clock = virtualClock();
			const left = [tooFast];
			const send = async () => await Promise.resolve(left.shift() ?? ok);
			await createCall({ source: exampleSource, settings, clock, send })(get);
			return clock.sleeps[0];
		}),
	);
	expect(waits[0]).toBe(waits[1]);
});

test('where the vendor does not say how long, the wait doubles from the window of the bucket, a minute at most', async () => {
	const source = {
		...exampleSource,
		classify: (...asked: Parameters<typeof exampleSource.classify>) =>
			Object.assign(exampleSource.classify(...asked), { waitMs: null }),
	};
	const { call, clock } = start(
		Array.from({ length: 8 }, () => tooFast),
		{ source },
	);
	await call(get);
	expect(clock.sleeps.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
	expect(Math.max(...clock.sleeps)).toBe(60_000);
});

test('when all waits together exceed the budget the run stops with a message for a person', async () => {
	const { call, clock } = start(
		Array.from({ length: 50 }, () => tooFast),
		{ waitBudgetMs: 10_000 },
	);
	await expect(call(get)).rejects.toMatchObject({
		code: 'airtable-wait-budget',
		faultClass: 'throttle',
		path: 'GET /accounts',
		remedy: expect.stringContaining('Run it again later'),
	});
	expect(clock.sleeps.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(10_000);
});

test('what time does not heal comes back at once', async () => {
	for (const code of ['BAD_TOKEN', 'DAY_USED_UP', 'ROW_REFUSED', 'UNKNOWN_FIELD', 'CURSOR_EXPIRED']) {
		const { call, sent } = start([refusal(403, code)]);
		await expect(call(get)).rejects.toMatchObject({ attempts: 1 });
		expect(sent).toHaveLength(1);
	}
});

test('a cancelled execution ends the wait, and the call with it', async () => {
	const { call } = start([tooFast], {
		clock: { ...virtualClock(), sleep: async () => await Promise.reject(new Error('cancelled')) },
	});
	await expect(call(get)).rejects.toThrow('cancelled');
});

test('an error that is no lost connection is not swallowed', async () => {
	const { call } = start([new TypeError('a bug')]);
	await expect(call(get)).rejects.toThrow(TypeError);
});

test('text is an answer only where the vendor says that it is text', async () => {
	const csv = { status: 200, headers: { 'content-type': 'text/csv' }, body: 'Id,Name\n' };
	await expect(start([csv]).call(get)).resolves.toEqual(csv);
	const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Log in</html>' };
	await expect(start(Array.from({ length: 5 }, () => page)).call(get)).rejects.toMatchObject({
		code: 'airtable-malformed-answer',
	});
	await expect(start([{ ...ok, body: '' }]).call(get)).resolves.toMatchObject({ body: '' });
});

test("the vendor's clock is read from its answers", async () => {
	const { call, clock } = start([{ ...ok, headers: { date: 'Fri, 20 Nov 2026 00:10:00 GMT' } }]);
	expect(call.serverTime()).toBe(clock.now());
	await call(get);
	expect(call.serverTime()).toBe(Date.UTC(2026, 10, 20, 0, 10));
	clock.pass(5_000);
	expect(call.serverTime()).toBe(Date.UTC(2026, 10, 20, 0, 10, 5));
});

test("a fifth of the day's requests is left to other programs", async () => {
	const readRoom = () => ({ bucket: 'daily', remaining: 2_000, resetMs: 0, limit: 10_000 });
	const { call, sent } = start([], { source: { ...exampleSource, readRoom } });
	await call(get);
	await expect(call(get)).rejects.toMatchObject({ faultClass: 'daily-quota', code: 'airtable-day-reserve' });
	expect(sent).toHaveLength(1);
});

test('every wait is told before it begins', async () => {
	const told: string[] = [];
	const { call } = start([tooFast, busy], {
		onWait: ({ milliseconds, reason, request }) => told.push(`${request.path} ${milliseconds} ${reason}`),
	});
	await call(get);
	expect(told).toEqual([
		'/accounts 3000 The example vendor answered TOO_FAST.',
		'/accounts 500 The example vendor answered UNAVAILABLE.',
	]);
});

test('a penalty that one request meets holds the others too, and is waited for once', async () => {
	const clock = eventClock();
	const begin = clock.now();
	const times: number[] = [];
	const call = createCall({
		source: exampleSource,
		settings,
		clock,
		random: () => 0,
		send: async () => {
			const sentAt = clock.now() - begin;
			times.push(sentAt);
			await clock.sleep(100);
			return sentAt === 0 ? tooFast : ok;
		},
	});
	await clock.run(Promise.all(Array.from({ length: 12 }, async () => await call(get))));
	// Ten at once are the limit; the two that had to wait must not go before the penalty is over.
	expect(times.filter((at) => at > 0 && at < 3_100)).toEqual([]);
	expect(call.progress()).toMatchObject({ throttled: 10, waitedMs: 3_000 });
});
