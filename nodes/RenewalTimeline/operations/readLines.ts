import type { IDataObject } from 'n8n-workflow';

import type { BridgeLine } from '../../../scoring/renewal/Bridge';
import type { Contract } from '../../../scoring/renewal/Contract';
import { readBridgeLine } from '../../../scoring/renewal/readBridgeLine';
import { readContract } from '../../../scoring/renewal/readContract';
import { rollLines } from '../../../scoring/renewal/rollLines';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import type { InputRow } from '../readRows';

const filled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

export interface ReadLines {
	readonly lines: readonly BridgeLine[];
	readonly faults: readonly BatchRow[];
	/** Rows that are no contract line; contracts, rates and the like among them. */
	readonly others: readonly IDataObject[];
}

/**
 * Contract lines among the rows; lines of contracts that renew themselves run on when `roll` is set.
 *
 * @param byItem rows came on the first input, so a fault names its item
 */
export function readLines(
	rows: readonly InputRow[],
	records: readonly IDataObject[],
	roll: boolean,
	byItem: boolean,
): ReadLines {
	const lines: BridgeLine[] = [];
	const faults: BatchRow[] = [];
	const others: IDataObject[] = [];
	for (const { row, from } of rows) {
		if (!filled(row.line_id)) {
			others.push(row);
			continue;
		}
		const read = readBridgeLine(row);
		if (read.ok) lines.push(read.value);
		else {
			const known = { line_id: row.line_id ?? null, account_id: row.account_id ?? null } as IDataObject;
			faults.push({ json: known, from: byItem ? from : null, fault: read.issues });
		}
	}
	const contracts = [...others, ...records].flatMap((row): Contract[] => {
		if (!roll || !filled(row.contract_id) || filled(row.line_id) || filled(row.opportunity_id)) return [];
		const read = readContract(row);
		return read.ok ? [read.value] : [];
	});
	return { lines: roll ? rollLines(lines, contracts) : lines, faults, others };
}
