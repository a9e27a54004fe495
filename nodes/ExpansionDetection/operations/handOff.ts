import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { buildHandOff } from '../../../scoring/expansion/buildHandOff';
import { listProducts } from '../../../scoring/expansion/listProducts';
import { writeHandOff } from '../../../scoring/expansion/writeHandOff';
import { NO_RECORDS } from '../../../scoring/measures/groupRecords';
import { measureAccount } from '../../../scoring/measures/measureAccount';
import { hash12 } from '../../../shared/hash12';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { listRows } from '../../../shared/n8n/listRows';
import { MODEL_VERSION } from './readDetecting';
import { readRun } from './readRun';
import { sortRecords } from './sortRecords';

const RECORDS = 1;
const NO_OPPORTUNITY: Issue = {
	code: 'no-opportunity',
	path: 'opportunity_id',
	message: 'The item is no opportunity: opportunity_id or account_id is missing.',
	remedy: 'Connect the output of Detect Opportunities, or rows of cs_opportunities.',
	severity: 'error',
};

/** Opportunities in; one package for sales each out. */
export function* handOffRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const run = readRun(context);
	const options = context.getNodeParameter('handOffOptions', 0, {}) as IDataObject;
	const records = sortRecords(context, [RECORDS]);
	const products = listProducts(run.products, records.prices);
	let [read, ready, left, closed] = [0, 0, 0, 0];
	for (const { json: opportunity, item: from } of listRows(items)) {
		read++;
		const accountId = String(opportunity.account_id ?? '');
		const id = String(opportunity.opportunity_id ?? '');
		if (accountId === '' || id === '') {
			yield { json: {}, from, fault: NO_OPPORTUNITY };
			continue;
		}
		if (opportunity.status === 'won' || opportunity.status === 'lost') {
			closed++;
			continue;
		}
		const account = records.accounts.get(accountId) ?? { account_id: accountId };
		const own = records.byAccount.get(accountId) ?? NO_RECORDS;
		const handOff = buildHandOff({
			opportunity,
			account,
			records: own,
			measures: measureAccount(account, own, run.until, true),
			products,
			health: records.scores.get(accountId)?.health ?? null,
			asOf: run.until,
		});
		if (handOff.ready) ready++;
		else if (options.onlyReady === true) {
			left++;
			continue;
		}
		yield {
			from,
			json: {
				opportunity_id: id,
				account_id: accountId,
				name: handOff.title,
				account_name: handOff.accountSummary.name,
				kind: opportunity.kind ?? null,
				stage: opportunity.stage ?? null,
				amount_minor: opportunity.amount_minor ?? null,
				currency: opportunity.currency ?? null,
				probability: opportunity.probability ?? null,
				confidence: handOff.commercial.confidence,
				close_on: opportunity.close_on ?? null,
				owner_id: opportunity.owner_id ?? null,
				csm_id: handOff.accountSummary.csmId,
				ready: handOff.ready,
				missing: handOff.missing.join('; '),
				handed_off_on: run.day,
				text: writeHandOff(handOff),
				run_id: run.runId,
				as_of_on: run.day,
				model_version: MODEL_VERSION,
				config_hash: hash12(products),
				input_hash: hash12(handOff),
				details: handOff as unknown as IDataObject,
			},
		};
	}
	addHint(context, {
		read,
		ready,
		'not ready': read - ready - closed,
		'left out as not ready': left,
		'already closed': closed,
	});
}
