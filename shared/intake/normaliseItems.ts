import { isCalendar } from './isCalendar';
import { findMappingTraps } from './findMappingTraps';
import type { ItemsRequest, ItemsResult } from './ItemPreset';
import { normaliseMeetings } from './normaliseMeetings';
import { normaliseRecords } from './normaliseRecords';

/**
 * Items of n8n's own nodes as rows of our tables: mapped by the preset (and the user's mapping over it), given their account through
 * cs_aliases, normalised. Every item ends up in `rows`, in `problems`, or in both; one bad item never stops the others. Of two items with
 * one key the first is kept and the second is a problem.
 */
export function normaliseItems(request: ItemsRequest): ItemsResult {
	const result = isCalendar(request.preset) ? normaliseMeetings(request) : normaliseRecords(request);
	return { ...result, notes: [...findMappingTraps(request.mapping), ...result.notes] };
}
