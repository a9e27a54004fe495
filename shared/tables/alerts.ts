import type { Table } from './Table';

/** The ledger of alerts: one row per account, cause and episode, so that nobody hears of one cause twice. */
export const alerts: Table = {
	name: 'cs_alerts',
	key: ['alert_key'],
	writer: 'alert stage',
	readers: ['alert'],
	retention: { column: 'opened_at', days: 1096, rule: '3 years' },
	columns: [
		{ name: 'alert_key', type: 'string', classification: 'internal', note: 'account:cause:episode' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'cause', type: 'string', classification: 'internal', note: 'e.g. health_below_70' },
		{ name: 'priority', type: 'string', classification: 'internal', note: '' },
		{ name: 'opened_at', type: 'date', classification: 'internal', note: '' },
		{
			name: 'sent_to',
			type: 'string',
			classification: 'confidential',
			note: 'person ids, comma-joined; null: reached nobody',
		},
		{ name: 'channel', type: 'string', classification: 'internal', note: '' },
		{ name: 'acknowledged_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'acknowledged_by', type: 'string', classification: 'internal', note: 'person_id' },
		{ name: 'escalated_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'closed_at', type: 'date', classification: 'internal', note: 'null: the episode lasts' },
		{ name: 'detail_json', type: 'string', classification: 'confidential', note: 'object' },
		{ name: 'rev', type: 'number', classification: 'internal', note: 'changes by one with every update' },
	],
};
