import type { SourceObject, SourceSettings } from '../Source';
import { soqlName } from './soqlName';

/** Where our key of a task or opportunity stands; made by `prepare base`, on Activity for tasks. */
export const EFFECT_KEY_FIELD = 'CS_Effect_Key__c';

export interface SalesforceObject {
	/** API name. */
	readonly name: string;
	/** Condition that always holds; null: every record. */
	readonly where: ((settings: SourceSettings) => string) | null;
	/** Records can be merged: the loser is deleted and names the winner. */
	readonly merges: boolean;
	/** Fields that an org may lack without a fault: left out silently. */
	readonly optional: readonly string[] | 'all';
	/** Field of the request -> field of this object, where one reader serves two objects. */
	readonly names?: Readonly<Record<string, string>>;
	/** Object that is read after this one, for the same rows of ours. */
	readonly then?: SalesforceObject;
}

/** Vendor field that holds our effect key on tasks or deals, as mapped. '' when the user left it out. */
export function effectField(settings: SourceSettings, object: 'deals' | 'tasks'): string {
	const mapped = settings.fields[object]?.effect_key ?? EFFECT_KEY_FIELD;
	return mapped === '' ? '' : soqlName(mapped);
}

const CURRENCY = 'CurrencyIsoCode';

/** Calls and mails that were logged are finished tasks; their own fields are an event's under other names, custom fields are shared. */
const LOGGED: SalesforceObject = {
	name: 'Task',
	where: () => "TaskSubtype IN ('Call', 'Email') AND IsClosed = true",
	merges: false,
	optional: 'all',
	names: {
		Type: 'TaskSubtype',
		StartDateTime: 'CompletedDateTime',
		DurationInMinutes: 'CallDurationInSeconds',
	},
};

/** The Salesforce object behind each of our objects. */
export const SALESFORCE_OBJECTS: Readonly<Partial<Record<SourceObject, SalesforceObject>>> = {
	accounts: { name: 'Account', where: null, merges: true, optional: [CURRENCY] },
	contacts: { name: 'Contact', where: null, merges: true, optional: [] },
	deals: { name: 'Opportunity', where: null, merges: false, optional: [CURRENCY, EFFECT_KEY_FIELD] },
	// An invitation shows up once in each invited user's calendar; the children are left out.
	interactions: { name: 'Event', where: () => 'IsChild = false', merges: false, optional: [], then: LOGGED },
	// Customers with a portal login are users too.
	people: { name: 'User', where: () => "UserType = 'Standard'", merges: false, optional: [] },
	subscriptions: { name: 'Contract', where: null, merges: false, optional: [CURRENCY] },
	tasks: {
		name: 'Task',
		where: (settings) => `${effectField(settings, 'tasks') || EFFECT_KEY_FIELD} != null`,
		merges: false,
		optional: [],
	},
	tickets: { name: 'Case', where: null, merges: false, optional: [] },
};
