import type { EffectOutcome } from '../Source';
import type { ConnectorFault } from '../ConnectorFault';
import type { Call } from '../Wire';
import { attempt } from './attempt';
import { dataPath } from './dataPath';
import { queryAll } from './findAccounts';
import { quoteSoql } from './quoteSoql';
import { itemOutcome, type ItemAnswer } from './itemOutcome';

type Fields = Readonly<Record<string, unknown>>;

export interface KeyedRecord {
	/** `Task`, `Opportunity`. */
	readonly object: string;
	readonly keyField: string;
	readonly key: string;
	readonly fields: Fields;
	/** SOQL condition that finds candidates in an org without the key field, and the field that holds the key as text. */
	readonly candidates: { readonly where: string; readonly field: string };
}

interface Saved {
	readonly id: string;
	readonly created?: boolean;
}

/** Line at the end of a description that tells our records apart where the org has no field for the key. */
export const keyLine = (key: string): string => `Reference: ${key}`;

/** Id of the record with our key. An org without the key field is searched by the candidates, whose text must hold the key. */
async function findByKey(call: Call, record: KeyedRecord, hasField: boolean): Promise<string | null> {
	const { object, keyField, key, candidates } = record;
	const where = hasField ? `${keyField} = ${quoteSoql(key)}` : candidates.where;
	const found = await queryAll(
		call,
		`SELECT Id, ${hasField ? keyField : candidates.field} FROM ${object} WHERE ${where}`,
	);
	const line = keyLine(key);
	const ours = found.find(({ fields }) =>
		hasField ? fields[keyField] === key : String(fields[candidates.field]).split('\n').includes(line),
	);
	return ours?.id ?? null;
}

/**
 * What a lost answer left behind. Salesforce reads its own writes, so a look by the key tells; what cannot be looked up either is for a person.
 * Not found is safe to try again later: that begins with the key, too.
 */
async function afterLost(
	call: Call,
	record: KeyedRecord,
	hasField: boolean,
	fault: ConnectorFault,
): Promise<EffectOutcome> {
	if (!fault.mayHaveHappened) throw fault;
	const looked = await attempt(async () => await findByKey(call, record, hasField));
	if (!looked.ok) return { state: 'unknown', fault };
	if (looked.value === null) return { state: 'failed', fault };
	return { state: 'confirmed', externalId: looked.value, created: true };
}

/** Looks it up and creates it when it is not there: for an org in which the key is no external id. */
async function findOrCreate(call: Call, record: KeyedRecord, hasField: boolean): Promise<EffectOutcome> {
	const before = await findByKey(call, record, hasField);
	if (before !== null) return { state: 'confirmed', externalId: before, created: false };
	const body = hasField ? { ...record.fields, [record.keyField]: record.key } : record.fields;
	const path = dataPath(`/sobjects/${record.object}`);
	const posted = await attempt(async () => await call({ method: 'POST', path, body, idempotent: false }));
	if (!posted.ok) return await afterLost(call, record, hasField, posted.fault);
	return { state: 'confirmed', externalId: (posted.value.body as Saved).id, created: true };
}

/** Tries of an upsert whose row somebody else holds for a moment. */
const LOCK_TRIES = 3;

/**
 * One upsert by the key, which may be repeated. It goes as a collection of one: there the key stands in the body, and one with a slash or
 * a percent sign in it is still the same key.
 */
async function upsertByKey(call: Call, record: KeyedRecord): Promise<EffectOutcome> {
	const { fields, key, keyField, object } = record;
	const records = [{ [keyField]: key, attributes: { type: object }, ...fields }];
	for (let tries = 1; ; tries++) {
		const answer = await call({
			method: 'PATCH',
			path: dataPath(`/composite/sobjects/${object}/${keyField}`),
			body: { allOrNone: false, records },
			idempotent: true,
		});
		const [item] = answer.body as readonly ItemAnswer[];
		const outcome = itemOutcome(item, `${object} of ours`);
		if (outcome.ok) {
			return { state: 'confirmed', externalId: outcome.externalId, created: item?.created === true };
		}
		if (outcome.fault.faultClass !== 'transient' || tries === LOCK_TRIES) throw outcome.fault;
	}
}

/** Classes in which Salesforce says that the key is no external id, or not there at all. */
const KEY_FAULTS = new Set(['not-found', 'schema']);

/**
 * Brings about one record with our effect key, exactly once: by an upsert where the key field is an external id, by look-up and create
 * where it is only a field, and by a line in the description where the org has no such field.
 */
export async function upsertRecord(call: Call, record: KeyedRecord): Promise<EffectOutcome> {
	const upserted = await attempt(async () => await upsertByKey(call, record));
	if (upserted.ok) return upserted.value;
	if (!KEY_FAULTS.has(upserted.fault.faultClass)) return await afterLost(call, record, true, upserted.fault);
	const byField = await attempt(async () => await findOrCreate(call, record, true));
	if (byField.ok) return byField.value;
	const { faultClass, field } = byField.fault;
	if (faultClass !== 'schema' || field !== record.keyField) throw byField.fault;
	return await findOrCreate(call, record, false);
}
