// Serves a fake over HTTP: for the vendors' own SDKs, for real n8n, for the benchmark.
import { createServer, type Server } from 'node:http';
import type { Fake, FakeRequest } from './Fake';

export interface Served {
	readonly url: string;
	readonly close: () => Promise<void>;
}

function parse(text: string, type: string): unknown {
	if (text === '') return null;
	return type.includes('x-www-form-urlencoded') ? new URLSearchParams(text) : JSON.parse(text);
}

/** @param delayMs round trip added to an answer, in milliseconds, or a function of the request */
export async function serve(
	fake: Fake,
	delayMs: number | ((request: FakeRequest) => number) = 0,
	port = 0,
): Promise<Served> {
	const server: Server = createServer((incoming, outgoing) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const url = new URL(incoming.url ?? '/', 'http://fake');
			const headers = Object.fromEntries(
				Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
			);
			const request: FakeRequest = {
				method: incoming.method ?? 'GET',
				path: url.pathname,
				query: Object.fromEntries(url.searchParams),
				headers,
				body: parse(Buffer.concat(chunks).toString('utf8'), headers['content-type'] ?? ''),
			};
			const answer = fake.handle(request);
			const delay = typeof delayMs === 'number' ? delayMs : delayMs(request);
			const reply = () => {
				if (answer === 'drop') {
					incoming.socket.destroy();
					return;
				}
				const isText = typeof answer.body === 'string';
				outgoing.writeHead(answer.status, {
					'content-type': isText ? 'text/html' : 'application/json; charset=utf-8',
					...answer.headers,
				});
				outgoing.end(isText ? answer.body : answer.body === null ? '' : JSON.stringify(answer.body));
			};
			if (delay > 0) setTimeout(reply, delay);
			else reply();
		});
	});
	await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the fake has no port');
	return {
		url: `http://127.0.0.1:${address.port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((done) => server.close(() => done()));
		},
	};
}
