import { ConnectorFault } from '../ConnectorFault';
import type { ScoreWrite, SourceSettings, WriteOutcome } from '../Source';
import type { Call, WireRequest } from '../Wire';
import { HUBSPOT_OBJECTS } from './HubspotObject';
import { hubspotPath } from './hubspotPath';
import { readBatch, type BatchInput } from './readBatch';
import { toProperties } from './toProperties';

/**
 * Writes scores to companies: those whose record id is known by batch update, the others by the key property, which makes a company
 * of an unknown key only with the option `create_companies` (batch upsert): a company without even a name is seldom wanted. Every input
 * carries a trace id, so that HubSpot refuses single records instead of the batch and says which. All calls may be repeated.
 */
export async function writeScores(
	call: Call,
	settings: SourceSettings,
	rows: readonly ScoreWrite[],
): Promise<readonly WriteOutcome[]> {
	const outcomes = new Array<WriteOutcome>(rows.length);
	const updates: BatchInput[] = [];
	const unknown: BatchInput[] = [];
	rows.forEach((row, index) => {
		const properties = toProperties(row.fields, settings);
		const id = row.externalId ?? /^hubspot:(\d+)$/.exec(row.accountId)?.[1] ?? null;
		const objectWriteTraceId = `row-${index}`;
		if (id !== null) updates.push({ id, objectWriteTraceId, properties });
		else if (settings.keyField !== '') {
			unknown.push({ id: row.accountId, idProperty: settings.keyField, objectWriteTraceId, properties });
		} else outcomes[index] = { ok: false, fault: unknownCompany(row.accountId) };
	});
	const byKey = settings.options.create_companies === true ? 'upsert' : 'update';
	await send(call, 'update', updates, outcomes);
	await send(call, byKey, unknown, outcomes);
	return outcomes;
}

async function send(
	call: Call,
	kind: 'update' | 'upsert',
	inputs: readonly BatchInput[],
	outcomes: WriteOutcome[],
): Promise<void> {
	if (inputs.length === 0) return;
	const request: WireRequest = {
		method: 'POST',
		path: hubspotPath('objects', HUBSPOT_OBJECTS.accounts.type, 'batch', kind),
		body: { inputs },
		idempotent: true,
	};
	const answer = await call(request);
	for (const [trace, outcome] of readBatch(answer, request, inputs)) {
		outcomes[Number(trace.slice('row-'.length))] = outcome;
	}
}

function unknownCompany(accountId: string): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'not-found',
		code: 'hubspot-company-unknown',
		message: `The HubSpot company of account ${accountId} is not known.`,
		remedy:
			'Connect the accounts that Get Accounts read from HubSpot to the second input, or name the company property that holds the account id.',
		status: null,
	});
}
