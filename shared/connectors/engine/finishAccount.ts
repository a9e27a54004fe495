import type { CanonicalRow } from '../../../scoring/core/CanonicalModel';
import { hash12 } from '../../hash12';
import type { RawRecord, SourceId } from '../Source';

function readCustom(text: unknown): Record<string, unknown> {
	try {
		const custom: unknown = typeof text === 'string' ? JSON.parse(text) : null;
		return typeof custom === 'object' && custom !== null && !Array.isArray(custom) ? { ...custom } : {};
	} catch {
		return {};
	}
}

/**
 * Completes a cs_accounts row: where it came from, and `row_hash` over all that is not our own writing (`own`: canonical fields that are mapped
 * to fields we write) and not the time of change, which our own writing moves.
 */
export function finishAccount(
	system: SourceId,
	record: RawRecord,
	row: CanonicalRow,
	own: ReadonlySet<string>,
	writtenHash: string | null,
): CanonicalRow {
	const custom = readCustom(row['custom_json']);
	delete custom['_source'];
	const skipped = new Set([...own, 'custom_json', 'deleted', 'row_hash', 'source', 'source_updated_at']);
	const content = Object.fromEntries(Object.entries(row).filter(([name]) => !skipped.has(name)));
	return {
		...row,
		source: system,
		source_updated_at: record.updatedAt ?? row['source_updated_at'] ?? null,
		deleted: row['deleted'] ?? false,
		row_hash: hash12([content, custom]),
		custom_json: JSON.stringify({
			...custom,
			_source: { system, id: record.id, written_hash: writtenHash },
		}),
	};
}
