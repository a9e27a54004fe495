// Child process of the benchmark: reads all accounts of a fake and writes one score each, on a clock that runs `scale` times faster.
import { ConnectionLost } from '../../shared/connectors/ConnectionLost';
import { createAccountDirectory } from '../../shared/connectors/engine/createAccountDirectory';
import { createCall } from '../../shared/connectors/engine/createCall';
import { readObject } from '../../shared/connectors/engine/readObject';
import { writeScores } from '../../shared/connectors/engine/writeScores';
import type { Source, SourceRow } from '../../shared/connectors/Source';
import { SOURCES } from '../../shared/connectors/sources';
import type { Send } from '../../shared/connectors/Wire';
import { FAKE_ACCESS } from '../fakes/access';
import { scaledClock } from './scaledClock.mts';

const [vendor = '', url = '', speed = '1'] = process.argv.slice(2);
const source: Source = Object.values(SOURCES).find(({ id }) => id === vendor)!;
const { headers, settings: chosen } = FAKE_ACCESS[source.id];

const clock = scaledClock(Number(speed));
const send: Send = async (request) => {
	try {
		const query = new URLSearchParams(request.query).toString();
		const isForm = request.body instanceof URLSearchParams;
		const answer = await fetch(`${url}${request.path}${query === '' ? '' : `?${query}`}`, {
			method: request.method,
			headers: {
				...headers,
				...(isForm ? {} : { 'content-type': 'application/json' }),
				...request.headers,
			},
			...(request.body === undefined
				? {}
				: { body: isForm ? (request.body as URLSearchParams) : JSON.stringify(request.body) }),
		});
		const text = await answer.text();
		return {
			status: answer.status,
			headers: Object.fromEntries(answer.headers),
			body: text === '' ? null : JSON.parse(text),
		};
	} catch (error) {
		throw new ConnectionLost(String(error), true);
	}
};

let peak = 0;
const watch = setInterval(() => {
	const { heapUsed, external } = process.memoryUsage();
	peak = Math.max(peak, heapUsed + external);
}, 20);
const held = () => {
	globalThis.gc?.();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
};

const before = held();
const call = createCall({ source, settings: chosen, send, clock });
// As the node does it, once: names of fields become the vendor's own keys.
const settings = (await source.resolveSettings?.(call, chosen, 'accounts')) ?? chosen;
const accounts = createAccountDirectory(source.id, []);
const rows: SourceRow[] = [];
const tell = async (): Promise<void> =>
	await new Promise((done) => {
		process.once('message', (scale: number) => {
			clock.rescale(scale);
			done();
		});
		process.send!({ phase: 'read', seconds: seconds(sinceRead), rows: rows.length });
	});
const seconds = (since: number): number => (clock.now() - since) / 1_000;

const sinceRead = clock.now();
for await (const event of readObject({
	source,
	settings,
	call,
	clock,
	object: 'accounts',
	runId: 'bench',
	state: null,
	onlyChanged: false,
	limit: 0,
	accounts,
})) {
	if (event.kind !== 'rows') continue;
	for (const row of event.rows) if (row.object === 'accounts') rows.push(row);
}
await tell();

const statuses: Record<string, number> = {};
const sinceWrite = clock.now();
if (source.scores !== null && vendor !== 'stripe') {
	const scores = rows.map(({ row }, place) => ({
		account_id: row['account_id'],
		value: 40 + (place % 50) + 0.25,
		band: 'fair',
		trend: 'stable',
		confidence: 'medium',
		coverage: 0.75,
		reason: `Two urgent tickets are open; ${place % 7} of 9 users are active`,
		as_of_on: '2026-11-20',
	}));
	for await (const event of writeScores({ source, settings, call, clock, scores, accounts })) {
		for (const { status } of event.results) statuses[status] = (statuses[status] ?? 0) + 1;
	}
}
clearInterval(watch);
process.send!({
	phase: 'write',
	seconds: seconds(sinceWrite),
	statuses,
	peakBytes: peak - before,
	heldBytes: held() - before,
});
process.disconnect();
