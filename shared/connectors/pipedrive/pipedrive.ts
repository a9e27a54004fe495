import type { RawRecord, Source, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { classifyPipedrive } from './classifyPipedrive';
import { createPipedriveTask } from './createPipedriveTask';
import { flattenPipedriveRecord } from './flattenPipedriveRecord';
import { listPipedriveFields } from './listPipedriveFields';
import { pipedriveRows } from './pipedriveAnswer';
import { pipedriveLimits, readPipedriveRoom } from './pipedriveLimits';
import { PIPEDRIVE_READERS } from './pipedriveReaders';
import { PAGE_LIMIT, pipedriveRequest } from './pipedriveRequest';
import { PIPEDRIVE_RESULTS } from './pipedriveResults';
import { createPipedriveStep, planPipedriveBase } from './planPipedriveBase';
import { readPipedrivePage } from './readPipedrivePage';
import { resolvePipedriveSettings } from './resolvePipedriveSettings';
import { upsertPipedriveDeal } from './upsertPipedriveDeal';
import { writePipedriveScores } from './writePipedriveScores';

/** Ids in one request for records by id. */
const IDS_LIMIT = 100;

/**
 * Pipedrive, API v2 (users and deletions: v1). A daily token budget and no batch writes: only changed accounts are written, one by
 * one. The account is the organization.
 */
export const pipedrive: Source = {
	id: 'pipedrive',
	label: 'Pipedrive',
	baseUrl: 'https://api.pipedrive.com',
	readers: PIPEDRIVE_READERS,
	overlapSeconds: 60,
	limits: pipedriveLimits,
	classify: classifyPipedrive,
	resolveSettings: resolvePipedriveSettings,
	readRoom: readPipedriveRoom,
	readPage: readPipedrivePage,
	removals: ['accounts', 'contacts', 'deals'],
	lookUpAccounts: lookUpPipedriveAccounts,
	scores: { batchSize: 1, parallel: 4, fields: PIPEDRIVE_RESULTS, write: writePipedriveScores },
	createTask: createPipedriveTask,
	upsertOpportunity: upsertPipedriveDeal,
	planBase: planPipedriveBase,
	createStep: createPipedriveStep,
	listFields: listPipedriveFields,
	ownFields: (settings) =>
		Object.values({ ...PIPEDRIVE_RESULTS, ...settings.results }).filter((field) => field !== ''),
};

async function lookUpPipedriveAccounts(
	call: Call,
	_settings: SourceSettings,
	ids: readonly string[],
): Promise<readonly RawRecord[]> {
	const known = ids.filter((id) => /^\d+$/.test(id));
	const records: RawRecord[] = [];
	for (let start = 0; start < known.length; start += IDS_LIMIT) {
		const answer = await call(
			pipedriveRequest({
				method: 'GET',
				path: '/v2/organizations',
				query: { ids: known.slice(start, start + IDS_LIMIT).join(','), limit: PAGE_LIMIT },
			}),
		);
		records.push(...pipedriveRows(answer).map(flattenPipedriveRecord));
	}
	return records;
}
