import type { FakeAnswer } from './Fake';
import { refuse } from './hubspotFaults';
import type { HubspotStore, Properties, StoredRecord } from './hubspotStore';

interface Filter {
	readonly propertyName: string;
	readonly operator: string;
	readonly value?: string;
	readonly values?: readonly string[];
}

interface SearchBody {
	readonly filterGroups?: ReadonlyArray<{ readonly filters: readonly Filter[] }>;
	readonly sorts?: ReadonlyArray<string | { readonly propertyName: string; readonly direction: string }>;
	readonly limit?: number;
	readonly after?: string;
}

const OPERATORS = ['EQ', 'NEQ', 'GT', 'GTE', 'LT', 'LTE', 'IN', 'NOT_IN', 'HAS_PROPERTY', 'NOT_HAS_PROPERTY'];

function compare(value: string | null | undefined, against: string): number {
	const left = asNumber(value ?? '');
	const right = asNumber(against);
	if (Number.isNaN(left) || Number.isNaN(right)) return (value ?? '').localeCompare(against, 'en');
	return left - right;
}

function asNumber(text: string): number {
	if (text === '') return Number.NaN;
	const number = Number(text);
	return Number.isNaN(number) ? Date.parse(text) : number;
}

type Seen = { readonly properties: Properties; readonly updatedMs: number };
type Fits = (seen: Seen, id: number) => boolean;

const ORDER: Readonly<Record<string, (difference: number) => boolean>> = {
	EQ: (difference) => difference === 0,
	GT: (difference) => difference > 0,
	GTE: (difference) => difference >= 0,
	LT: (difference) => difference < 0,
	LTE: (difference) => difference <= 0,
};

/** A filter as a function; ids and modification times are compared as numbers, because a portal may be large. */
function compile({ propertyName, operator, value = '', values = [] }: Filter): Fits {
	const order = ORDER[operator];
	const against = asNumber(value);
	if (order !== undefined && propertyName === 'hs_object_id') return (_seen, id) => order(id - against);
	if (order !== undefined && propertyName.endsWith('lastmodifieddate')) {
		return ({ updatedMs }) => order(updatedMs - against);
	}
	return ({ properties }) => {
		const held = properties[propertyName];
		const filled = held !== null && held !== undefined && held !== '';
		if (operator === 'HAS_PROPERTY') return filled;
		if (operator === 'NOT_HAS_PROPERTY') return !filled;
		if (operator === 'NEQ') return held !== value;
		if (operator === 'NOT_IN') return !values.includes(held ?? '');
		if (!filled) return false;
		return operator === 'IN' ? values.includes(held.toLowerCase()) : (order?.(compare(held, value)) ?? false);
	};
}

/** POST .../search: at most 200 a page and 10,000 in all, seen through an index that lags. */
export function searchHubspot(
	store: HubspotStore,
	type: string,
	body: SearchBody,
	show: (record: StoredRecord, properties: Properties, updatedMs: number) => unknown,
): FakeAnswer {
	const limit = body.limit ?? 10;
	const after = Number(body.after ?? 0);
	const groups = body.filterGroups ?? [];
	if (limit > 200) return refuse(400, 'VALIDATION_ERROR', 'limit must be less than or equal to 200');
	if (!Number.isInteger(after)) return refuse(400, 'VALIDATION_ERROR', 'Invalid paging cursor in "after".');
	if (after + limit > 10_000)
		return refuse(400, 'VALIDATION_ERROR', 'The offset and limit cannot exceed 10000');
	if (groups.length > 5 || groups.some(({ filters }) => filters.length > 6)) {
		return refuse(400, 'VALIDATION_ERROR', 'Too many filters: at most 5 groups of 6 filters.');
	}
	const known = store.definitions.get(type);
	for (const { propertyName, operator } of groups.flatMap(({ filters }) => filters)) {
		if (known?.has(propertyName) !== true) {
			return refuse(400, 'VALIDATION_ERROR', `Property "${propertyName}" does not exist`, {
				errors: [
					{
						message: `Property "${propertyName}" does not exist`,
						code: 'PROPERTY_DOESNT_EXIST',
						context: { propertyName: [propertyName] },
					},
				],
			});
		}
		if (!OPERATORS.includes(operator)) return refuse(400, 'VALIDATION_ERROR', `Unknown operator ${operator}`);
	}
	const compiled = groups.map(({ filters }) => filters.map(compile));
	const found: Array<{ record: StoredRecord; properties: Properties; updatedMs: number }> = [];
	for (const record of store.listed(type)) {
		const seen = store.indexed(record);
		if (seen === null) continue;
		const id = Number(record.id);
		const matches =
			compiled.length === 0 || compiled.some((filters) => filters.every((fits) => fits(seen, id)));
		if (matches) found.push({ record, properties: seen.properties, updatedMs: seen.updatedMs });
	}
	const [sort] = body.sorts ?? [];
	const by = typeof sort === 'string' ? sort : (sort?.propertyName ?? 'createdate');
	// The list stands in the order of the ids already.
	if (by !== 'hs_object_id') found.sort((a, b) => compare(a.properties[by], b.properties[by] ?? ''));
	if (typeof sort === 'object' && sort.direction === 'DESCENDING') found.reverse();
	const page = found.slice(after, after + limit);
	return {
		status: 200,
		body: {
			total: found.length,
			results: page.map((one) => show(one.record, one.properties, one.updatedMs)),
			...(after + limit < found.length ? { paging: { next: { after: String(after + limit) } } } : {}),
		},
	};
}
