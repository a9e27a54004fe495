import type { INodeProperties } from 'n8n-workflow';

import { defaultRenewalRates } from '../../../scoring/renewal/defaultRenewalRates';
import { defaultStages } from '../../../scoring/renewal/defaultStages';
import { shownFor } from '../shownFor';
import { planLimits } from './planLimits.properties';

const rates = defaultRenewalRates();
const rate = (displayName: string, name: string, standard: number, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
	default: standard,
	description: `Percent of the customers ${what} that renew. The standard is the framework's, not your own.`,
});

const optionList: INodeProperties[] = [
	rate(
		'Base Rate: Competitive Evaluation',
		'rateCompetitive',
		rates.competitiveEvaluation,
		'that evaluate a competitor',
	),
	rate(
		'Base Rate: Executive Advocacy',
		'rateAdvocacy',
		rates.executiveAdvocacy,
		'with an executive that speaks for you',
	),
	rate('Base Rate: NPS Over 8', 'rateNps', rates.nps, 'with an NPS over 8'),
	rate('Base Rate: ROI Over 150 %', 'rateRoi', rates.roi, 'with a ROI over 150 %'),
	{
		displayName: 'Business Day Before',
		name: 'businessDays',
		type: 'boolean',
		default: false,
		description: 'Whether a stage that falls on a weekend or holiday is reached on the working day before',
	},
	{
		displayName: 'Calendar Days Ahead',
		name: 'calendarDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 120,
		description: 'Contracts that end within so many days stand in the calendar',
	},
	{
		displayName: 'Calendar Name',
		name: 'calendarName',
		type: 'string',
		default: 'Renewals',
		description: 'Name that calendar programs show',
	},
	{
		displayName: 'Catch Up (Days)',
		name: 'catchUpDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 90,
		description:
			'For so many days after its end a missed stage is still said, marked late. A contract without renewal counts as lapsed afterwards.',
	},
	{
		displayName: 'Documents',
		name: 'documents',
		type: 'options',
		options: [
			{ name: 'All That Are Due', value: 'due', description: 'Every contract that has to be renewed' },
			{
				name: 'In the Window',
				value: 'window',
				description: 'Contracts that have reached their first stage',
			},
			{ name: 'None', value: 'none', description: 'No document data, for very many contracts' },
		],
		default: 'window',
		description: 'For which contracts details.document holds story, terms, risks and alternatives',
	},
	{
		displayName: 'Holidays',
		name: 'holidays',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2025-12-25, 2026-01-01',
		description: 'Days that are no working days, for Business Day Before',
	},
	{
		displayName: 'Next Term (Months)',
		name: 'termMonths',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Length of the next term in the documents. 0: as long as the present one.',
	},
	{
		displayName: 'Notice Reminders',
		name: 'noticeStages',
		type: 'string',
		default: '',
		placeholder: 'e.g. 30, 7',
		description:
			'Further stages, so many days before the notice deadline. The deadline itself always is one.',
	},
	{
		displayName: 'Only Table Columns',
		name: 'onlyTableColumns',
		type: 'boolean',
		default: false,
		description:
			'Whether rows hold only the columns of cs_scores and cs_renewal_stages, ready for a Data Table insert; contracts that need no renewal are left out then',
	},
	{
		displayName: 'Price Book',
		name: 'reprice',
		type: 'boolean',
		default: false,
		description: 'Whether the proposal prices current lines by the rows of cs_prices',
	},
	{
		displayName: 'Process Starts At (Days)',
		name: 'processDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 30,
		description: 'Stage that starts the renewal process of four weeks. 0: no process.',
	},
	{
		displayName: 'Stages of Month-to-Month',
		name: 'monthToMonth',
		type: 'boolean',
		default: false,
		description: 'Whether contracts that renew every month have stages too',
	},
	{
		displayName: 'Uplift Clause',
		name: 'applyUplift',
		type: 'boolean',
		default: true,
		description: 'Whether the proposal holds the uplift that the contract foresees, as a part of its own',
	},
];

/** Parameters of Plan Renewals. */
export const planProperties: INodeProperties[] = [
	{
		displayName:
			'Connect rows of cs_contracts to Contracts (accounts with renewal_on do as well); rows of any other table (contract lines, accounts, contacts, opportunities, survey answers, invoices, prices, rates, outcomes, value ledger) to Records; rows of cs_scores to Scores; all rows of cs_renewal_stages to Stages. Write the second output back to cs_renewal_stages, so that no stage is said twice.',
		name: 'planNotice',
		type: 'notice',
		default: '',
		...shownFor('plan'),
	},
	{
		displayName: 'Stages',
		name: 'stages',
		type: 'string',
		default: defaultStages().join(', '),
		placeholder: 'e.g. 120, 90, 60, 30, 14, 7, 1',
		description: "Calendar days before the contract's last day. Each stage is said exactly once.",
		...shownFor('plan'),
	},
	{
		displayName: 'Probability From',
		name: 'probabilityFrom',
		type: 'options',
		options: [
			{
				name: 'Base Rates',
				value: 'base_rates',
				description: 'Mean of the rates of ROI, NPS, advocacy and competition that an account matches',
			},
			{
				name: 'Churn Model, Else Base Rates',
				value: 'auto',
				description:
					'The trained churn model where Scores has the account: 1 - churn, carried on at the same rate where the contract ends after the horizon of the model. Each row says which it was.',
			},
			{
				name: 'Churn Model Only',
				value: 'model',
				description: 'No probability for accounts without a score of a trained model',
			},
		],
		default: 'auto',
		description: 'Where the renewal probability comes from',
		...shownFor('plan'),
	},
	planLimits,
	{
		displayName: 'Options',
		name: 'planOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: optionList,
		...shownFor('plan'),
	},
];
