import type { Table } from './Table';

/** Who may act now. */
export const leases: Table = {
	name: 'cs_leases',
	key: ['lease'],
	writer: 'daily-health-run and alert stage',
	readers: ['daily-health-run'],
	retention: null,
	columns: [
		{ name: 'lease', type: 'string', classification: 'internal', note: 'e.g. daily-run' },
		{ name: 'holder', type: 'string', classification: 'internal', note: 'run that holds it' },
		{ name: 'until', type: 'date', classification: 'internal', note: 'after this instant it is free' },
		{ name: 'rev', type: 'number', classification: 'internal', note: 'changes by one with every update' },
	],
};
