import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { SyncStateRow } from '../../../shared/connectors/engine/Engine';
import { readInput } from '../../../shared/n8n/readInput';

/** Rows of an input: one item each, or many in a list `records` of one item. */
export function rowsOf(context: IExecuteFunctions, input: number): IDataObject[] {
	return readInput(context, input).flatMap(({ json }) =>
		Array.isArray(json.records) ? (json.records as IDataObject[]) : [json],
	);
}

const isState = (row: IDataObject): boolean =>
	typeof row.source === 'string' && typeof row.object === 'string' && 'watermark' in row;

const textOf = (value: unknown): string | null =>
	value === null || value === undefined || value === ''
		? null
		: value instanceof Date
			? value.toISOString()
			: String(value);

function readState(row: IDataObject): SyncStateRow {
	return {
		source: String(row.source),
		object: String(row.object),
		watermark: textOf(row.watermark),
		overlap_s: Number(row.overlap_s),
		last_full_at: textOf(row.last_full_at),
		run_id: textOf(row.run_id),
		detail_json: textOf(row.detail_json),
	};
}

export interface SortedInput {
	/** cs_sync_state rows by object, of this system only. */
	readonly states: ReadonlyMap<string, SyncStateRow>;
	/** Everything else: rows of cs_accounts and cs_aliases, and the item that started the run. */
	readonly rows: readonly IDataObject[];
}

/** Tells the rows of cs_sync_state from those of accounts and aliases, whichever input they came by. */
export function sortInput(context: IExecuteFunctions, source: string): SortedInput {
	const all = [...rowsOf(context, 0), ...rowsOf(context, 1)];
	const states = all.filter(isState).map(readState);
	return {
		states: new Map(states.filter((state) => state.source === source).map((state) => [state.object, state])),
		rows: all.filter((row) => !isState(row)),
	};
}
