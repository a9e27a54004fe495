import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { forBatch, type BatchRow } from '../../shared/n8n/forBatch';
import { churnPredictionOutputs, OUTPUT_NAMES, type Operation } from './ChurnPrediction.outputs';
import { churnPredictionProperties } from './ChurnPrediction.properties';
import { backtest } from './operations/backtest';
import { build } from './operations/build';
import { estimateLifetime } from './operations/estimateLifetime';
import { evaluate } from './operations/evaluate';
import { predict } from './operations/predict';
import { rankInterventionsRows } from './operations/rankInterventions';
import { recalibrate } from './operations/recalibrate';
import { train } from './operations/train';

const OPERATIONS = {
	build,
	train,
	evaluate,
	recalibrate,
	predict,
	rankInterventions: rankInterventionsRows,
	estimateLifetime,
	backtest,
} as const satisfies Record<
	Operation,
	(
		context: IExecuteFunctions,
		items: readonly INodeExecutionData[],
	) => Iterable<BatchRow> | Promise<Iterable<BatchRow>>
>;

export class ChurnPrediction implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Churn Prediction',
		name: 'churnPrediction',
		icon: { light: 'file:churnPrediction.svg', dark: 'file:churnPrediction.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { build: "build snapshots", train: "train model", evaluate: "evaluate models", recalibrate: "recalibrate model", predict: "predict churn", rankInterventions: "rank interventions", estimateLifetime: "estimate lifetime", backtest: "backtest score" }[$parameter.operation] }}',
		description:
			'Learn from your own history which customer accounts churn and how long they stay, say why and how sure it is, and judge any score by what happened',
		defaults: { name: 'Churn Prediction' },
		usableAsTool: true,
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Items', required: true },
			{ type: NodeConnectionTypes.Main, displayName: 'Model' },
			{ type: NodeConnectionTypes.Main, displayName: 'Records' },
			{ type: NodeConnectionTypes.Main, displayName: 'History' },
		],
		requiredInputs: [0],
		outputs: churnPredictionOutputs,
		properties: churnPredictionProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		const outputs = OUTPUT_NAMES[operation].length;
		return await forBatch(
			this,
			this.continueOnFail(),
			(items) => OPERATIONS[operation](this, items),
			outputs,
		);
	}
}
