import type { Scalar } from '../../../scoring/core/CanonicalModel';
import type { SourceObject, SourceSettings } from '../Source';
import { isObject } from '../../isObject';

/** Reads one parameter of the node; the same in a run and in a list of the panel. */
export type ReadParameter = (name: string, fallback: unknown) => unknown;

/** Stands for "leave it out" in a mapping, because an empty value means that nothing was chosen yet. */
export const LEAVE_OUT = '-';

/**
 * Field that holds the own account ID when none was chosen, by system. It is no default of the parameter, because the editor keeps the empty
 * value of another system when Source is changed.
 */
export const USUAL_KEY_FIELD: Readonly<Partial<Record<string, string>>> = {
	airtable: 'Account ID',
	stripe: 'metadata.account_id',
};

type Json = Readonly<Record<string, unknown>>;

/** A text, or the value of a resource locator. A base may be named by its address. */
function textOf(value: unknown): string {
	const inner = isObject(value) ? value.value : value;
	const text = inner === undefined || inner === null ? '' : String(inner).trim();
	return /^https:\/\/airtable\.com\/(app\w{14})/.exec(text)?.[1] ?? text;
}

const entries = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

function pairs(list: unknown, from: string): Record<string, string> {
	const chosen = entries(list).map((row) => [textOf(row[from]), textOf(row.vendorField)] as const);
	return Object.fromEntries(
		chosen
			.filter(([name, field]) => name !== '' && field !== '')
			.map(([name, field]) => [name, field === LEAVE_OUT ? '' : field]),
	);
}

function keyFieldOf(source: string, chosen: string): string {
	if (chosen === LEAVE_OUT) return '';
	return chosen === '' ? (USUAL_KEY_FIELD[source] ?? '') : chosen;
}

const isScalar = (value: unknown): value is Scalar =>
	value === null || ['string', 'number', 'boolean'].includes(typeof value);

/**
 * The choices of the node as a source reads them. Values may be expressions that gave something else than a text; what cannot be used counts as
 * not set. An empty or zero option is left out, so that the source's own default holds.
 */
export function readSettings(read: ReadParameter): SourceSettings {
	const options = read('options', {});
	const sourceOptions = read('sourceOptions', {});
	const fields = read('fields', {});
	const results = read('results', {});
	const tables = read('tables', {});
	const currency = isObject(options) ? textOf(options.currency).toUpperCase() : '';
	return {
		baseId: textOf(read('base', '')),
		tables: {
			...(isObject(tables) ? tables : {}),
			accounts: textOf(read('accountsTable', '')),
		} as Partial<Record<SourceObject, string>>,
		fields: Object.fromEntries(
			Object.entries(isObject(fields) ? fields : {}).map(([object, list]) => [object, pairs(list, 'field')]),
		),
		keyField: keyFieldOf(textOf(read('source', 'hubspot')), textOf(read('keyField', ''))),
		results: pairs(isObject(results) ? results.result : [], 'result'),
		currency: currency === '' ? null : currency,
		options: Object.fromEntries(
			Object.entries(isObject(sourceOptions) ? sourceOptions : {}).filter(
				(entry): entry is [string, Scalar] => isScalar(entry[1]) && entry[1] !== '' && entry[1] !== 0,
			),
		),
	};
}
