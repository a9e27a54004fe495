import { ConnectorFault } from '../ConnectorFault';
import type { EffectOutcome, WriteOutcome } from '../Source';
import type { Call, WireRequest } from '../Wire';
import { resultsOf, type HubspotRecord } from './HubspotAnswer';
import { hubspotPath } from './hubspotPath';
import { EFFECT_KEY } from './hubspotResults';
import { readBatch } from './readBatch';

/**
 * Makes or updates the one task or deal that carries the effect key, and ties it to its company. Both calls may be repeated without a
 * second effect, because the key property is unique in HubSpot; after an answer that was lost for good HubSpot is asked by the key.
 */
export async function upsertByEffectKey(
	call: Call,
	type: 'deals' | 'tasks',
	effectKey: string,
	properties: Readonly<Record<string, string>>,
	companyId: string,
): Promise<EffectOutcome> {
	const inputs = [
		{
			id: effectKey,
			idProperty: EFFECT_KEY,
			objectWriteTraceId: 'row-0',
			properties: { ...properties, [EFFECT_KEY]: effectKey },
		},
	];
	const request: WireRequest = {
		method: 'POST',
		path: hubspotPath('objects', type, 'batch', 'upsert'),
		body: { inputs },
		idempotent: true,
	};
	const outcome = await call(request).then(
		(answer) => readBatch(answer, request, inputs).get('row-0'),
		async (error: unknown): Promise<WriteOutcome> => {
			if (!(error instanceof ConnectorFault) || !error.mayHaveHappened) throw error;
			const id = await findByEffectKey(call, type, effectKey).catch(() => {
				throw error;
			});
			if (id !== null) return { ok: true, externalId: id, created: true };
			return {
				ok: false,
				fault: new ConnectorFault({ ...error, message: error.message, mayHaveHappened: false }),
			};
		},
	);
	if (outcome?.ok !== true) return failedEffect(outcome?.fault, type);
	const { externalId, created } = outcome;
	return await tie(call, type, externalId, companyId, created);
}

/** Id of the task or deal that carries the key; by batch read, because the search would find it only seconds later. */
export async function findByEffectKey(
	call: Call,
	type: 'deals' | 'tasks',
	effectKey: string,
): Promise<string | null> {
	const path = hubspotPath('objects', type, 'batch', 'read');
	const answer = await call({
		method: 'POST',
		path,
		body: { inputs: [{ id: effectKey }], idProperty: EFFECT_KEY, properties: [EFFECT_KEY] },
		idempotent: true,
	});
	return resultsOf<HubspotRecord>(answer, path).results[0]?.id ?? null;
}

/** Ties a record to a company with HubSpot's default association; a tie that is there already stays as it is. */
export async function tie(
	call: Call,
	type: 'deals' | 'tasks',
	id: string,
	companyId: string,
	created: boolean,
): Promise<EffectOutcome> {
	const path = hubspotPath('objects', type, id, 'associations', 'default', 'companies', companyId);
	return await call({ method: 'PUT', path, idempotent: true }).then(
		(): EffectOutcome => ({ state: 'confirmed', externalId: id, created }),
		(error: unknown): EffectOutcome => {
			if (!(error instanceof ConnectorFault) || error.faultClass === 'auth') throw error;
			const fault = new ConnectorFault({
				...error,
				code: 'hubspot-not-tied-to-company',
				message: `HubSpot has the record ${id} in ${type}, but could not tie it to company ${companyId}: ${error.message}`,
				remedy: `${error.remedy} Running this again makes no second one.`,
				mayHaveHappened: false,
			});
			return { state: 'failed', fault };
		},
	);
}

/** A read that comes before the write: whatever is wrong with it, nothing was made. */
export async function beforeWriting<Value>(read: Promise<Value>): Promise<Value> {
	return await read.catch((error: unknown) => {
		if (!(error instanceof ConnectorFault)) throw error;
		throw new ConnectorFault({ ...error, message: error.message, mayHaveHappened: false });
	});
}

/**
 * The outcome of an effect that met a fault of its own: a property is refused, the company is not there, HubSpot does not answer.
 * Throws what the caller must decide on: a fault that stops the whole run, an answer that is lost.
 */
export function failedEffect(error: unknown, type: string): EffectOutcome {
	if (!(error instanceof ConnectorFault)) throw error;
	if (error.faultClass === 'auth' || error.faultClass === 'daily-quota' || error.mayHaveHappened) throw error;
	const noKey =
		error.status !== null &&
		error.status < 500 &&
		(error.field === EFFECT_KEY || error.message.includes(EFFECT_KEY));
	if (!noKey) return { state: 'failed', fault: error };
	const fault = new ConnectorFault({
		faultClass: 'schema',
		code: 'hubspot-effect-key-missing',
		message: `HubSpot's ${type} do not have the unique property ${EFFECT_KEY}, without which a repeated call could make a second one. Nothing was made.`,
		remedy: 'Run the operation Prepare Base with Apply on, then run this again.',
		status: error.status,
		field: EFFECT_KEY,
	});
	return { state: 'failed', fault };
}
