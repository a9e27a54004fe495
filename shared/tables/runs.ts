import type { Table } from './Table';

/** What each stage of each daily run did. */
export const runs: Table = {
	name: 'cs_runs',
	key: ['run_id', 'stage'],
	writer: 'every stage and the hub',
	readers: ['daily-health-run', 'run-watch', 'portfolio-overview'],
	retention: { column: 'business_day_on', days: 365, rule: '1 year' },
	columns: [
		{
			name: 'run_id',
			type: 'string',
			classification: 'internal',
			note: 'the business day; a rerun adds the time',
		},
		{ name: 'stage', type: 'string', classification: 'internal', note: 'hub, sync, usage, ..., upkeep' },
		{ name: 'business_day_on', type: 'string', classification: 'internal', note: 'UTC' },
		{ name: 'status', type: 'string', classification: 'internal', note: 'running, done, failed' },
		{ name: 'started_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'ended_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'read', type: 'number', classification: 'internal', note: 'rows read' },
		{ name: 'scored', type: 'number', classification: 'internal', note: '' },
		{
			name: 'insufficient',
			type: 'number',
			classification: 'internal',
			note: 'accounts without enough data',
		},
		{ name: 'skipped', type: 'number', classification: 'internal', note: '' },
		{ name: 'failed', type: 'number', classification: 'internal', note: '' },
		{ name: 'mean', type: 'number', classification: 'confidential', note: 'mean of the values, 0 to 100' },
		{ name: 'message', type: 'string', classification: 'internal', note: 'one sentence for a person' },
		{ name: 'detail_json', type: 'string', classification: 'internal', note: 'object' },
	],
};
