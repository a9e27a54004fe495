/** Where accounts come from decides how their fields are called. */
export type FieldPreset = 'metricIds' | 'dataTable' | 'airtable' | 'hubspot' | 'salesforce';

/** Field names by what they mean: a metric id, or one of the account fields of cs_accounts. */
export interface FieldNames {
	/** Name of the field in an item, see `readField`. */
	readonly of: (meaning: string) => string;
	/** Amounts come in whole minor units (cents), or in major units (dollars) as CRM systems hold them. */
	readonly amounts: 'minor' | 'major';
}

const ACRONYMS = new Set(['nps', 'roi', 'api', 'csat', 'arr', 'csm', 'id']);

const titleWords = (id: string): string[] =>
	id
		.split('_')
		.filter((word) => word !== '')
		.map((word) => (ACRONYMS.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)));

const PRESETS: Readonly<
	Record<
		FieldPreset,
		{ rule: (id: string) => string; known: Readonly<Record<string, string>>; amounts: 'minor' | 'major' }
	>
> = {
	metricIds: { rule: (id) => id, known: {}, amounts: 'minor' },
	dataTable: { rule: (id) => id, known: {}, amounts: 'minor' },
	airtable: {
		rule: (id) => titleWords(id).join(' '),
		known: { account_id: 'id', arr_minor: 'ARR', csm_id: 'CSM', started_on: 'Customer Since' },
		amounts: 'major',
	},
	hubspot: {
		rule: (id) => `properties.${id}`,
		known: {
			account_id: 'id',
			arr_minor: 'properties.arr',
			csm_id: 'properties.hubspot_owner_id',
			started_on: 'properties.hs_lifecyclestage_customer_date',
			currency: 'properties.deal_currency_code',
		},
		amounts: 'major',
	},
	salesforce: {
		rule: (id) => `${titleWords(id).join('_')}__c`,
		known: {
			account_id: 'Id',
			name: 'Name',
			industry: 'Industry',
			arr_minor: 'ARR__c',
			csm_id: 'OwnerId',
			started_on: 'Customer_Since__c',
			currency: 'CurrencyIsoCode',
		},
		amounts: 'major',
	},
};

/**
 * Field names of a preset, with the names a user set in their place; a blank name is no override. Unknown meanings follow
 * the preset's rule, so any metric id has a name: `active_users` is "Active Users" in Airtable, `Active_Users__c` in Salesforce.
 * `arr` as an override means an ARR in major units, `arr_minor` one in minor units.
 *
 * @example
 * fieldNames('airtable', { tier: 'Plan' }).of('nps_score')
 * // => 'NPS Score'
 */
export function fieldNames(preset: FieldPreset, overrides: Readonly<Record<string, string>>): FieldNames {
	const { rule, known, amounts } = PRESETS[preset];
	const set = new Map<string, string>();
	for (const [meaning, name] of Object.entries(overrides)) {
		if (name.trim() !== '') set.set(meaning.trim(), name.trim());
	}
	const arr = set.get('arr');
	if (arr !== undefined) set.set('arr_minor', arr);
	const fixed = arr === undefined && set.has('arr_minor') ? 'minor' : arr === undefined ? amounts : 'major';
	// Names are asked for once per account and meaning, so each is worked out once.
	const names = new Map<string, string>();
	const of = (meaning: string): string => {
		let name = names.get(meaning);
		if (name === undefined) names.set(meaning, (name = set.get(meaning) ?? known[meaning] ?? rule(meaning)));
		return name;
	};
	return { of, amounts: fixed };
}
