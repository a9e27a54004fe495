import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

const number = (
	displayName: string,
	name: string,
	standard: number,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 4 },
	default: standard,
	description,
});

const scenarioFields: INodeProperties[] = [
	{ displayName: 'Name', name: 'id', type: 'string', default: '', placeholder: 'e.g. conservative' },
	{
		displayName: 'Benefits',
		name: 'take',
		type: 'options',
		options: [
			{ name: 'Base', value: 'base' },
			{ name: 'High End', value: 'high' },
			{ name: 'Low End', value: 'low' },
		],
		default: 'base',
		description: 'Which end of the range of each benefit it takes',
	},
	number('Benefit Factor', 'benefitFactor', 1, 'Multiplies every benefit'),
	number('Cost Factor', 'costFactor', 1, 'Multiplies every cost; 1.1 is 10 % more'),
	number('Delay (Months)', 'delayMonths', 0, 'Months until the benefits begin'),
];

/** Parameters of Build Business Case. */
export const businessCaseProperties: INodeProperties[] = [
	{
		displayName:
			'Benefits come from evidenced entries of cs_value_ledger (Records) of the last four quarters, and from a list "benefits" of the account (name, low_minor, base_minor, high_minor), which counts as not evidenced. A list "alternatives" (name, one_time_minor, yearly_minor, months_to_deploy, claimed_percent) is compared. Lists may stand in custom_json of the account, too.',
		name: 'caseNotice',
		type: 'notice',
		default: '',
		...shownFor('businessCase'),
	},
	{
		displayName: 'Yearly Cost Field',
		name: 'yearlyCostField',
		type: 'string',
		default: 'arr_minor',
		description: 'Field of the account with what a year costs, in minor units (cents)',
		...shownFor('businessCase'),
	},
	{
		displayName: 'One-Time Cost Field',
		name: 'oneTimeCostField',
		type: 'string',
		default: 'one_time_cost_minor',
		description: 'Field with what is paid once at the start, in minor units. Without the field nothing is.',
		...shownFor('businessCase'),
	},
	{
		displayName: 'Options',
		name: 'caseOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Discount Rate',
				name: 'discountRate',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 4 },
				default: 0.1,
				description: 'Per year, for the net present value; 0.1 is 10 %. There is no standard rate.',
			},
			number(
				'Highest Believed Hourly Cost',
				'hourlyLimit',
				250,
				'A baseline with a dearer hour is pointed out; in currency units',
			),
			{
				displayName: 'Scenarios',
				name: 'scenarios',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Scenario' },
				placeholder: 'Add Scenario',
				default: {},
				description:
					'Most careful first. Without any: conservative (low end, cost +10 %, 3 months later), realistic (base) and optimistic (high end).',
				options: [{ displayName: 'Scenario', name: 'scenario', values: scenarioFields }],
			},
			{
				displayName: 'Years',
				name: 'years',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 20 },
				default: 3,
			},
		],
		...shownFor('businessCase'),
	},
];
