import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from './run.mts';

interface Vendor {
	readonly id: string;
	readonly label: string;
	readonly accounts: number;
	/** Round trip of a page and of a written batch, ms, as assumed for the physical limit. */
	readonly readMs: number;
	readonly writeMs: number;
	/** How many times faster than real the vendor's windows and penalties, round trips and our waits run; the processor does not. At most 10. */
	readonly scale: { readonly read: number; readonly write: number };
	readonly pageSize: number;
	/** Requests a second that the vendor documents. */
	readonly perSecond: number;
	/** 0: nothing is written. */
	readonly batchSize: number;
	readonly parallel: number;
	readonly target: number | null;
}

const VENDORS: readonly Vendor[] = [
	{
		id: 'airtable',
		label: 'Airtable',
		accounts: 10_000,
		readMs: 150,
		writeMs: 150,
		scale: { read: 3, write: 3 },
		pageSize: 100,
		perSecond: 5,
		batchSize: 10,
		parallel: 1,
		target: 0.8,
	},
	{
		id: 'hubspot',
		label: 'HubSpot (Professional)',
		accounts: 100_000,
		readMs: 300,
		writeMs: 300,
		scale: { read: 3, write: 1 },
		pageSize: 100,
		perSecond: 19,
		batchSize: 100,
		parallel: 8,
		target: 0.9,
	},
	{
		id: 'salesforce',
		label: 'Salesforce',
		accounts: 100_000,
		readMs: 1_500,
		writeMs: 2_000,
		scale: { read: 1, write: 3 },
		pageSize: 2_000,
		perSecond: Infinity,
		batchSize: 200,
		parallel: 4,
		target: 0.9,
	},
	{
		id: 'pipedrive',
		label: 'Pipedrive',
		accounts: 10_000,
		readMs: 200,
		writeMs: 200,
		scale: { read: 3, write: 10 },
		pageSize: 500,
		perSecond: 10,
		batchSize: 1,
		parallel: 4,
		target: null,
	},
	{
		id: 'stripe',
		label: 'Stripe (read-only)',
		accounts: 10_000,
		readMs: 300,
		writeMs: 300,
		scale: { read: 3, write: 3 },
		pageSize: 100,
		perSecond: 25,
		batchSize: 0,
		parallel: 1,
		target: null,
	},
];

const start = (root: string, file: string, args: readonly (number | string)[]): ChildProcess =>
	fork(join(root, 'test/bench', file), args.map(String), {
		cwd: root,
		execArgv: ['--expose-gc', '--import', 'tsx'],
	});

async function next(child: ChildProcess): Promise<any> {
	return await new Promise((resolve, reject) => {
		child.once('message', resolve);
		child.once('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}`)));
	});
}

async function told(fake: ChildProcess, scale: number): Promise<{ requests: number; throttled: number }> {
	fake.send(scale);
	return await next(fake);
}

/** The shortest time the vendor allows: its rate limit, or the latency of one cursor (of the batches under way), whichever is longer. */
function floorSeconds(requests: number, perSecond: number, roundTripMs: number, parallel: number): number {
	return Math.max(requests / perSecond, (requests * roundTripMs) / 1_000 / parallel);
}

async function benchVendor(root: string, vendor: Vendor): Promise<Figure[]> {
	const { id, label, accounts, readMs, writeMs, pageSize, batchSize, perSecond, parallel, target, scale } =
		vendor;
	const fake = start(root, 'fakeServer.mts', [id, accounts, scale.read, readMs, writeMs]);
	const figures: Figure[] = [];
	const add = (
		what: string,
		ms: number,
		took: number,
		least: number,
		log: { requests: number; throttled: number },
		ways: number,
		speed: number,
	): void => {
		const floor = floorSeconds(least, perSecond, ms, ways);
		const share = floor / took;
		const count = accounts.toLocaleString('en-US');
		figures.push({
			figure: `${label}: ${what} ${count} accounts (round trip ${ms} ms, ${ways} under way, time x${speed}): share of the physical limit of ${floor.toFixed(0)} s; ${log.requests.toLocaleString('en-US')} requests of at least ${least.toLocaleString('en-US')}, ${log.throttled} refused as too fast`,
			value: share * 100,
			unit: '%',
			...(target === null ? {} : { target: `at least ${target * 100} %, none refused` }),
			met: target === null ? null : share >= target && log.throttled === 0,
		});
	};
	try {
		const { url } = await next(fake);
		const run = start(root, 'sourceRun.mts', [id, url, scale.read]);
		const read = await next(run);
		if (read.rows !== accounts) throw new Error(`${label}: ${read.rows} of ${accounts} accounts came`);
		add(
			'read',
			readMs,
			read.seconds,
			Math.ceil(accounts / pageSize),
			await told(fake, scale.write),
			1,
			scale.read,
		);
		run.send(scale.write);
		const written = await next(run);
		if (batchSize > 0) {
			if (written.statuses.written !== accounts)
				throw new Error(`${label}: ${JSON.stringify(written.statuses)}`);
			const least = Math.ceil(accounts / batchSize);
			add('write', writeMs, written.seconds, least, await told(fake, scale.write), parallel, scale.write);
		}
		if (accounts >= 100_000) {
			figures.push({
				figure: `${label}: peak memory of reading and writing ${accounts.toLocaleString('en-US')} accounts, above the ${(written.heldBytes / 1e6).toFixed(0)} MB that the same items hold`,
				value: (written.peakBytes - written.heldBytes) / 1e6,
				unit: 'MB',
				target: 'under 300 MB',
				met: written.peakBytes - written.heldBytes < 300e6,
			});
		}
	} finally {
		fake.kill();
	}
	return figures;
}

/** Reading every account of a vendor's fake and writing one score each, at the limits the vendor documents; of all vendors, or of those named. */
export async function* benchSources(root: string, only?: readonly string[]): AsyncGenerator<Figure> {
	for (const vendor of VENDORS.filter(({ id }) => only?.includes(id) ?? true))
		yield* await benchVendor(root, vendor);
}
