import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** What to connect to which input, the first thing the panel of each operation says. */
export const notices: INodeProperties[] = [
	{
		displayName:
			'Connect accounts (rows of cs_accounts) to Items and the rows of the history tables to Records, cs_outcomes among them: it says who churned and when. Only what was known on a day enters the row of that day.',
		name: 'buildNotice',
		type: 'notice',
		default: '',
		...shownFor('build'),
	},
	{
		displayName:
			'Connect rows with a known outcome to Items: the output of Build Snapshots, or any rows with one column that says who churned. Every other column is used to predict, unless you leave it out.',
		name: 'trainNotice',
		type: 'notice',
		default: '',
		...shownFor('train'),
	},
	{
		displayName:
			'Connect rows with a known outcome that the models were not trained on to Items, and the rows of cs_models of one or several models to Model.',
		name: 'evaluateNotice',
		type: 'notice',
		default: '',
		...shownFor('evaluate'),
	},
	{
		displayName:
			'Connect accounts (rows of cs_accounts) to Items, the rows of cs_models to Model, the rows of the history tables to Records and cs_score_history to History. Without a model the result is rule-based and says so.',
		name: 'predictNotice',
		type: 'notice',
		default: '',
		...shownFor('predict'),
	},
	{
		displayName:
			'Connect predictions to Items. How much each kind of help saves is a rule of thumb until finished playbook runs of your own are on Records: rows with strategy, churned (true or false) and the probability before (0 to 1).',
		name: 'rankNotice',
		type: 'notice',
		default: '',
		...shownFor('rankInterventions'),
	},
	{
		displayName:
			'Connect past values of the score (rows of cs_score_history, or any with account, day and value) to Items, and the rows of cs_outcomes and cs_accounts to Records.',
		name: 'backtestNotice',
		type: 'notice',
		default: '',
		...shownFor('backtest'),
	},
	{
		displayName:
			'Connect all accounts (rows of cs_accounts), also those that left, to Items, and the rows of cs_outcomes and cs_contracts to Records: they say who churned when and who came back.',
		name: 'lifetimeNotice',
		type: 'notice',
		default: '',
		...shownFor('estimateLifetime'),
	},
	{
		displayName:
			'Connect rows with a known outcome that the model was not trained on to Items, and the rows of cs_models of the model in use to Model. The new model is used only once you name it as champion.',
		name: 'recalibrateNotice',
		type: 'notice',
		default: '',
		...shownFor('recalibrate'),
	},
];
