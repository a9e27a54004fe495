import type { IDataObject } from 'n8n-workflow';

import { jsonIn } from '../../../scoring/measures/jsonIn';

/** What somebody knows of an account and no table has a column for. */
const OWN_FACTS = [
	'alternatives',
	'baseline',
	'benefits',
	'claims',
	'months_to_deploy',
	'one_time_cost_minor',
	'trajectory',
];

/** The account's row with what its custom_json says of its value case; a field of the row itself goes before it. */
export function withOwnFacts(account: IDataObject): IDataObject {
	const custom = jsonIn(account, 'custom_json');
	const own = OWN_FACTS.filter((name) => custom[name] !== undefined && account[name] === undefined);
	if (own.length === 0) return account;
	return { ...account, ...Object.fromEntries(own.map((name) => [name, custom[name] as IDataObject])) };
}
