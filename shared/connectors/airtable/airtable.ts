import type { Source } from '../Source';
import { classifyAnswer } from './classifyAnswer';
import { createStep } from './createStep';
import { createTask } from './createTask';
import { listContainers } from './listContainers';
import { listFields } from './listFields';
import { lookUpAccounts } from './lookUpAccounts';
import { planBase } from './planBase';
import { readers } from './readers';
import { readPage } from './readPage';
import { RESULT_COLUMNS } from './resultColumns';
import { upsertOpportunity } from './upsertOpportunity';
import { WRITE_BATCH, writeScores } from './writeScores';

/**
 * What Airtable allows on one base. The engine counts a request until one second after its answer, so this is safe to use up; leave room for other
 * programs with the option `requestsPerSecond`.
 */
const MOST_PER_SECOND = 5;

const resultFields = Object.fromEntries(
	Object.entries(RESULT_COLUMNS).map(([result, column]) => [result, column.name]),
);

/** Airtable: a base with the tables of the shipped schema, or the user's own by mapping. */
export const airtable: Source = {
	id: 'airtable',
	label: 'Airtable',
	baseUrl: 'https://api.airtable.com',
	readers,
	overlapSeconds: 60,
	limits: (settings) => {
		const chosen = settings.options.requestsPerSecond;
		const requests =
			typeof chosen === 'number' && chosen > 0 ? Math.min(chosen, MOST_PER_SECOND) : MOST_PER_SECOND;
		return [{ bucket: 'burst', requests, perMs: 1000 }];
	},
	classify: classifyAnswer,
	readPage,
	// Deletions cannot be listed; the engine finds them by what a full read no longer brings.
	removals: [],
	lookUpAccounts,
	scores: { batchSize: WRITE_BATCH, parallel: 3, fields: resultFields, write: writeScores },
	createTask,
	upsertOpportunity,
	planBase,
	createStep,
	listFields,
	listContainers,
	ownFields: (settings) =>
		Object.values({ ...resultFields, ...settings.results }).filter((field) => field !== ''),
};
