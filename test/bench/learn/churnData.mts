// The public churn data the learning benchmark measures on; it stands outside the repository.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { readCsv } from '../churn/readCsv.mts';

/** Beside the repository, unless the environment names another place. */
const folder =
	process.env['CUSTOMER_SUCCESS_CHURN_DATA'] ??
	resolve(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'churn');

export interface ChurnData {
	readonly table: RawTable;
	readonly labels: Uint8Array;
	/** Snapshot of each row; null: there is one only. */
	readonly times: Float64Array | null;
}

/** Whole path of a file of the data, or null where it is absent. */
export function churnFile(file: string): string | null {
	const path = join(folder, file);
	return existsSync(path) ? path : null;
}

/** A data set with its labels, or null (and a sentence) where it is absent. */
export async function readChurnData(file: string): Promise<ChurnData | null> {
	const path = churnFile(file);
	if (path === null) {
		console.error(
			`no ${file} on this machine: set CUSTOMER_SUCCESS_CHURN_DATA to the folder that holds the public churn data`,
		);
		return null;
	}
	const table = await readCsv(path);
	const column = (name: string) => table.columns[table.names.indexOf(name)];
	const times = column('_t');
	return {
		table,
		labels: Uint8Array.from(column('label')!, (cell) => Number(cell)),
		times: times === undefined ? null : Float64Array.from(times, (cell) => Number(cell)),
	};
}
