import fc from 'fast-check';
import { createPacer } from '../../../../shared/connectors/engine/createPacer';
import { pacerFor } from '../../../../shared/connectors/engine/pacerFor';
import { eventClock, type EventClock } from './eventClock';

interface Trip {
	/** Milliseconds until the vendor counts it. */
	readonly there: number;
	readonly back: number;
}

const limit = { bucket: 'burst', requests: 5, perMs: 1_000 };

/** Sends every trip as soon as the pacer lets it, `parallel` at a time; gives the moments at which the vendor counted. */
async function send(
	clock: EventClock,
	trips: readonly Trip[],
	parallel: number,
	requests: number,
): Promise<number[]> {
	const pacer = createPacer([{ ...limit, requests }]);
	const arrived: number[] = [];
	const waiting = [...trips];
	const worker = async () => {
		for (let trip = waiting.shift(); trip !== undefined; trip = waiting.shift()) {
			const answered = await pacer.take('burst', 1, clock);
			await clock.sleep(trip.there);
			arrived.push(clock.now());
			await clock.sleep(trip.back);
			answered();
		}
	};
	await clock.run(Promise.all(Array.from({ length: parallel }, worker)));
	return arrived.sort((a, b) => a - b);
}

/** Most that fell into any window. */
const fullestWindow = (arrived: readonly number[]) =>
	Math.max(...arrived.map((at) => arrived.filter((other) => other >= at && other < at + limit.perMs).length));

const trip = fc.record({ there: fc.integer({ min: 0, max: 900 }), back: fc.integer({ min: 0, max: 900 }) });

test('whatever time requests take on their way, the vendor never counts more than its limit in any window', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(trip, { minLength: 1, maxLength: 40 }),
			fc.integer({ min: 1, max: 8 }),
			fc.integer({ min: 1, max: 6 }),
			async (trips, parallel, requests) => {
				const arrived = await send(eventClock(), trips, parallel, requests);
				expect(arrived).toHaveLength(trips.length);
				expect(fullestWindow(arrived)).toBeLessThanOrEqual(requests);
			},
		),
		{ numRuns: 60 },
	);
});

test('at a round trip of 100 ms more than 85 % of a limit of 5 a second is used', async () => {
	const clock = eventClock();
	const begin = clock.now();
	const arrived = await send(
		clock,
		Array.from({ length: 200 }, () => ({ there: 50, back: 50 })),
		5,
		5,
	);
	const seconds = ((arrived.at(-1) ?? begin) - begin) / 1_000;
	expect(200 / seconds / 5).toBeGreaterThan(0.85);
});

test('a penalty holds everybody who draws on the bucket, and nobody else', async () => {
	const clock = eventClock();
	const pacer = createPacer([limit]);
	pacer.block('burst', clock.now() + 30_000);
	const begin = clock.now();
	const times = await clock.run(
		Promise.all(
			['burst', 'search', 'burst'].map(async (bucket) => {
				await pacer.take(bucket, 1, clock);
				return clock.now() - begin;
			}),
		),
	);
	expect(times).toEqual([30_000, 0, 30_000]);
});

test('what others used up, as the vendor tells, is kept free of until its window ends', async () => {
	const clock = eventClock();
	const pacer = createPacer([limit]);
	const begin = clock.now();
	(await pacer.take('burst', 1, clock))();
	pacer.heed({ bucket: 'burst', remaining: 1, resetMs: 800 }, clock.now());
	(await pacer.take('burst', 1, clock))();
	expect(clock.now() - begin).toBe(0);
	const third = pacer.take('burst', 1, clock);
	await clock.run(third);
	expect(clock.now() - begin).toBe(800);
});

test('a bucket without a limit waits only when the vendor says that nothing is left', async () => {
	const clock = eventClock();
	const pacer = createPacer([]);
	for (let turn = 0; turn < 50; turn += 1) (await pacer.take('other', 1, clock))();
	pacer.heed({ bucket: 'other', remaining: 3, resetMs: 500 }, clock.now());
	const begin = clock.now();
	(await pacer.take('other', 1, clock))();
	expect(clock.now()).toBe(begin);
	pacer.heed({ bucket: 'other', remaining: 0, resetMs: 500 }, clock.now());
	await clock.run(pacer.take('other', 1, clock));
	expect(clock.now() - begin).toBe(500);
});

test('what costs more than the whole allowance goes alone', async () => {
	const clock = eventClock();
	const pacer = createPacer([limit]);
	(await clock.run(pacer.take('burst', 20, clock)))();
	const begin = clock.now();
	await clock.run(pacer.take('burst', 1, clock));
	expect(clock.now() - begin).toBeGreaterThanOrEqual(limit.perMs);
});

test('whoever is cancelled while waiting does not hold up those behind', async () => {
	const clock = eventClock();
	const pacer = createPacer([limit]);
	pacer.block('burst', clock.now() + 1_000);
	const cancelled = pacer.take('burst', 1, {
		now: clock.now,
		sleep: async () => await Promise.reject(new Error('cancelled')),
	});
	const behind = pacer.take('burst', 1, clock);
	await expect(cancelled).rejects.toThrow('cancelled');
	await clock.run(behind);
});

test('one key has one pacer in the process, until its limits change', () => {
	const first = pacerFor('vendor:1', [limit]);
	expect(pacerFor('vendor:1', [{ ...limit }])).toBe(first);
	expect(pacerFor('vendor:2', [limit])).not.toBe(first);
	expect(pacerFor('vendor:1', [{ ...limit, requests: 6 }])).not.toBe(first);
});
