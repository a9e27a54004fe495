import type { ObjectModel } from '../CanonicalModel';

/** Other names of an account: ids in other systems, ids merged into it. */
export const ALIASES: ObjectModel = {
	object: 'aliases',
	table: 'cs_aliases',
	key: ['system', 'external_id'],
	fields: [
		{ name: 'system', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'external_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'account_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'merged_at', kind: 'instant', sensitivity: 'internal' },
	],
};
