import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { forBatch } from '../../shared/n8n/forBatch';
import { healthScoreProperties } from './HealthScore.properties';
import { checkScorecardRows } from './operations/checkScorecard';
import { compareScorecardsRows } from './operations/compareScorecards';
import { rollUpRows } from './operations/rollUp';
import { scoreRows } from './operations/score';

const OPERATIONS = {
	score: scoreRows,
	rollUp: rollUpRows,
	checkScorecard: checkScorecardRows,
	compareScorecards: compareScorecardsRows,
} as const;

export class HealthScore implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Health Score',
		name: 'healthScore',
		icon: { light: 'file:healthScore.svg', dark: 'file:healthScore.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { score: "score accounts", rollUp: "roll up portfolio", checkScorecard: "check scorecard", compareScorecards: "compare scorecards" }[$parameter.operation] }}',
		description:
			'Score how healthy each customer account is from 0 to 100, with the reasons, what changed and what to do next',
		defaults: { name: 'Health Score' },
		usableAsTool: true,
		inputs: [
			{ displayName: 'Accounts', type: NodeConnectionTypes.Main, required: true },
			{ displayName: 'History', type: NodeConnectionTypes.Main },
			{ displayName: 'Records', type: NodeConnectionTypes.Main },
		],
		requiredInputs: [0],
		outputs: [NodeConnectionTypes.Main],
		properties: healthScoreProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as keyof typeof OPERATIONS;
		return await forBatch(this, this.continueOnFail(), (items) => OPERATIONS[operation](this, items));
	}
}
