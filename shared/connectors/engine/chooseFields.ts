import type { Source, SourceObject, SourceReader, SourceSettings } from '../Source';

/** Which vendor fields a read asks for, and where they go. */
export interface FieldChoice {
	/** Canonical field -> vendor field. */
	readonly mapping: Readonly<Record<string, string>>;
	readonly wanted: readonly string[];
	/** Vendor field that holds our hash of what we wrote last; null: none. */
	readonly hashField: string | null;
}

/**
 * The source's preset under the user's mapping: `''` leaves a field out. Accounts are asked for the key field and the field of the written hash
 * besides. Fields in `dropped` (found not to be there) are left out everywhere.
 */
export function chooseFields(
	source: Source,
	reader: SourceReader,
	settings: SourceSettings,
	object: SourceObject,
	dropped: ReadonlySet<string>,
): FieldChoice {
	const chosen = { ...reader.fields, ...settings.fields[object] };
	const mapping = Object.fromEntries(
		Object.entries(chosen).filter(([, field]) => field !== '' && !dropped.has(field)),
	);
	const results = { ...source.scores?.fields, ...settings.results };
	const hashField = object === 'accounts' ? (results['row_hash'] ?? '') : '';
	const besides = object === 'accounts' ? [settings.keyField, hashField] : [];
	const wanted = [...Object.values(mapping), ...reader.needed, ...besides].filter(
		(field) => field !== '' && !dropped.has(field),
	);
	return {
		mapping,
		wanted: [...new Set(wanted)],
		hashField: hashField === '' || dropped.has(hashField) ? null : hashField,
	};
}
