import type { ExpressionString, INodeOutputConfiguration } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

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

const named = (names: readonly string[]): INodeOutputConfiguration[] =>
	names.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName }));

const byOperation = JSON.stringify(
	Object.fromEntries(Object.entries(OUTPUT_NAMES).map(([operation, names]) => [operation, named(names)])),
);

/** The outputs follow the operation, so that a connection is labelled by what leaves through it. */
export const customerDataOutputs: ExpressionString = `={{ (${byOperation})[$parameter.operation] }}`;
