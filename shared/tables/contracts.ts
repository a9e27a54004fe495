import type { Table } from './Table';

/** Contracts and their terms. */
export const contracts: Table = {
	name: 'cs_contracts',
	key: ['contract_id'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['health'],
	retention: { column: 'ends_on', days: 2557, rule: '7 years' },
	columns: [
		{ name: 'contract_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'previous_contract_id',
			type: 'string',
			classification: 'internal',
			note: 'the contract that this one renews',
		},
		{ name: 'signed_on', type: 'string', classification: 'confidential', note: '' },
		{ name: 'starts_on', type: 'string', classification: 'confidential', note: '' },
		{ name: 'ends_on', type: 'string', classification: 'confidential', note: 'inclusive' },
		{ name: 'term_months', type: 'number', classification: 'confidential', note: '' },
		{ name: 'auto_renew', type: 'boolean', classification: 'confidential', note: '' },
		{ name: 'notice_days', type: 'number', classification: 'confidential', note: '' },
		{ name: 'uplift_rate', type: 'number', classification: 'confidential', note: '0.05 is 5 %' },
		{ name: 'status', type: 'string', classification: 'internal', note: 'draft, active, ended, terminated' },
	],
};
