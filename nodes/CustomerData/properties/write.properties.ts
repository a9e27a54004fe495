import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

const notice = (
	operation: 'create' | 'prepare' | 'upsert' | 'writeScores',
	displayName: string,
): INodeProperties => ({
	displayName,
	name: `${operation}Notice`,
	type: 'notice',
	default: '',
	...shownFor([operation]),
});

export const writeProperties: INodeProperties[] = [
	notice(
		'writeScores',
		'Connect the output of Health Score to Items, and the accounts of Get Accounts (or rows of cs_accounts or cs_aliases) to Accounts. Only accounts whose result changed are written.',
	),
	notice(
		'create',
		'Connect rows of cs_outbox to Items, or items of your own with effect_key, account_id, title, text, due_on, priority and owner. Connect the accounts to Accounts. effect_key is any text that names one task: the same text never makes a second one.',
	),
	notice(
		'upsert',
		'Connect rows of cs_outbox to Items, or items of your own with effect_key, account_id, name, kind, amount_minor (in cents), currency, stage and close_on. Connect the accounts to Accounts. effect_key is any text that names one opportunity: the same text updates it and never makes a second one.',
	),
	notice(
		'prepare',
		'Execute once with Apply off to see which tables, columns or properties the results need and which are missing. Then switch Apply on and execute again to create them. Nothing that is there is changed.',
	),
	{
		displayName: 'Apply',
		name: 'apply',
		type: 'boolean',
		default: false,
		description:
			'Whether to create what is missing. Off: only list the tables, columns and properties that the results need, and which of them are there.',
		...shownFor(['prepare']),
	},
];
