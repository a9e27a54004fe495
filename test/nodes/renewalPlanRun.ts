import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { RenewalTimeline } from '../../nodes/RenewalTimeline/RenewalTimeline.node';
import { strictContext } from '../support/strictContext';

export const AS_OF = '2024-11-24';
type Lists = ReadonlyArray<readonly IDataObject[] | null>;

export async function run(inputs: Lists, parameters: IDataObject = {}, continueOnFail = false) {
	const all = { operation: 'plan', asOf: AS_OF, runId: 'run-1', ...parameters } as INodeParameters;
	const context = strictContext({ nodeType: new RenewalTimeline(), parameters: all, inputs, continueOnFail });
	const before = JSON.stringify(inputs);
	const outputs = await context.run();
	expect(JSON.stringify(inputs)).toBe(before);
	const rows = outputs.map((items) => items.map(({ json }) => json));
	const [renewals = [], stages = [], toDo = [], calendar = [], summary = []] = rows;
	return {
		outputs,
		renewals,
		stages,
		toDo,
		calendar,
		summary,
		hints: context.hints.map(({ message }) => message),
	};
}

export const contract = (columns: IDataObject = {}): IDataObject => ({
	contract_id: 'C-1',
	account_id: 'techcorp',
	previous_contract_id: null,
	signed_on: '2024-03-01',
	starts_on: '2024-04-01',
	ends_on: '2025-03-31',
	term_months: 12,
	auto_renew: false,
	notice_days: null,
	uplift_rate: null,
	status: 'active',
	...columns,
});
export const records: IDataObject[] = [
	{
		account_id: 'techcorp',
		name: 'TechCorp',
		time_zone: 'America/New_York',
		currency: 'USD',
		csm_id: 'jane',
		ae_id: 'joe',
		custom_json: JSON.stringify({
			roi_percent: 187,
			executive_advocacy: 'yes',
			approved_budget_minor: 95_000_000,
		}),
	},
	{
		line_id: 'L-1',
		contract_id: 'C-1',
		account_id: 'techcorp',
		arr_minor: 87_500_000,
		currency: 'USD',
		status: 'active',
	},
	{ answer_id: 1, account_id: 'techcorp', kind: 'nps', score: 9.2, answered_at: '2024-11-01' },
	...[280, 140, 45].map((thousands, index) => ({
		opportunity_id: `O-${index}`,
		account_id: 'techcorp',
		kind: 'cross_sell',
		status: 'open',
		amount_minor: thousands * 100_000,
		currency: 'USD',
		probability: 0.87,
	})),
];
