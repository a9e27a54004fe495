import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { readLabels } from '../../../scoring/learn/readLabels';
import { takeTableRows } from '../../../scoring/learn/takeTableRows';
import { tableOfItems } from '../../../shared/learn/tableOfItems';
import { listRows } from '../../../shared/n8n/listRows';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { readLabel } from './readTraining';

export interface Labelled {
	/** Only rows with a known outcome. */
	readonly table: RawTable;
	/** 1 happened, 0 did not. */
	readonly labels: Uint8Array;
	readonly notes: readonly Issue[];
	/** Why no row has the event, though the column holds something else than 0; null: one has, or all are 0. */
	readonly noEvent: Issue | null;
}

/** Reads the rows of the first input whose outcome is known, as the panel names the column. Throws where no column says it. */
export function readLabelled(context: IExecuteFunctions, items: readonly INodeExecutionData[]): Labelled {
	const node = context.getNode();
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
	return {
		table: takeTableRows(all, rows),
		labels,
		notes: issues.filter(({ severity }) => severity === 'warning'),
		noEvent: issues.find(({ code }) => code === 'no-positive-label') ?? null,
	};
}
