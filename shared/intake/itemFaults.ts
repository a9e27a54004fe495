import type { Issue } from '../../scoring/core/issue';
import type { Json } from './ItemPreset';

const error = (code: string, path: string, message: string, remedy: string): Issue => ({
	code,
	path,
	message,
	remedy,
	severity: 'error',
});

/** What can be wrong with an item as a whole. */
export const itemFaults = {
	noSuchObject: (preset: string, object: string): Issue =>
		error(
			'object-not-in-preset',
			'object',
			`The preset ${preset} has no ${object}.`,
			'Choose another object, or map the fields with the preset Postgres.',
		),
	noId: (preset: string, item: Json): Issue => {
		const names = Object.keys(item).slice(0, 8).join(', ');
		return error(
			'item-without-id',
			'id',
			`The item has no id of ${preset}; its fields are ${names === '' ? 'none' : names}.`,
			'Choose the preset of the node that made the items, and leave its id field in.',
		);
	},
	unreadable: (preset: string): Issue =>
		error(
			'item-unreadable',
			'item',
			`The item is not what ${preset} sends.`,
			'Choose the preset of the node that made the items; connect that node directly.',
		),
	sameKey: (object: string, key: string): Issue =>
		error(
			'same-key',
			object,
			`A row of ${object} with the key ${key} came before; the first was kept.`,
			'Remove the second record, or merge the two in the source.',
		),
	accountUnknown: (accountId: string): Issue => ({
		code: 'account-unknown',
		path: 'account_id',
		message: `Account ${accountId} is not among the accounts that were handed over.`,
		remedy: 'Read the accounts first, or add the account to cs_aliases.',
		severity: 'warning',
	}),
	accountMissing: (object: string): Issue => ({
		code: 'account-missing',
		path: 'account_id',
		message: `The row of ${object} names no account, so no score can use it.`,
		remedy: 'Map the field that holds the account.',
		severity: 'warning',
	}),
} as const;
