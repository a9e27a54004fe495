import type { CanonicalObject } from '../core/CanonicalModel';
import { modelOf } from '../core/modelOf';
import { maskRecord } from './maskRecord';
import { maskValue } from './maskValue';
import { NAME_FIELDS } from './personalFields';

type Row = Readonly<Record<string, unknown>>;

/**
 * A row of an object with its personal data masked: names of people, email addresses, and what is found in its texts and JSON.
 * Company names, ids, days, numbers and amounts stay, so a report reads as before. Equal values get equal stand-ins (see `maskValue`), so
 * rows still join by them. Fields the model does not have are masked by what they hold. Masking twice changes nothing.
 *
 * @param names people's names to hide in free text, such as the contacts of the account
 *
 * @example
 * maskRow('contacts', { contact_id: 'c1', name: 'Ada Lovelace', email: 'ada@acme.com', title: 'CTO' })
 * // => { contact_id: 'c1', name: 'Person Kjpxqovp', email: 'vznubgrq@masked', title: 'CTO' }
 */
export function maskRow(object: CanonicalObject, row: Row, names: readonly string[] = []): Row {
	const kinds = new Map(modelOf(object).fields.map(({ name, kind }) => [name, kind]));
	const entries = Object.entries(row).map(([name, value]) => {
		const kind = kinds.get(name);
		if (typeof value !== 'string')
			return [name, maskUnknown(kind === undefined ? name : '', value, names)] as const;
		if (NAME_FIELDS[object]?.includes(name) === true && value.trim() !== '')
			return [name, maskValue(value, 'name')] as const;
		// Masked whole, even when what stands there is only nearly an address.
		if (kind === 'email' && value.includes('@')) return [name, maskValue(value, 'email')] as const;
		if (kind === 'day' || kind === 'instant') return [name, value] as const;
		return [name, maskUnknown(kind === undefined ? name : '', value, names)] as const;
	});
	return Object.fromEntries(entries);
}

const maskUnknown = (key: string, value: unknown, names: readonly string[]): unknown =>
	key === '' ? maskRecord(value, names) : (maskRecord({ [key]: value }, names) as Row)[key];
