import type { Table } from './Table';

/** Other names of an account: its ids in other systems, and the ids of accounts that were merged into it. */
export const aliases: Table = {
	name: 'cs_aliases',
	key: ['system', 'external_id'],
	writer: 'sync stage',
	readers: ['sync', 'write-back'],
	retention: { column: null, days: null, rule: '7 years after the account was deleted' },
	columns: [
		{
			name: 'system',
			type: 'string',
			classification: 'internal',
			note: 'airtable, hubspot, salesforce, pipedrive, stripe, or own',
		},
		{ name: 'external_id', type: 'string', classification: 'internal', note: 'id of the record there' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: 'the account it stands for' },
		{
			name: 'merged_at',
			type: 'date',
			classification: 'internal',
			note: 'when that record was merged into this account; null: it is the account itself',
		},
	],
};
