import type { Source } from '../Source';
import { accountReader, contactReader, peopleReader } from './accountReaders';
import { checkMapping } from './checkMapping';
import { classify } from './classify';
import { dealReader, subscriptionReader } from './commercialReaders';
import { createStep } from './createStep';
import { createTask } from './createTask';
import { findAccounts } from './findAccounts';
import { listFields } from './listFields';
import { planBase } from './planBase';
import { readPage } from './readPage';
import { readRoom } from './readRoom';
import { resultFields, SALESFORCE_RESULTS } from './salesforceResults';
import { interactionReader, taskReader, ticketReader } from './serviceReaders';
import { upsertOpportunity } from './upsertOpportunity';
import { writeScores } from './writeScores';

/**
 * Salesforce by its REST API. It has no limit a second, only one a day, of which a fifth is left to others. 100,000 accounts are 50 pages
 * and, all changed, 500 calls of 200 with 4 under way at once; the Bulk API would need about 15, but its results come in files and late.
 */
export const salesforce: Source = {
	id: 'salesforce',
	label: 'Salesforce',
	baseUrl: '',
	readers: {
		accounts: accountReader,
		contacts: contactReader,
		deals: dealReader,
		interactions: interactionReader,
		people: peopleReader,
		subscriptions: subscriptionReader,
		tasks: taskReader,
		tickets: ticketReader,
	},
	overlapSeconds: 300,
	limits: () => [],
	classify,
	readRoom,
	readPage,
	removals: ['accounts', 'contacts', 'deals', 'interactions', 'subscriptions', 'tasks', 'tickets'],
	lookUpAccounts: async (call, settings, ids) =>
		await findAccounts(call, settings.keyField === '' ? [] : [settings.keyField], 'Id', ids),
	scores: { batchSize: 200, parallel: 4, fields: SALESFORCE_RESULTS, write: writeScores },
	createTask,
	upsertOpportunity,
	planBase,
	createStep,
	listFields,
	checkMapping,
	ownFields: (settings) => Object.values(resultFields(settings)),
};
