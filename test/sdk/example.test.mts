// Example has no SDK to ask as a second client: what goes over the wire is written down here, each call with the reason why it is so.
import { deepEqual, equal } from 'node:assert/strict';
import { after, test } from 'node:test';
import { createCall } from '../../shared/connectors/engine/createCall.ts';
import type { Call, Send } from '../../shared/connectors/Wire.ts';
import { exampleFake } from '../contract/exampleFake.ts';
import { exampleSource } from '../contract/exampleSource.ts';
import { serve } from '../fakes/serve.mts';
import { virtualClock } from '../fakes/virtualClock.ts';

const clock = virtualClock();
const fake = exampleFake({ accounts: 3, now: clock.now });
const { url, close } = await serve(fake);
after(close);
const source = exampleSource;
const settings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: 'Account Key',
	results: {},
	currency: null,
	options: {},
};

/** Over HTTP, so that what is compared has been encoded and decoded. */
const send: Send = async ({ method, path, query = {}, body }) => {
	const response = await fetch(`${url}${path}?${new URLSearchParams(query)}`, {
		method,
		headers: { 'content-type': 'application/json' },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers),
		body: await response.json(),
	};
};
const call = createCall({ source, settings, send, clock, pace: false });
const all = { object: 'accounts', window: null, removed: false, fields: ['Name', 'ARR'] } as const;
const window = { from: '2026-11-19T00:00:00.000Z', to: '2026-11-19T23:00:00.000Z' };
const [id = ''] = fake.accountIds();

interface Expected {
	readonly what: string;
	/** Where the vendor's documentation says it, or why it is sent this way. */
	readonly reason: string;
	readonly run: (call: Call) => Promise<unknown>;
	readonly wire: ReadonlyArray<readonly [request: string, query: object, body: unknown]>;
}

const EXPECTED: readonly Expected[] = [
	{
		what: 'a full read',
		reason: 'only the fields that are used are asked for',
		run: (asking) => source.readPage(asking, settings, all, null),
		wire: [['GET /accounts', { fields: 'Name|ARR' }, null]],
	},
	{
		what: 'what changed',
		reason: 'from is inclusive, to is exclusive',
		run: (asking) => source.readPage(asking, settings, { ...all, window }, null),
		wire: [['GET /accounts', { fields: 'Name|ARR', ...window }, null]],
	},
	{
		what: 'what was deleted',
		reason: 'deletions are listed apart from changes',
		run: (asking) => source.readPage(asking, settings, { ...all, window, removed: true }, null),
		wire: [['GET /accounts', { fields: 'Name|ARR', ...window, removed: 'true' }, null]],
	},
	{
		what: 'scores',
		reason: 'by record id, so the call may be repeated',
		run: (asking) =>
			source.scores!.write(asking, settings, [{ accountId: 'a', externalId: id, fields: { Score: 81.8 } }]),
		wire: [['PATCH /accounts', {}, { rows: [{ id, fields: { Score: 81.8 } }] }]],
	},
];

for (const { what, reason, run, wire } of EXPECTED) {
	test(`${what}: ${reason}`, async () => {
		const before = fake.log.length;
		await run(call);
		const sent = fake.log.slice(before);
		deepEqual(
			sent.map(({ method, path, query, body }) => [`${method} ${path}`, { ...query }, body]),
			wire,
		);
		for (const { status } of sent) equal(status, 200);
	});
}
