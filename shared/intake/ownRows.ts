import type { CanonicalObject } from '../../scoring/core/CanonicalModel';
import { modelOf } from '../../scoring/core/modelOf';
import { readField } from '../fields/readField';
import type { ItemsRequest, Json } from './ItemPreset';
import { matchHeaders } from './matchHeaders';

export interface OwnValues {
	readonly values: Json;
	/** Amounts of the row, by the columns they stand in. */
	readonly amounts: 'major' | 'minor';
}

export interface OwnShaper {
	readonly shape: (item: Json) => OwnValues;
	readonly read: ReadonlySet<string>;
}

/**
 * How rows of a table become values by canonical field: columns are found by name (see `matchHeaders`), the mapping goes before. A column
 * whose name ends in `minor` holds minor units, `ARR` or `Amount` major ones; when a row has both kinds, its minor ones are brought to major.
 */
export function ownRows(object: CanonicalObject, request: ItemsRequest): OwnShaper {
	const headers = new Set(request.items.flatMap((item) => Object.keys(item)));
	const matched = request.preset === 'dataTable' ? ownNames(object) : matchHeaders(object, headers);
	const mapping = Object.fromEntries(
		Object.entries({ ...matched, ...request.mapping }).filter(([, column]) => column !== ''),
	);
	if (object === 'accounts' && request.keyField !== '') mapping.account_id = request.keyField;
	const money = modelOf(object).fields.filter(
		({ kind, name }) => kind === 'money' && mapping[name] !== undefined,
	);
	const isMinor = (name: string): boolean => /minor$/i.test((mapping[name] ?? '').trim());
	const amounts = money.length > 0 && money.every(({ name }) => !isMinor(name)) ? 'major' : 'minor';
	return {
		read: new Set(Object.values(mapping)),
		shape: (item) => ({
			values: Object.fromEntries(
				Object.entries(mapping).map(([field, column]) => [field, readField(item, column)]),
			),
			amounts,
		}),
	};
}

const ownNames = (object: CanonicalObject): Readonly<Record<string, string>> =>
	Object.fromEntries(modelOf(object).fields.map(({ name }) => [name, name]));
