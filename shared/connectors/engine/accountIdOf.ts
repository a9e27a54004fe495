import { readId } from '../../../scoring/intake/readId';
import type { RawRecord, SourceId, SourceSettings } from '../Source';
import type { AccountDirectory } from './Engine';

const LONGEST_KEY = 255;

/**
 * Our id of an account record: what its key field holds; when that is empty the id it is known by, else `system:vendor id`. A key that cannot be an id
 * (a list, more than 255 characters) gives null and the reason: another id in its place would make a second account of it.
 */
export function accountIdOf(
	system: SourceId,
	settings: SourceSettings,
	record: RawRecord,
	accounts: AccountDirectory,
): { readonly accountId: string | null; readonly fault: string | null } {
	const key = settings.keyField === '' ? null : record.fields[settings.keyField];
	const read = readId(key);
	if (typeof read.value === 'string') {
		if (read.value.length <= LONGEST_KEY) return { accountId: read.value, fault: null };
		return {
			accountId: null,
			fault: `its key has ${read.value.length} characters, more than ${LONGEST_KEY} are no id`,
		};
	}
	if (read.fault !== undefined)
		return { accountId: null, fault: `its key is unusable: ${read.fault.reason}` };
	return { accountId: accounts.accountIdOf(record.id) ?? `${system}:${record.id}`, fault: null };
}
