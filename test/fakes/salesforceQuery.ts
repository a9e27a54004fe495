import { fieldOf, type FieldSchema, type ObjectSchema } from './salesforceSchema';
import { SoqlError, type Condition, type Literal, type Soql } from './salesforceSoql';

export type Row = Record<string, unknown>;

/** What a query needs to know of the org. */
export interface Org {
	/** null: there is no such object, or the user may not see it. */
	readonly objectOf: (name: string) => ObjectSchema | null;
	readonly isVisible: (object: ObjectSchema, field: FieldSchema) => boolean;
	readonly rowsOf: (object: ObjectSchema) => Iterable<Row>;
	readonly rowOf: (id: unknown) => Row | undefined;
	readonly version: string;
	readonly today: () => string;
}

interface Path {
	readonly hops: readonly FieldSchema[];
	readonly field: FieldSchema;
}

function noColumn(name: string, object: string): SoqlError {
	return new SoqlError(
		'INVALID_FIELD',
		`\nSELECT ...\n       ^\nERROR at Row:1:Column:8\nNo such column '${name}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
	);
}

function resolve(org: Org, start: ObjectSchema, name: string): Path {
	const steps = name.split('.');
	const last = steps.pop() ?? '';
	let object = start;
	const hops: FieldSchema[] = [];
	for (const step of steps) {
		const hop = [...object.fields.values()].find(
			({ relationshipName }) => relationshipName?.toLowerCase() === step.toLowerCase(),
		);
		const target = hop?.referenceTo === null || hop === undefined ? null : org.objectOf(hop.referenceTo);
		if (hop === undefined || target === null) {
			throw new SoqlError(
				'INVALID_FIELD',
				`\nSELECT ...\n       ^\nERROR at Row:1:Column:8\nDidn't understand relationship '${step}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.`,
			);
		}
		hops.push(hop);
		object = target;
	}
	const field = fieldOf(object, last);
	if (field === undefined || !org.isVisible(object, field)) throw noColumn(last, object.name);
	return { hops, field };
}

function valueOf(org: Org, { hops, field }: Path, row: Row): unknown {
	let at: Row | undefined = row;
	for (const hop of hops) at = at === undefined ? undefined : org.rowOf(at[hop.name]);
	return at?.[field.name] ?? null;
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
	boolean: ['boolean'],
	currency: ['number'],
	date: ['date'],
	datetime: ['datetime'],
	double: ['number'],
	int: ['number'],
	percent: ['number'],
};

function checkLiteral(field: FieldSchema, { kind }: Literal): void {
	if (kind === 'null') return;
	const allowed = KINDS[field.type] ?? ['string'];
	if (allowed.includes(kind)) return;
	const quoted =
		allowed[0] === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
	throw new SoqlError(
		'INVALID_FIELD',
		`\nSELECT ...\n       ^\nERROR at Row:1:Column:8\nvalue of filter criterion for field '${field.name}' must be of type ${field.type} and ${quoted}`,
	);
}

/** Text is compared whatever its case, ids and case-sensitive keys are not. */
function comparable(field: FieldSchema, value: unknown): unknown {
	return typeof value === 'string' && !['id', 'reference'].includes(field.type) && !field.unique
		? value.toLowerCase()
		: value;
}

function matches(operator: string, left: unknown, right: unknown): boolean {
	if (operator === '=') return left === right;
	if (operator === '!=') return left !== right;
	if (operator === 'LIKE') {
		const pattern = String(right)
			.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
			.replace(/%/g, '.*')
			.replace(/_/g, '.');
		return new RegExp(`^${pattern}$`, 'is').test(String(left));
	}
	if (left === null || right === null) return false;
	const [a, b] = [left as string, right as string];
	if (operator === '<') return a < b;
	if (operator === '<=') return a <= b;
	if (operator === '>') return a > b;
	return a >= b;
}

function compile(org: Org, object: ObjectSchema, condition: Condition): (row: Row) => boolean {
	if (condition.kind === 'not') {
		const inner = compile(org, object, condition.of);
		return (row) => !inner(row);
	}
	if (condition.kind !== 'compare') {
		const parts = condition.of.map((part) => compile(org, object, part));
		return condition.kind === 'and'
			? (row) => parts.every((part) => part(row))
			: (row) => parts.some((part) => part(row));
	}
	const path = resolve(org, object, condition.field);
	const { field } = path;
	if (!field.filterable) {
		throw new SoqlError('INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`);
	}
	for (const value of condition.values) checkLiteral(field, value);
	const wanted = condition.values.map(({ value }) =>
		value === 'TODAY' && field.type === 'date' ? org.today() : comparable(field, value),
	);
	const { operator } = condition;
	if (operator === 'IN' || operator === 'NOT IN') {
		const set = new Set(wanted);
		const isIn = operator === 'IN';
		return (row) => set.has(comparable(field, valueOf(org, path, row))) === isIn;
	}
	const [right = null] = wanted;
	return (row) => matches(operator, comparable(field, valueOf(org, path, row)), right);
}

/** One record as it is sent: asked fields only, related records nested, empty ones null. */
function project(org: Org, object: ObjectSchema, paths: readonly Path[], row: Row): Row {
	const attributes = (name: string, id: unknown) => ({
		type: name,
		url: `/services/data/${org.version}/sobjects/${name}/${String(id)}`,
	});
	const record: Row = { attributes: attributes(object.name, row.Id) };
	for (const path of paths) {
		let into = record;
		let at: Row | undefined = row;
		for (const hop of path.hops) {
			at = at === undefined ? undefined : org.rowOf(at[hop.name]);
			const name = hop.relationshipName ?? '';
			if (at === undefined) {
				into[name] = null;
				break;
			}
			into[name] ??= { attributes: attributes(hop.referenceTo ?? '', at.Id) };
			into = into[name] as Row;
		}
		if (at !== undefined) into[path.field.name] = at[path.field.name] ?? null;
	}
	return record;
}

export interface Found {
	readonly object: ObjectSchema;
	readonly ids: readonly string[];
	readonly toRecord: (id: string) => Row;
}

/** Runs a query. The ids are a snapshot, as behind a locator; the records are as they are when they are fetched. */
export function runSoql(org: Org, soql: Soql, withDeleted: boolean): Found {
	const object = org.objectOf(soql.from);
	if (object === null) {
		throw new SoqlError(
			'INVALID_TYPE',
			`\nSELECT ...\n       ^\nERROR at Row:1:Column:8\nsObject type '${soql.from}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
		);
	}
	const paths = soql.fields.map((name) => resolve(org, object, name));
	const keep = soql.where === null ? () => true : compile(org, object, soql.where);
	const order = soql.orderBy.map(({ field, descending }) => ({
		path: resolve(org, object, field),
		descending,
	}));
	const rows: Row[] = [];
	for (const row of org.rowsOf(object)) {
		if ((withDeleted || row.IsDeleted !== true) && keep(row)) rows.push(row);
	}
	rows.sort((a, b) => {
		for (const { path, descending } of order) {
			const [left, right] = [valueOf(org, path, a), valueOf(org, path, b)] as [string, string];
			if (left !== right) return (left < right || left === null ? -1 : 1) * (descending ? -1 : 1);
		}
		return 0;
	});
	const ids = rows.slice(0, soql.limit ?? rows.length).map((row) => String(row.Id));
	return { object, ids, toRecord: (id) => project(org, object, paths, org.rowOf(id) ?? {}) };
}
