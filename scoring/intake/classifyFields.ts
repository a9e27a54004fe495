import type { CanonicalObject, Sensitivity } from '../core/CanonicalModel';
import { modelOf } from '../core/modelOf';
import { findPersonalData, type PersonalKind } from './findPersonalData';
import { NAME_FIELDS } from './personalFields';

export interface FieldClass {
	readonly field: string;
	/** Of the model. */
	readonly declared: Sensitivity;
	/** `declared`, raised to restricted when personal data was found in the values. */
	readonly sensitivity: Sensitivity;
	/** Rows in which each kind was found. */
	readonly found: Readonly<Partial<Record<PersonalKind | 'name', number>>>;
}

const SEARCHED = new Set(['email', 'id', 'json', 'text']);

/**
 * How sensitive each field of an object is: its class in the model, raised to restricted when emails, phone numbers, IP addresses, bank
 * accounts or cards are found in its values, free text and JSON included. In the order of the model; an empty list of rows gives the
 * classes of the model, because nothing was looked at.
 *
 * @example
 * classifyFields('accounts', [{ plan: 'ask ada@acme.com' }]).filter(({ sensitivity }) => sensitivity === 'restricted')
 * // => [{ field: 'plan', declared: 'internal', sensitivity: 'restricted', found: { email: 1 } }]
 */
export function classifyFields(
	object: CanonicalObject,
	rows: Iterable<Readonly<Record<string, unknown>>>,
): readonly FieldClass[] {
	const fields = modelOf(object).fields;
	const found = new Map(fields.map(({ name }) => [name, new Map<PersonalKind | 'name', number>()]));
	for (const row of rows) {
		for (const { name, kind } of fields) {
			const value = Object.hasOwn(row, name) ? row[name] : null;
			const counts = found.get(name);
			if (!SEARCHED.has(kind) || counts === undefined || value === null || value === undefined) continue;
			const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
			const kinds = new Set<PersonalKind | 'name'>(findPersonalData(text).map((finding) => finding.kind));
			if (text !== '' && NAME_FIELDS[object]?.includes(name) === true) kinds.add('name');
			for (const seen of kinds) counts.set(seen, (counts.get(seen) ?? 0) + 1);
		}
	}
	return fields.map(({ name, sensitivity }) => {
		const counts = found.get(name);
		const seen = Object.fromEntries(counts ?? []);
		return {
			field: name,
			declared: sensitivity,
			sensitivity: counts !== undefined && counts.size > 0 ? 'restricted' : sensitivity,
			found: seen,
		};
	});
}
