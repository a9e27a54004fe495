import type { IDataObject } from 'n8n-workflow';

import type { LedgerEntry } from '../../../scoring/measures/ledger/Ledger';
import { readLedgerEntry } from '../../../scoring/measures/ledger/readLedgerEntry';

/** Text of a field; numbers become text. null where there is none. */
export const textIn = (row: Readonly<Record<string, unknown>>, column: string): string | null => {
	const value = row[column];
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** A row of cs_value_ledger as scoring takes it. */
export const readEntry = (row: IDataObject): LedgerEntry => readLedgerEntry(row);
