/** Kinds of column that Airtable fills itself; a value for them refuses the whole request. */
export const COMPUTED: ReadonlySet<string> = new Set([
	'aiText',
	'autoNumber',
	'button',
	'count',
	'createdBy',
	'createdTime',
	'externalSyncSource',
	'formula',
	'lastModifiedBy',
	'lastModifiedTime',
	'lookup',
	'multipleLookupValues',
	'rollup',
]);
