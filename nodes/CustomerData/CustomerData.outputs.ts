import { outputsByOperation } from '../../shared/n8n/outputsByOperation';

/** Outputs of each operation, in order. */
export const OUTPUT_NAMES = {
	getAll: ['Accounts', 'Records', 'Problems', 'Sync State'],
	writeScores: ['Results', 'Problems'],
	create: ['Results', 'Problems'],
	upsert: ['Results', 'Problems'],
	prepare: ['Steps'],
	normalise: ['Rows', 'Problems'],
	checkQuality: ['Report'],
	mask: ['Masked'],
	forgetPerson: ['Updates', 'Deletes', 'Steps by Hand'],
} as const;

export type Operation = keyof typeof OUTPUT_NAMES;

export const customerDataOutputs = outputsByOperation(OUTPUT_NAMES);
