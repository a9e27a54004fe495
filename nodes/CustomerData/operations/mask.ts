import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { CanonicalObject } from '../../../scoring/core/CanonicalModel';
import { MODEL } from '../../../scoring/core/model';
import { maskRecord } from '../../../scoring/intake/maskRecord';
import { maskRows } from '../../../scoring/intake/maskRows';
import { addHint } from '../../../shared/n8n/addHint';
import { OutputSet } from './OutputSet';
import { recogniseTable } from './recogniseTable';

const OBJECT_OF = new Map(
	Object.values(MODEL).map(({ table, object }): [string, CanonicalObject] => [table, object]),
);

/**
 * Items with their personal data masked, in the order they came. Rows of our tables are masked together, so that a contact's name is hidden in
 * the notes of their account as well; other items by the names of their fields and by what stands in them.
 */
export async function mask(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const out = new OutputSet(context, 1, continueOnFail);
	const items = context.getInputData();
	const groups = new Map<CanonicalObject, number[]>();
	const masked: IDataObject[] = [];
	for (const [index, { json }] of items.entries()) {
		const object = OBJECT_OF.get(recogniseTable(json)?.name ?? '');
		if (object !== undefined) groups.set(object, [...(groups.get(object) ?? []), index]);
	}
	try {
		const rows = Object.fromEntries(
			[...groups].map(([object, indices]) => [object, indices.map((index) => items[index]?.json ?? {})]),
		);
		const result = maskRows(rows);
		for (const [object, indices] of groups) {
			for (const [place, index] of indices.entries())
				masked[index] = (result[object]?.[place] ?? {}) as IDataObject;
		}
		for (const [index, { json }] of items.entries())
			out.add(0, masked[index] ?? (maskRecord(json) as IDataObject), index);
		const recognised = [...groups.values()].reduce((sum, { length }) => sum + length, 0);
		addHint(context, { masked: items.length, 'rows of our tables': recognised });
	} catch (caught) {
		out.fail(0, caught);
	}
	return out.outputs;
}
