import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { TableRows } from '../../../scoring/intake/Erasure';
import { planErasure } from '../../../scoring/intake/planErasure';
import { addHint } from '../../../shared/n8n/addHint';
import { OutputSet } from './OutputSet';
import { recogniseTable } from './recogniseTable';
import { rowsOf } from './sortInput';

const [UPDATES, DELETES, STEPS] = [0, 1, 2];

const textOf = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value).trim();

/** What has to happen so that a person is forgotten. Nothing is changed here: each output is carried out by the node after it. */
export async function forgetPerson(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const out = new OutputSet(context, 3, continueOnFail);
	try {
		const email = textOf(context.getNodeParameter('personEmail', 0, ''));
		const contactIds = textOf(context.getNodeParameter('personIds', 0, ''))
			.split(',')
			.map((id) => id.trim())
			.filter((id) => id !== '');
		if (email === '' && contactIds.length === 0) {
			out.fail(
				STEPS,
				new NodeOperationError(
					context.getNode(),
					'Neither an email address nor an ID of the person was given.',
					{
						description: 'Fill Email or IDs. Nothing was searched.',
					},
				),
			);
			return out.outputs;
		}
		const tables = new Map<string, TableRows & { readonly rows: IDataObject[] }>();
		let unknown = 0;
		for (const row of [...rowsOf(context, 0), ...rowsOf(context, 1)]) {
			const table = recogniseTable(row);
			if (table === null) {
				unknown += 1;
				continue;
			}
			const held = tables.get(table.name) ?? { table: table.name, key: table.key, rows: [] };
			held.rows.push(row);
			tables.set(table.name, held);
		}
		const person = { email: email === '' ? null : email, contactIds };
		const plan = planErasure(person, [...tables.values()]);
		for (const { table, action, where, set, reason } of plan.changes) {
			if (action === 'delete') out.add(DELETES, { table, where, reason });
			else out.add(UPDATES, { table, where, set, row: { ...where, ...set }, reason });
		}
		for (const { vendor, ids, step } of plan.vendorSteps)
			out.add(STEPS, { system: vendor, ids: ids.join(', '), step });
		addHint(context, plan.sentence);
		for (const note of plan.notes) addHint(context, note, 'warning');
		if (unknown > 0)
			addHint(
				context,
				`Items that are rows of none of our tables, and were not searched: ${unknown}.`,
				'warning',
			);
	} catch (caught) {
		out.fail(STEPS, caught);
	}
	return out.outputs;
}
