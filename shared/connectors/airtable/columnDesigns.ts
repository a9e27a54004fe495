import type { ColumnDesign } from './BaseDesign';

/** Short forms in which the shipped base is written down. */
export const text = (name: string, note = ''): ColumnDesign => ({ name, type: 'singleLineText', note });
export const long = (name: string, note = ''): ColumnDesign => ({ name, type: 'multilineText', note });
export const day = (name: string, note = ''): ColumnDesign => ({ name, type: 'date', note });
export const instant = (name: string, note = ''): ColumnDesign => ({ name, type: 'dateTime', note });
export const count = (name: string, note = ''): ColumnDesign => ({
	name,
	type: 'number',
	precision: 0,
	note,
});
export const amount = (name: string, note = ''): ColumnDesign => ({
	name,
	type: 'number',
	precision: 2,
	note,
});
export const share = (name: string, note = ''): ColumnDesign => ({
	name,
	type: 'percent',
	precision: 1,
	note,
});
export const select = (name: string, choices: string, note = ''): ColumnDesign => ({
	name,
	type: 'singleSelect',
	choices: choices.split(' '),
	note,
});
export const accountText = text('Account ID', 'the account, by its own id');
export const accountLink: ColumnDesign = {
	name: 'Account',
	type: 'multipleRecordLinks',
	linksTo: 'Accounts',
	note: 'the account, as a link; goes before the text when both are filled',
};
export const lastModified: ColumnDesign = {
	name: 'Last Modified',
	type: 'lastModifiedTime',
	note: 'makes reading only what changed exact',
};
export const owner = (name: string): ColumnDesign => ({
	name,
	type: 'email',
	note: 'email address of the person',
});
export const effectKey = text('Effect Key', 'kept by us: the same task or deal is never made twice');
