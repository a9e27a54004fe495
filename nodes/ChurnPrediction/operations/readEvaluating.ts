import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { readGroups } from '../../../scoring/learn/readGroups';
import type { StoredModel } from '../../../shared/learn/readModelRows';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { readLabelled } from './readLabelled';
import { findModel, readModels } from './readModels';
import { readRule } from './readRule';
import { readWord } from './readRun';

export interface Evaluating {
	/** Only rows with a known outcome. */
	readonly table: RawTable;
	readonly labels: Uint8Array;
	readonly rule: Float64Array | null;
	readonly groups: Int32Array | null;
	readonly notes: readonly Issue[];
	/** Oldest first. */
	readonly models: readonly StoredModel[];
	readonly champion: StoredModel;
}

/** Reads the rows, the models and the panel of Evaluate. Throws what makes an evaluation impossible. */
export function readEvaluating(context: IExecuteFunctions, items: readonly INodeExecutionData[]): Evaluating {
	const options = context.getNodeParameter('evaluateOptions', 0, {}) as {
		accountField?: string;
		ruleField?: string;
	};
	const node = context.getNode();
	const models = readModels(context);
	const champion = findModel(models, readWord(context, 'championModelId'), 'oldest');
	if (champion === null)
		throw new NodeOperationError(node, 'There is no model on the Model input', {
			description: 'Connect the rows of cs_models, or the Model output of Train, to the second input.',
		});
	if ('severity' in champion) throw toNodeError(node, champion, null);

	const { table, labels, notes } = readLabelled(context, items);
	const accounts = table.columns[table.names.indexOf(options.accountField ?? 'account_id')];
	return {
		table,
		labels,
		rule: readRule(
			table,
			options.ruleField ?? 'rule_risk',
			table.rows === 0 ? [] : [...Array(table.rows).keys()],
		),
		groups: accounts === undefined ? null : readGroups(accounts),
		notes,
		models,
		champion,
	};
}
