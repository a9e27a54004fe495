import type { CanonicalObject } from '../../scoring/core/CanonicalModel';
import { modelOf } from '../../scoring/core/modelOf';

const fold = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Headings people use, besides the column's own name with or without its ending. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
	account_id: ['Customer ID', 'Account', 'Account Number'],
	name: ['Account Name', 'Customer', 'Company', 'Full Name'],
	csm_id: ['CSM', 'Customer Success Manager', 'Owner'],
	ae_id: ['AE', 'Account Executive'],
	domain: ['Website', 'Web Domain'],
	email: ['Email Address', 'E-Mail'],
	title: ['Job Title'],
	renewal_on: ['Renewal', 'Renewal Date'],
	started_on: ['Customer Since', 'Start Date'],
	starts_on: ['Start', 'Start Date', 'Date'],
	ends_on: ['End', 'End Date'],
	lifecycle_stage: ['Stage', 'Lifecycle'],
	owner_id: ['Owner'],
	close_on: ['Close Date'],
};
/** `arr_minor`: `ARR` holds major units; `opened_at`: `Opened`; `due_on`: `Due Date`. */
const ENDINGS: ReadonlyArray<readonly [ending: RegExp, others: readonly string[]]> = [
	[/_minor$/, ['']],
	[/_at$/, ['', '_date', '_time']],
	[/_on$/, ['', '_date']],
	[/_id$/, ['']],
	[/_rate$|_share$/, ['']],
];

/**
 * Canonical field -> column of a sheet or a database, by the columns that are there: the field's own name in any spelling (`Renewal On`,
 * `renewal-on`), without its ending (`Renewal`, `ARR`, `Due Date`), or a usual heading. The first that fits counts; a column serves one field.
 */
export function matchHeaders(
	object: CanonicalObject,
	headers: Iterable<string>,
): Readonly<Record<string, string>> {
	const columns = new Map<string, string>();
	for (const header of headers) if (!columns.has(fold(header))) columns.set(fold(header), header);
	const mapping: Record<string, string> = {};
	const fields = modelOf(object).fields.map(({ name }) => name);
	// Exact names first: `id` columns of a database must not be taken from their own field by a heading of another.
	for (const rank of [ownName, otherNames]) {
		for (const field of fields) {
			if (mapping[field] !== undefined) continue;
			const found = rank(field)
				.map(fold)
				.find((name) => columns.has(name));
			if (found === undefined) continue;
			mapping[field] = columns.get(found) as string;
			columns.delete(found);
		}
	}
	return mapping;
}

const ownName = (field: string): readonly string[] => [field];

function otherNames(field: string): readonly string[] {
	const shorter = ENDINGS.flatMap(([ending, others]) =>
		ending.test(field) ? others.map((other) => field.replace(ending, other)) : [],
	);
	return [...shorter, ...(HEADINGS[field] ?? [])];
}
