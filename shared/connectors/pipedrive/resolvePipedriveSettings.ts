import type { SourceObject, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { PIPEDRIVE_READERS } from './pipedriveReaders';
import { PIPEDRIVE_RESULTS } from './pipedriveResults';
import { isPipedriveKey, keyOfPipedriveField, readPipedriveKeys } from './readPipedriveKeys';

/**
 * The settings with keys of custom fields in the place of their names: each company has other keys for fields of the same name. One
 * request (10 tokens), and none when nothing is named by name. A name that Pipedrive does not know stays as it is, so that the fault
 * which follows can call it. Of two fields with one name the first is meant.
 */
export async function resolvePipedriveSettings(
	call: Call,
	settings: SourceSettings,
	object: SourceObject,
): Promise<SourceSettings> {
	const reader = PIPEDRIVE_READERS[object];
	if (reader === undefined) return settings;
	const isAccounts = object === 'accounts';
	const results = isAccounts ? { ...PIPEDRIVE_RESULTS, ...settings.results } : settings.results;
	const own = settings.fields[object] ?? {};
	const fields = { ...onlyNames(reader.fields), ...own };
	const wanted = [
		...Object.values(fields),
		...(isAccounts ? [...Object.values(results), settings.keyField] : []),
	];
	if (wanted.every(isPipedriveKey)) return { ...settings, results };

	const keys = await readPipedriveKeys(call, object);
	const keyOf = (field: string) => keyOfPipedriveField(field, keys);
	const resolved = (names: Readonly<Record<string, string>>) =>
		Object.fromEntries(Object.entries(names).map(([name, field]) => [name, keyOf(field)]));
	return {
		...settings,
		keyField: isAccounts ? keyOf(settings.keyField) : settings.keyField,
		results: isAccounts ? resolved(results) : results,
		fields: { ...settings.fields, [object]: resolved(fields) },
	};
}

function onlyNames(preset: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(preset).filter(([, field]) => !isPipedriveKey(field)));
}
