import type { Issue } from '../core/issue';
import type { RawTable } from './RawTable';

/**
 * Faults of labels (1 happened, 0 did not) for a table: there must be rows, and one label for each.
 *
 * @example
 * checkLabels({ names: [], columns: [], rows: 2 }, Uint8Array.of(1)).map(({ code }) => code)
 * // => ['labels-length']
 */
export function checkLabels(table: RawTable, labels: Uint8Array): Issue[] {
	const fault = (code: string, message: string, remedy: string): Issue[] => [
		{ code, path: 'labels', message, remedy, severity: 'error' },
	];
	if (table.rows === 0) {
		return fault(
			'no-rows',
			'There is no labelled row to measure on.',
			'Connect rows whose outcome is known.',
		);
	}
	if (labels.length !== table.rows) {
		return fault(
			'labels-length',
			`${labels.length} labels were given for ${table.rows} rows.`,
			'Give one label for each row.',
		);
	}
	return [];
}
