import type { Table } from './Table';

/** Which stage of a contract's renewal was announced, so that none is announced twice. */
export const renewalStages: Table = {
	name: 'cs_renewal_stages',
	key: ['contract_id', 'stage'],
	writer: 'renewal stage',
	readers: ['renewal'],
	retention: { column: 'ends_on', days: 2557, rule: "7 years after the contract's end" },
	columns: [
		{ name: 'contract_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'stage',
			type: 'string',
			classification: 'internal',
			note: 'what was crossed and the end it counts to, so that a new end has stages of its own',
		},
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'ends_on',
			type: 'string',
			classification: 'confidential',
			note: "the contract's end, inclusive",
		},
		{ name: 'due_on', type: 'string', classification: 'internal', note: 'day on which the stage falls' },
		{ name: 'emitted_at', type: 'date', classification: 'internal', note: 'when it was announced' },
		{ name: 'late', type: 'boolean', classification: 'internal', note: 'announced after due_on' },
		{ name: 'run_id', type: 'string', classification: 'internal', note: '' },
	],
};
