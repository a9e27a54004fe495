import type { CanonicalObject } from '../../scoring/core/CanonicalModel';
import type { SourceObject } from '../connectors/Source';
import type { ItemObject } from './ItemPreset';

/** The table's object of what items may be called. */
export const TABLE_OBJECT: Readonly<Record<ItemObject, CanonicalObject>> = {
	accounts: 'accounts',
	aliases: 'aliases',
	contacts: 'contacts',
	contractLines: 'contractLines',
	contracts: 'contracts',
	deals: 'opportunities',
	interactions: 'interactions',
	invoices: 'invoices',
	opportunities: 'opportunities',
	people: 'people',
	subscriptions: 'contracts',
	surveyAnswers: 'surveyAnswers',
	tasks: 'tasks',
	tickets: 'tickets',
	usage: 'usage',
};

/** What a system calls it; objects that no system has are left out. */
export const SOURCE_OBJECT: Readonly<Partial<Record<ItemObject, SourceObject>>> = {
	accounts: 'accounts',
	contacts: 'contacts',
	contracts: 'subscriptions',
	deals: 'deals',
	interactions: 'interactions',
	invoices: 'invoices',
	opportunities: 'deals',
	people: 'people',
	subscriptions: 'subscriptions',
	tasks: 'tasks',
	tickets: 'tickets',
	usage: 'usage',
};
