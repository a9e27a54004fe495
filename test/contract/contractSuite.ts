import { prepareBase } from '../../shared/connectors/engine/prepareBase';
import type { PreparedStep } from '../../shared/connectors/engine/Engine';
import type { ContractCase, ContractHarness } from './ContractHarness';
import { rig, type Rig } from './drive';
import { effectCases } from './effectCases';
import { readCases } from './readCases';
import { writeCases } from './writeCases';

async function prepare(on: Rig, apply: boolean): Promise<PreparedStep[]> {
	const steps: PreparedStep[] = [];
	const { source, settings, call } = on;
	for await (const step of prepareBase({ source, settings, call, apply })) steps.push(step);
	return steps;
}

function prepareCases(harness: ContractHarness): ContractCase[] {
	return [
		{
			name: 'prepare base shows what is missing without making it, makes it once, and finds it then',
			needs: ['prepare'],
			run: async (switches) => {
				const on = rig(harness, { accounts: 2, prepared: false }, switches);
				const shown = await prepare(on, false);
				const missing = shown.filter(({ status }) => status === 'missing');
				expect(missing.length).toBeGreaterThan(0);
				expect(on.wire.filter(({ method }) => method !== 'GET')).toEqual([]);
				const made = await prepare(on, true);
				expect(made.filter(({ status }) => status === 'failed')).toEqual([]);
				expect(made.filter(({ status }) => status === 'created').map(({ name }) => name)).toEqual(
					missing.map(({ name }) => name),
				);
				const found = await prepare(on, true);
				expect(found.filter(({ status }) => !['exists', 'by-hand'].includes(status))).toEqual([]);
			},
		},
	];
}

/** Every case of the contract; `needs` says which a vendor may be excused from. */
export const contractCases = (harness: ContractHarness): ContractCase[] => [
	...readCases(harness),
	...writeCases(harness),
	...effectCases(harness),
	...prepareCases(harness),
];

/**
 * The contract every source keeps, as tests: against its stateful fake, in memory, on a clock that costs nothing. What a vendor cannot do
 * stands in `capabilities.lacks` with the reason, which becomes the test's name; the test then checks that the source says so too.
 */
export function contractSuite(harness: ContractHarness): void {
	const lacks = harness.capabilities?.lacks ?? {};
	describe(`${harness.source.label} keeps the contract`, () => {
		for (const { name, needs, run } of contractCases(harness)) {
			const lacking = needs.find((ability) => lacks[ability] !== undefined);
			if (lacking === undefined) test(name, async () => await run());
		}
		for (const [ability, reason] of Object.entries(lacks)) {
			test(`it has no ${ability}: ${reason}`, () => {
				expect(reason).not.toBe('');
				const { scores, createTask, upsertOpportunity, removals } = harness.source;
				if (ability === 'write') expect(scores).toBeNull();
				if (ability === 'tasks') expect(createTask).toBeNull();
				if (ability === 'opportunities') expect(upsertOpportunity).toBeNull();
				if (ability === 'removals') expect(removals).not.toContain('accounts');
			});
		}
	});
}
