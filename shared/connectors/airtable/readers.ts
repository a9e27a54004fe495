import type { SourceObject, SourceReader } from '../Source';
import { accountReader } from './accountReader';
import { contactReader } from './contactReader';
import { dealReader } from './dealReader';
import { peopleReader } from './peopleReader';
import { subscriptionReader } from './subscriptionReader';
import { taskReader } from './taskReader';
import { ticketReader } from './ticketReader';
import { usageReader } from './usageReader';

/** Presets and shapes of the shipped base's tables. */
export const readers: Readonly<Partial<Record<SourceObject, SourceReader>>> = {
	accounts: accountReader,
	contacts: contactReader,
	deals: dealReader,
	people: peopleReader,
	subscriptions: subscriptionReader,
	tasks: taskReader,
	tickets: ticketReader,
	usage: usageReader,
};
