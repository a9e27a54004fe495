import { ConnectorFault, type FaultClass } from '../../shared/connectors/ConnectorFault';
import type { Source } from '../../shared/connectors/Source';
import type { Fault } from '../fakes/Fake';
import type { ContractHarness, EngineSwitches } from './ContractHarness';
import { contractCases } from './contractSuite';
import { exampleFake } from './exampleFake';
import { exampleSource } from './exampleSource';

// Each handling is taken away in turn, and the cases that are there for it must fail. A case that passes without the handling proves nothing.

const harness: ContractHarness = {
	source: exampleSource,
	settings: {
		baseId: '',
		tables: {},
		fields: {},
		keyField: 'Account Key',
		results: {},
		currency: 'EUR',
		options: {},
	},
	headers: {},
	create: exampleFake,
	capabilities: { indexLagMs: 20_000, unknownField: 'No Such Column' },
};

/** The source with other words for its faults. */
const judging =
	(change: (fault: ConnectorFault) => Partial<ConnectorFault>) =>
	(source: Source): Source => ({
		...source,
		classify: (answer, request) => {
			const fault = source.classify(answer, request);
			return new ConnectorFault({ ...fault, message: fault.message, ...change(fault) });
		},
	});
const taking = (from: FaultClass, to: FaultClass) =>
	judging((fault) => (fault.faultClass === from ? { faultClass: to } : {}));

/** Makes a task or opportunity without looking whether it is there. */
const blind = (source: Source): Source => {
	const create =
		(path: string): NonNullable<Source['createTask']> =>
		async (call, _settings, { effectKey }) => {
			const answer = await call({ method: 'POST', path, body: { key: effectKey }, idempotent: true });
			return {
				state: 'confirmed',
				externalId: String(Reflect.get(Object(answer.body), 'id')),
				created: true,
			};
		};
	return {
		...source,
		createTask: create('/tasks'),
		upsertOpportunity: (...[call, settings, one]) =>
			create('/deals')(call, settings, { ...one, title: '', text: '', dueOn: '', priority: 'low' }),
	};
};

const forgetful = (source: Source): Source => ({
	...source,
	readPage: async (...asked) => {
		const page = await source.readPage(...asked);
		return { ...page, records: page.records.map((record) => ({ ...record, mergedInto: null })) };
	},
});

interface Removal {
	readonly handling: string;
	readonly faults?: readonly Fault[];
	readonly switches: EngineSwitches;
	/** Parts of the names of the cases that must fail. */
	readonly cases: readonly string[];
}

const REMOVALS: readonly Removal[] = [
	{
		handling: 'repeating what failed in passing',
		faults: ['429', '503', '502-html', 'malformed-json', 'drop-before', 'drop-after'],
		switches: { retry: false },
		cases: [
			'a full read survives 1 x 429',
			'a full read survives 1 x 503',
			'a full read survives 1 x 502-html',
			'a full read survives 1 x malformed-json',
			'a full read survives 1 x drop-before',
			'a full read survives 1 x drop-after',
			'a full read survives 4 x 503',
		],
	},
	{
		handling: 'waiting as long as the vendor demands',
		faults: ['429'],
		switches: { source: judging(() => ({ waitMs: 100 })) },
		cases: ['a full read survives 1 x 429', 'a write-back survives 1 x 429'],
	},
	{
		handling: 'pacing',
		faults: ['429'],
		switches: { pace: false },
		cases: ['2,000 accounts are read at full speed', '2,000 accounts are written at full speed'],
	},
	{
		handling: 'beginning again when a cursor expired',
		faults: ['expire-cursor'],
		switches: { restarts: 0 },
		cases: ['a full read survives 1 x expire-cursor'],
	},
	{
		handling: 'stopping at a refused credential',
		faults: ['401', '403-scope'],
		switches: { source: taking('auth', 'transient') },
		cases: [
			'a read stops at 401',
			'a read stops at 403-scope',
			'a write-back stops at 401',
			'a write-back stops at 403-scope',
			'a refused credential stops the tasks',
			'a refused credential stops the opportunities',
		],
	},
	{
		handling: 'stopping at a used-up day',
		faults: ['daily-quota'],
		switches: { source: taking('daily-quota', 'throttle') },
		cases: ['a read stops at daily-quota', 'a write-back stops at daily-quota'],
	},
	{
		handling: 'trying a locked row again',
		faults: ['lock'],
		switches: {
			source: (source) => ({
				...source,
				scores:
					source.scores === null
						? null
						: {
								...source.scores,
								write: async (...asked) =>
									((await source.scores?.write(...asked)) ?? []).map((outcome) =>
										outcome.ok ? outcome : { ok: false, fault: poisonOf(outcome.fault) },
									),
							},
			}),
		},
		cases: ['a write-back survives 1 x lock'],
	},
	{
		handling: 'dividing a refused batch',
		switches: { bisect: false },
		cases: ['one refused row in a batch'],
	},
	{
		handling: 'leaving out a field that is not there',
		switches: { source: judging(() => ({ field: null })) },
		cases: ['a renamed column is left out', 'a result field that does not exist'],
	},
	{
		handling: 'the overlap',
		switches: { source: (source) => ({ ...source, overlapSeconds: 0 }) },
		cases: ['what changes around the watermark and while the index lags'],
	},
	{
		handling: 'remembering what the overlap showed',
		switches: { forgetSeen: true },
		cases: ['what changes around the watermark and while the index lags'],
	},
	{
		handling: 'keeping the cursor',
		switches: { forgetCursor: true },
		cases: ['a limit per run stops after the page'],
	},
	{
		handling: 'listing removals',
		switches: { source: (source) => ({ ...source, removals: [] }) },
		cases: ['an account that was deleted is reported', 'a merged account points'],
	},
	{ handling: 'following merges', switches: { source: forgetful }, cases: ['a merged account points'] },
	{
		handling: 'knowing the rows of the last run',
		switches: { forgetKnown: true },
		cases: [
			'what we write ourselves does not come back',
			'a full read reports known accounts that are gone',
			'scores are written in the fewest requests; unchanged they are not written again',
		],
	},
	{
		handling: 'looking for an effect by its key',
		faults: ['drop-after', 'malformed-json'],
		switches: { source: blind },
		cases: [
			'a task is made once',
			'a task is never made twice, and never called failed when it is there: 1 x drop-after',
			'an opportunity is made once',
			'an opportunity is never made twice, and never called failed when it is there: 1 x drop-after',
		],
	},
];

function poisonOf(fault: ConnectorFault): ConnectorFault {
	return new ConnectorFault({ ...fault, message: fault.message, faultClass: 'poison' });
}

describe('a case fails when the handling it is there for is taken away', () => {
	const cases = contractCases(harness);
	for (const { handling, switches, cases: names } of REMOVALS) {
		for (const name of names) {
			test(`without ${handling}: ${name}`, async () => {
				const found = cases.filter((one) => one.name.startsWith(name));
				expect(found.length).toBeGreaterThan(0);
				for (const { run } of found) await expect(run(switches)).rejects.toThrow();
			});
		}
	}

	test('every fault of the matrix was seen to fail a case', () => {
		// `slow` is left to the sender's time limit: in memory nothing is slow.
		const all: readonly Fault[] = [
			'401',
			'403-scope',
			'429',
			'502-html',
			'503',
			'daily-quota',
			'drop-after',
			'drop-before',
			'expire-cursor',
			'lock',
			'malformed-json',
		];
		expect(new Set(REMOVALS.flatMap(({ faults = [] }) => faults))).toEqual(new Set(all));
	});
});
