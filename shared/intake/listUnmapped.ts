import type { Json } from './ItemPreset';

/** Columns that n8n's tables and sheets add of themselves, and marks of records. */
const ADDED = new Set([
	'id',
	'createdAt',
	'updatedAt',
	'row_number',
	'pairedItem',
	'attributes',
	'createdTime',
	'object',
]);

/**
 * Fields of the items that nothing reads, sorted: what a person may have forgotten to map. Of records that nest their fields (`properties`,
 * `fields`) the inner names.
 *
 * @param read names that are read, flat or as a path
 */
export function listUnmapped(items: readonly Json[], read: ReadonlySet<string>): readonly string[] {
	const used = new Set(
		[...read].flatMap((name) => [name, name.replace(/^(?:properties|fields)\./, '').replace(/\..*$/, '')]),
	);
	const names = new Set<string>();
	for (const item of items) {
		const nested = [item.properties, item.fields].find(
			(part) => typeof part === 'object' && part !== null && !Array.isArray(part),
		);
		for (const name of Object.keys((nested ?? item) as Json)) {
			if (!ADDED.has(name) && !used.has(name)) names.add(name);
		}
	}
	return [...names].sort();
}
