import { isDay } from '../../core/isDay';
import { instantIn } from '../instantIn';
import { jsonIn } from '../jsonIn';
import { numberIn } from '../numberIn';
import type { Row } from '../Records';
import type { LedgerEntry } from './Ledger';

const textIn = (row: Row, column: string): string | null => {
	const value = row[column];
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/**
 * A row of cs_value_ledger as an entry. What is absent or empty is null; nothing is judged here, see `checkEntry`. An acknowledgement whose
 * day cannot be read stays the text it is.
 *
 * @example
 * readLedgerEntry({ entry_id: 'e', kind: 'Direct', currency: 'usd', acknowledged_at: '2026-01-15T10:30:00Z' }).acknowledgedOn
 * // => '2026-01-15'
 */
export function readLedgerEntry(row: Row): LedgerEntry {
	const evidence = jsonIn(row, 'evidence_json');
	const { inputs } = evidence;
	return {
		entryId: textIn(row, 'entry_id') ?? '',
		accountId: textIn(row, 'account_id'),
		kind: textIn(row, 'kind')?.toLowerCase() ?? null,
		period: textIn(row, 'period'),
		lowMinor: numberIn(row, 'low_minor'),
		baseMinor: numberIn(row, 'base_minor'),
		highMinor: numberIn(row, 'high_minor'),
		currency: textIn(row, 'currency')?.toUpperCase() ?? null,
		formula: textIn(row, 'formula'),
		evidence: {
			source: textIn(evidence, 'source'),
			outcome: textIn(evidence, 'outcome'),
			inputs:
				typeof inputs === 'object' && inputs !== null && !Array.isArray(inputs)
					? (inputs as Readonly<Record<string, unknown>>)
					: {},
		},
		acknowledgedOn: dayOf(row),
		acknowledgedBy: textIn(row, 'acknowledged_by'),
	};
}

function dayOf(row: Row): string | null {
	const value = row.acknowledged_at;
	if (value === null || value === undefined || value === '') return null;
	if (isDay(value)) return value;
	const instant = typeof value === 'number' ? value : instantIn(row, 'acknowledged_at');
	const date = instant === null ? null : new Date(instant);
	return date === null || Number.isNaN(date.getTime())
		? String(value).trim()
		: date.toISOString().slice(0, 10);
}
