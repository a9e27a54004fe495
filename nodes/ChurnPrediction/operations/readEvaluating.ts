import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { readGroups } from '../../../scoring/learn/readGroups';
import { readLabels } from '../../../scoring/learn/readLabels';
import type { StoredModel } from '../../../shared/learn/readModelRows';
import { tableOfItems } from '../../../shared/learn/tableOfItems';
import { listRows } from '../../../shared/n8n/listRows';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { findModel, readModels } from './readModels';
import { readRule } from './readRule';
import { readWord } from './readRun';
import { readLabel } from './readTraining';

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

	const all = tableOfItems(listRows(items).map(({ json }) => json));
	const { label, positive } = readLabel(context);
	const column = all.columns[all.names.indexOf(label)];
	if (column === undefined)
		throw new NodeOperationError(node, `The rows have no column '${label}'`, {
			description: 'Name the column that says who churned in "Outcome Column".',
		});
	const { rows, labels, issues } = readLabels(label, column, positive ?? undefined);
	// Rows of one class only can be measured too: the base rate says how surprising they are.
	const fatal = issues.filter(({ severity, code }) => severity === 'error' && code !== 'no-positive-label');
	if (fatal.length > 0) throw toNodeError(node, fatal, null);
	const table: RawTable = {
		names: all.names,
		columns: all.columns.map((cells) => Array.from(rows, (row) => cells[row])),
		rows: rows.length,
	};
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
		notes: issues.filter(({ severity }) => severity === 'warning'),
		models,
		champion,
	};
}
