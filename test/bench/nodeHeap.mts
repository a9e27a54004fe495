import type { IHttpRequestOptions, INodeParameters } from 'n8n-workflow';

import { CustomerData } from '../../nodes/CustomerData/CustomerData.node.ts';
import { strictContext } from '../support/strictContext';

// Heap and time of Get Accounts over a stub that answers at once, beside the items themselves. node --expose-gc --import tsx test/bench/nodeHeap.mts [accounts]

const total = Number(process.argv[2] ?? 100_000);
const gc = (globalThis as { gc?: () => void }).gc;
if (gc === undefined) throw new Error('Run it with --expose-gc: without it the heap says nothing.');

const page = (after: number) => ({
	results: Array.from({ length: Math.min(100, total - after) }, (_, place) => ({
		id: String(after + place + 1),
		updatedAt: '2026-11-19T00:00:00.000Z',
		properties: {
			name: `Company ${after + place}`,
			domain: `company-${after + place}.example`,
			createdate: '2024-01-01T00:00:00.000Z',
			hs_lastmodifieddate: '2026-11-19T00:00:00.000Z',
			hubspot_owner_id: '11',
			lifecyclestage: 'customer',
			numberofemployees: '200',
		},
	})),
	...(after + 100 < total ? { paging: { next: { after: String(after + 100) } } } : {}),
});
let peak = 0;
let pages = 0;
const answer = async (_type: string, options: IHttpRequestOptions) => {
	const after = Number(new URL(options.url).searchParams.get('after') ?? 0);
	const archived = options.url.includes('archived=true');
	if ((pages += 1) % 100 === 0) {
		gc();
		peak = Math.max(peak, process.memoryUsage().heapUsed);
	}
	const body = archived ? { results: [] } : page(after);
	return { statusCode: 200, headers: { date: new Date().toUTCString() }, body };
};
const parameters: INodeParameters = {
	...{ resource: 'account', operation: 'getAll', source: 'hubspot', runId: 'r', records: [] },
	sourceOptions: { plan: 'increased' },
};
const { run } = strictContext({
	nodeType: new CustomerData(),
	parameters,
	inputs: [[{}], null],
	members: {
		getNode: () => ({
			...{ id: 'n', name: 'Customer Data', type: 'x.customerData', typeVersion: 1, position: [0, 0] },
			...{ parameters: {}, credentials: { csHubspotServiceKeyApi: { id: '1', name: 'T' } } },
		}),
		getExecutionCancelSignal: () => undefined,
		getCredentials: async () => ({}),
		helpers: { httpRequestWithAuthentication: answer },
	},
} as never);
gc();
const before = process.memoryUsage().heapUsed;
const started = performance.now();
const cpu = process.cpuUsage();
let outputs: unknown = await run();
const spent = process.cpuUsage(cpu);
const seconds = (performance.now() - started) / 1000;
gc();
const held = process.memoryUsage().heapUsed;
const count = (outputs as unknown[][])[0]?.length ?? 0;
const copy: unknown = structuredClone(outputs);
gc();
const items = process.memoryUsage().heapUsed - held;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
console.log(
	`${count} accounts in ${seconds.toFixed(1)} s (${((spent.user + spent.system) / 1e6).toFixed(1)} s of processor); peak ${megabytes(peak - before)}, after ${megabytes(held - before)}, the items alone ${megabytes(items)}, so ${megabytes(peak - before - items)} above them at the peak`,
);
outputs = [copy, null];
