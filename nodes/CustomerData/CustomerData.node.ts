import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { customerDataOutputs, type Operation } from './CustomerData.outputs';
import { customerDataProperties } from './CustomerData.properties';
import { listSearch, loadOptions } from './lists/listMethods';
import { checkQuality } from './operations/checkQuality';
import { forgetPerson } from './operations/forgetPerson';
import { getAll } from './operations/getAll';
import { mask } from './operations/mask';
import { normalise } from './operations/normalise';
import { prepare } from './operations/prepare';
import { createTasks, upsertOpportunities } from './operations/sendEffects';
import { writeScores } from './operations/writeScores';
import { sourceCredentials } from './sourceCredentials';

const OPERATIONS = {
	getAll,
	writeScores,
	create: createTasks,
	upsert: upsertOpportunities,
	prepare,
	normalise,
	checkQuality,
	mask,
	forgetPerson,
} as const satisfies Record<
	Operation,
	(context: IExecuteFunctions, continueOnFail: boolean) => Promise<INodeExecutionData[][]>
>;

export class CustomerData implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Customer Data',
		name: 'customerData',
		icon: { light: 'file:customerData.svg', dark: 'file:customerData.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { getAll: "get accounts", writeScores: "write scores", create: "create tasks", upsert: "create or update opportunities", prepare: "prepare base", normalise: "normalise items", checkQuality: "check data quality", mask: "mask personal data", forgetPerson: "forget person" }[$parameter.operation] + ($parameter.resource === "item" ? "" : ": " + $parameter.source) }}',
		description:
			'Read customers from Airtable, HubSpot, Salesforce, Pipedrive or Stripe at the speed each allows, and write scores and tasks back',
		defaults: { name: 'Customer Data' },
		usableAsTool: true,
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Items' },
			{ type: NodeConnectionTypes.Main, displayName: 'Accounts' },
		],
		requiredInputs: [0],
		outputs: customerDataOutputs,
		credentials: sourceCredentials,
		properties: customerDataProperties,
	};

	methods = { loadOptions, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		return await OPERATIONS[operation](this, this.continueOnFail());
	}
}
