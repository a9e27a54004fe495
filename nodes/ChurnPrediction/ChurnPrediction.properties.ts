import type { INodeProperties } from 'n8n-workflow';

import { operationsOf } from '../../shared/n8n/operationsOf';
import { backtestOptions, backtestProperties } from './operations/backtest.properties';
import { buildOptions, buildProperties } from './operations/build.properties';
import {
	estimateLifetimeOptions,
	estimateLifetimeProperties,
} from './operations/estimateLifetime.properties';
import { evaluateOptions, evaluateProperties } from './operations/evaluate.properties';
import { notices } from './operations/notices.properties';
import { predictOptions, predictProperties } from './operations/predict.properties';
import { rankInterventionsProperties } from './operations/rankInterventions.properties';
import { recalibrateOptions, recalibrateProperties } from './operations/recalibrate.properties';
import { runProperties } from './operations/run.properties';
import { trainOptions, trainProperties } from './operations/train.properties';
import { trainingRowProperties } from './operations/trainingRows.properties';

const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Account',
			value: 'account',
			description: 'How likely each account is to churn, why, what would help, and how long it stays',
		},
		{ name: 'Model', value: 'model', description: 'Learn from your own history, and check what was learned' },
		{
			name: 'Score',
			value: 'score',
			description: 'Find out whether any score knew in time which accounts would churn',
		},
		{ name: 'Snapshot', value: 'snapshot', description: 'Rows to learn from, made of your history tables' },
	],
	default: 'account',
};

export const churnPredictionProperties: INodeProperties[] = [
	resource,
	operationsOf(
		'account',
		[
			{
				name: 'Estimate Lifetime',
				value: 'estimateLifetime',
				description: 'How long accounts stay: retention month by month, and the time each still has',
				action: 'Estimate the lifetime of accounts',
			},
			{
				name: 'Predict Churn',
				value: 'predict',
				description: 'Probability of churn with reasons, warning signs and the ARR to lose, per account',
				action: 'Predict churn of accounts',
			},
			{
				name: 'Rank Interventions',
				value: 'rankInterventions',
				description: 'Compare what each kind of help would save at an account',
				action: 'Rank interventions for accounts',
			},
		],
		'predict',
	),
	operationsOf(
		'model',
		[
			{
				name: 'Evaluate',
				value: 'evaluate',
				description: 'Measure models on rows they have not seen, and tell whether a new one is better',
				action: 'Evaluate churn models',
			},
			{
				name: 'Recalibrate',
				value: 'recalibrate',
				description: 'Set the level of a model to newer outcomes, where it tells too much or too little',
				action: 'Recalibrate a churn model',
			},
			{
				name: 'Train',
				value: 'train',
				description: 'Learn from rows with a known outcome which accounts churn',
				action: 'Train a churn model',
			},
		],
		'train',
	),
	operationsOf(
		'score',
		[
			{
				name: 'Backtest',
				value: 'backtest',
				description: 'Compare past values of a score with what became of the accounts',
				action: 'Backtest a score',
			},
		],
		'backtest',
	),
	operationsOf(
		'snapshot',
		[
			{
				name: 'Build',
				value: 'build',
				description: 'What was known of each account on past days, and whether it churned afterwards',
				action: 'Build training snapshots',
			},
		],
		'build',
	),
	...notices,
	...buildProperties,
	...trainingRowProperties,
	...trainProperties,
	...evaluateProperties,
	...recalibrateProperties,
	...predictProperties,
	...rankInterventionsProperties,
	...estimateLifetimeProperties,
	...backtestProperties,
	...runProperties,
	buildOptions,
	trainOptions,
	evaluateOptions,
	recalibrateOptions,
	predictOptions,
	estimateLifetimeOptions,
	backtestOptions,
];
