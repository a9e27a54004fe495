import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runValue } from './valueRealization';

/** Runs an operation of success plans and names its outputs. */
export const runPlan = async (
	parameters: INodeParameters,
	items: readonly IDataObject[],
	records: readonly IDataObject[] = [],
	continueOnFail = false,
) => {
	const given = { resource: 'plan', asOf: '2024-11-26', ...parameters };
	const { outputs, hints } = await runValue(given, items, records, continueOnFail);
	const [plans = [], steps = [], third = [], [summary] = []] = outputs;
	return { plans, steps, third, summary, hints };
};
/** Names of a table's columns. */
export const names = (columns: ReadonlyArray<{ name: string }>): string[] => columns.map(({ name }) => name);

/** A deal that was won. */
export const EVENT: IDataObject = {
	event_id: 'evt-1',
	type: 'deal.closed_won',
	account_id: 'tech',
	signed_on: '2024-11-25',
	industry: 'FinTech',
	baseline: { labour: 382, external: 180 },
	target_minor: 8_500_000,
	currency: 'USD',
	value_hypothesis: '340K less compliance cost a year',
};
const csm = (id: string, over: IDataObject = {}): IDataObject => ({
	person_id: id,
	role: 'csm',
	skills: 'fintech, onboarding',
	...over,
});
/** Two who know fintech, one with an account already; two contacts. */
export const RECORDS: IDataObject[] = [
	csm('p1'),
	csm('p2'),
	csm('p3', { skills: 'retail' }),
	{ account_id: 'tech', name: 'TechCorp', industry: 'fintech' },
	{ account_id: 'o1', csm_id: 'p1', name: 'Other' },
	{ account_id: 'o2', csm_id: 'p2', name: 'Gone', lifecycle_stage: 'churned' },
	{ contact_id: 'c1', account_id: 'tech', role: 'champion', title: 'IT Director' },
	{ contact_id: 'c2', account_id: 'tech', role: 'sponsor', title: 'CISO' },
];
