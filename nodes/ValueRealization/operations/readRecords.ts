import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readInput } from '../../../shared/n8n/readInput';

/** A row and the item of the first input it came in; null for rows of the Records input. */
export interface InputRow {
	readonly row: IDataObject;
	readonly from: number;
}

/** Columns that tell which table a row is of, the most telling first; several rows carry the ids of others. */
const SIGNS: ReadonlyArray<readonly [table: RecordTable, columns: readonly string[]]> = [
	['ledger', ['entry_id']],
	['milestones', ['milestone_id']],
	['plans', ['plan_id']],
	['people', ['person_id']],
	['surveyAnswers', ['answer_id']],
	['rates', ['from_currency', 'rate']],
	['measurements', ['metric', 'value', 'measured_on']],
	['other', ['interaction_id']],
	['other', ['ticket_id']],
	['other', ['invoice_id']],
	['other', ['opportunity_id']],
	['other', ['line_id']],
	['other', ['contract_id']],
	['other', ['score']],
	['other', ['product_id']],
	['other', ['limit_value']],
	['contacts', ['contact_id']],
	['usage', ['starts_on', 'period']],
	['accounts', ['account_id']],
];

export type RecordTable =
	| 'accounts'
	| 'contacts'
	| 'ledger'
	| 'measurements'
	| 'milestones'
	| 'other'
	| 'people'
	| 'plans'
	| 'rates'
	| 'surveyAnswers'
	| 'usage';

export type Records = Readonly<Record<RecordTable, readonly IDataObject[]>>;

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * Rows of a list of items: one item per row, or items that hold many rows in a list `records` (n8n's Aggregate node makes one), because the
 * editor is slow with many thousands of items. Both may be mixed.
 */
export function listRows(items: readonly INodeExecutionData[]): InputRow[] {
	return items.flatMap(({ json }, from) =>
		Array.isArray(json.records)
			? (json.records as IDataObject[]).map((row) => ({ row, from }))
			: [{ row: json, from }],
	);
}

/** Rows of the Records input by table; every list may be empty. `other` is what this node does not read. */
export function readRecords(context: IExecuteFunctions): Records {
	const found: Record<RecordTable, IDataObject[]> = {
		accounts: [],
		contacts: [],
		ledger: [],
		measurements: [],
		milestones: [],
		other: [],
		people: [],
		plans: [],
		rates: [],
		surveyAnswers: [],
		usage: [],
	};
	for (const { row } of listRows(readInput(context, 1))) {
		const sign = SIGNS.find(([, columns]) => columns.every((column) => isThere(row[column])));
		found[sign?.[0] ?? 'other'].push(row);
	}
	return found;
}

/** Rows by the value of a column; rows without one are left out. */
export function groupBy(rows: readonly IDataObject[], column: string): ReadonlyMap<string, IDataObject[]> {
	const groups = new Map<string, IDataObject[]>();
	for (const row of rows) {
		if (!isThere(row[column])) continue;
		const key = String(row[column]);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [row]);
		else group.push(row);
	}
	return groups;
}
