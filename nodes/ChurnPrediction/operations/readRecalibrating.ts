import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { noteRepeats } from '../../../scoring/learn/noteRepeats';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { readGroups } from '../../../scoring/learn/readGroups';
import { readTimes } from '../../../scoring/learn/readTimes';
import { takeTableRows } from '../../../scoring/learn/takeTableRows';
import type { AsOf } from '../../../shared/fields/readAsOf';
import type { StoredModel } from '../../../shared/learn/readModelRows';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { dayIn } from './dayIn';
import { readLabelled } from './readLabelled';
import { findModel, readModels } from './readModels';
import { readRunDay, readWord } from './readRun';

export interface Recalibrating {
	/** Rows with a known outcome, none of a day to come. */
	readonly table: RawTable;
	readonly labels: Uint8Array;
	/** Account of each row; null: every row stands for itself. */
	readonly groups: Int32Array | null;
	readonly notes: readonly Issue[];
	readonly stored: StoredModel;
	readonly newModelId: string;
	readonly asOf: AsOf;
	/** Newest day among the rows; null: they have none. */
	readonly lastOn: string | null;
}

const SUFFIX = /-recalibrated-\d{4}-\d\d-\d\d$/;

/** Reads the rows, the model and the panel of Recalibrate. Throws what makes it impossible. */
export function readRecalibrating(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Recalibrating {
	const node = context.getNode();
	const options = context.getNodeParameter('recalibrateOptions', 0, {}) as { accountField?: string };
	const asOf = readRunDay(context);
	const models = readModels(context);
	const stored = findModel(models, readWord(context, 'modelId'), 'newest');
	if (stored === null)
		throw new NodeOperationError(node, 'There is no model on the Model input', {
			description: 'Connect the rows of cs_models of the model in use to the second input.',
		});
	if ('severity' in stored) throw toNodeError(node, stored, null);
	const newModelId =
		readWord(context, 'newModelId') || `${stored.modelId.replace(SUFFIX, '')}-recalibrated-${asOf.day}`;
	if (models.some(({ modelId }) => modelId === newModelId))
		throw new NodeOperationError(node, `There is a model '${newModelId}' already`, {
			description: 'Choose another "New Model ID": parts of two models under one name cannot be told apart.',
		});

	const read = readLabelled(context, items);
	if (read.noEvent !== null) throw toNodeError(node, read.noEvent, null);
	const field = stored.model.context.day_field;
	const dayField = typeof field === 'string' ? field : 'as_of_on';
	const days = read.table.columns[read.table.names.indexOf(dayField)]?.map(dayIn);
	const kept = Int32Array.from(read.labels, (_, row) => row).filter((row) => (days?.[row] ?? '') <= asOf.day);
	const table = takeTableRows(read.table, kept);
	const labels = Uint8Array.from(kept, (row) => read.labels[row] ?? 0);
	const accounts = table.columns[table.names.indexOf(options.accountField ?? 'account_id')];
	const groups = accounts === undefined ? null : readGroups(accounts);
	const ahead = read.labels.length - kept.length;
	const cells = table.columns[table.names.indexOf(dayField)];
	const times = cells === undefined ? null : readTimes(cells);
	return {
		table,
		labels,
		groups,
		notes: [
			...read.notes,
			...(ahead === 0 ? [] : [rowsAhead(ahead, dayField, asOf.day)]),
			...noteRepeats(groups, times, labels),
		],
		stored,
		newModelId,
		asOf,
		lastOn: newest(Array.from(kept, (row) => days?.[row] ?? null)),
	};
}

const rowsAhead = (count: number, field: string, day: string): Issue => ({
	code: 'rows-in-the-future',
	path: field,
	message: `${count} rows are of days after ${day}, whose outcome cannot be known yet, and were left out`,
	remedy: `Check ${field} of these rows, or choose a later day`,
	severity: 'warning',
});

function newest(days: readonly (string | null)[]): string | null {
	let last: string | null = null;
	for (const day of days) if (day !== null && (last === null || day > last)) last = day;
	return last;
}
