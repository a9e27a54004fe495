import type { RateLimit, Source, SourceSettings } from '../Source';
import { checkMapping } from './checkMapping';
import { classify } from './classify';
import { createStep } from './createStep';
import { createTask } from './createTask';
import { readCompanies } from './findCompany';
import { HUBSPOT_RESULTS } from './hubspotResults';
import { listFields } from './listFields';
import { planBase } from './planBase';
import { readPage } from './readPage';
import { readRoom } from './readRoom';
import { accountsReader } from './readers/accounts';
import { contactsReader } from './readers/contacts';
import { dealsReader } from './readers/deals';
import { interactionsReader } from './readers/interactions';
import { peopleReader } from './readers/people';
import { tasksReader } from './readers/tasks';
import { ticketsReader } from './readers/tickets';
import { upsertDeal } from './upsertDeal';
import { writeScores } from './writeScores';

/** Calls per ten seconds by the portal's plan (option `plan`), as HubSpot's usage guidelines give them. */
const BURST: Readonly<Record<string, number>> = {
	free: 100,
	starter: 100,
	professional: 190,
	enterprise: 190,
	increased: 250,
};

/** The smallest plan unless told otherwise: too slow is safe, too fast costs refused calls. Search has a limit of its own. */
function limits(settings: SourceSettings): readonly RateLimit[] {
	const requests = BURST[String(settings.options.plan ?? 'free').toLowerCase()] ?? 100;
	return [
		{ bucket: 'burst', requests, perMs: 10_000 },
		{ bucket: 'search', requests: 5, perMs: 1_000 },
	];
}

/** HubSpot over its date-versioned CRM API. Companies are accounts, meetings interactions, owners people. */
export const hubspot: Source = {
	id: 'hubspot',
	label: 'HubSpot',
	baseUrl: 'https://api.hubapi.com',
	readers: {
		accounts: accountsReader,
		contacts: contactsReader,
		deals: dealsReader,
		interactions: interactionsReader,
		people: peopleReader,
		tasks: tasksReader,
		tickets: ticketsReader,
	},
	overlapSeconds: 120,
	limits,
	classify,
	readRoom,
	readPage,
	removals: ['accounts', 'contacts', 'deals', 'interactions', 'people', 'tasks', 'tickets'],
	lookUpAccounts: async (call, settings, ids) =>
		await readCompanies(call, ids, settings.keyField === '' ? ['name'] : ['name', settings.keyField]),
	scores: {
		batchSize: 100,
		// 19 calls a second at a round trip of 0.3 s are 5.7 under way at once; two more for slower answers. The pacer keeps the limit.
		parallel: 8,
		fields: HUBSPOT_RESULTS,
		write: writeScores,
	},
	createTask,
	upsertOpportunity: upsertDeal,
	planBase,
	createStep,
	listFields: async (call, _settings, object) => await listFields(call, object),
	checkMapping,
	ownFields: (settings) =>
		Object.entries(HUBSPOT_RESULTS)
			.map(([result, preset]) => settings.results[result] ?? preset)
			.filter((property) => property !== ''),
};
