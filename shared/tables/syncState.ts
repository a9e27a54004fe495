import type { Table } from './Table';

/** How far each source has been read. */
export const syncState: Table = {
	name: 'cs_sync_state',
	key: ['source', 'object'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['run-watch'],
	retention: null,
	columns: [
		{ name: 'source', type: 'string', classification: 'internal', note: '' },
		{ name: 'object', type: 'string', classification: 'internal', note: '' },
		{ name: 'watermark', type: 'string', classification: 'internal', note: '' },
		{ name: 'overlap_s', type: 'number', classification: 'internal', note: 'seconds' },
		{ name: 'last_full_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'run_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'detail_json', type: 'string', classification: 'internal', note: 'object' },
	],
};
