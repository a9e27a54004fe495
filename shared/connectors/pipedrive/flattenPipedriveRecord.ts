import type { RawRecord } from '../Source';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A record of Pipedrive's v2 lists with flat fields: custom fields stand under their own key beside the standard ones, and what has
 * parts is split: `<key>` holds the value, `<key>.currency`, `<key>.until`, `<key>.country` the rest. Options come as their labels, the
 * primary e-mail address and phone as `email` and `phone`. Rows of v1 (users, persons) are understood as well. null and empty lists are left out: Pipedrive does not know them.
 */
export function flattenPipedriveRecord(record: Fields): RawRecord {
	const fields: Record<string, unknown> = {};
	const { custom_fields: custom, emails, phones, email, phone, labels, ...standard } = record;
	for (const [name, value] of Object.entries({ ...standard, ...asFields(custom) })) put(fields, name, value);
	put(fields, 'email', primaryOf(emails ?? email));
	put(fields, 'phone', primaryOf(phones ?? phone));
	put(fields, 'label', Array.isArray(labels) ? labelOf(labels[0]) : null);
	return {
		id: String(record.id),
		updatedAt: toInstant(record.update_time ?? record.modified),
		fields,
		...(record.is_deleted === true || record.status === 'deleted' ? { removed: true } : {}),
	};
}

function put(fields: Record<string, unknown>, name: string, value: unknown): void {
	if (value === null || value === undefined || value === '') return;
	if (Array.isArray(value)) {
		const texts = value.map(labelOf).filter((text) => text !== null);
		if (texts.length > 0) fields[name] = texts.join(', ');
		return;
	}
	if (typeof value !== 'object') {
		fields[name] = value;
		return;
	}
	const label = labelOf(value);
	if (label !== null) {
		fields[name] = label;
		return;
	}
	for (const [part, inner] of Object.entries(value)) {
		if (inner === null || inner === undefined || typeof inner === 'object') continue;
		fields[part === 'value' ? name : `${name}.${part}`] = inner;
	}
}

/** Option with its label, or a plain value as text; null for what has neither. */
function labelOf(value: unknown): string | null {
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	const label = asFields(value).label;
	return typeof label === 'string' && asFields(value).value === undefined ? label : null;
}

function primaryOf(list: unknown): unknown {
	if (!Array.isArray(list)) return list;
	const chosen: unknown = list.find((entry) => asFields(entry).primary === true) ?? list[0];
	return asFields(chosen).value ?? null;
}

function asFields(value: unknown): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value))
		: {};
}

/** v2 writes RFC 3339, v1 `2026-11-20 08:00:00` in UTC; both become UTC ISO. null when it is neither. */
function toInstant(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	const iso = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value) ? `${value.replace(' ', 'T')}Z` : value;
	const time = Date.parse(iso);
	return Number.isNaN(time) ? null : new Date(time).toISOString();
}
