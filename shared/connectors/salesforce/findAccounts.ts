import { ConnectorFault } from '../ConnectorFault';
import type { RawRecord, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { dataPath } from './dataPath';
import { askedNames, flattenRecord, type SalesforceRecord } from './flattenRecord';
import { quoteSoql } from './quoteSoql';
import { soqlName } from './soqlName';

/** An address line takes 16 kB; a quoted and percent-encoded value, less. */
const QUERY_LENGTH = 8_000;
/** No text field that may be filtered holds more; a longer value is nobody's. */
const VALUE_LENGTH = 255;

/** All records of one query, read to its end. For look-ups of a few hundred. */
export async function queryAll(
	call: Call,
	soql: string,
	fields: readonly string[] = [],
): Promise<RawRecord[]> {
	const asked = askedNames(fields);
	const records: RawRecord[] = [];
	let answer = await call({ method: 'GET', path: dataPath('/query'), query: { q: soql }, idempotent: true });
	for (;;) {
		const body = answer.body as { records: readonly SalesforceRecord[]; nextRecordsUrl?: string };
		records.push(...body.records.map((record) => flattenRecord(record, asked)));
		if (body.nextRecordsUrl === undefined) return records;
		answer = await call({ method: 'GET', path: body.nextRecordsUrl, idempotent: true });
	}
}

/** Accounts whose `field` is one of the values, in queries as long as an address may be. Values that nobody has are not in the answer. */
export async function findAccounts(
	call: Call,
	fields: readonly string[],
	field: string,
	values: readonly string[],
): Promise<RawRecord[]> {
	const names = [field, ...fields];
	const select = [...new Set(['Id', 'SystemModstamp', soqlName(field), ...fields.map(soqlName)])].join(', ');
	const records: RawRecord[] = [];
	let list: string[] = [];
	let length = 0;
	const flush = async () => {
		if (list.length === 0) return;
		records.push(
			...(await queryAll(
				call,
				`SELECT ${select} FROM Account WHERE ${field} IN (${list.join(', ')})`,
				names,
			)),
		);
		list = [];
		length = 0;
	};
	const possible = values.filter((value) => value.length <= VALUE_LENGTH);
	for (const literal of new Set(possible.map(quoteSoql))) {
		const cost = encodeURIComponent(literal).length + 4;
		if (length + cost > QUERY_LENGTH) await flush();
		list.push(literal);
		length += cost;
	}
	await flush();
	return records;
}

/** The one account that an effect belongs to, by vendor id or by our key; a `poison` fault when there is none or several. */
export async function findAccount(
	call: Call,
	settings: SourceSettings,
	accountId: string,
	externalId: string | null,
): Promise<RawRecord> {
	const refuse = (code: string, message: string, remedy: string) =>
		new ConnectorFault({ faultClass: 'poison', code, message, remedy, status: null });
	if (externalId === null && settings.keyField === '') {
		throw refuse(
			'salesforce-account-unknown',
			`Account '${accountId}' has no Salesforce id, and no key field is set to find it by.`,
			'Hand in the account items of "get accounts" on the second input, or set the key field.',
		);
	}
	const field = externalId === null ? settings.keyField : 'Id';
	const found = await findAccounts(call, ['OwnerId', 'Owner.IsActive'], field, [externalId ?? accountId]);
	const [first] = found;
	if (first !== undefined && found.length === 1) return first;
	throw refuse(
		found.length === 0 ? 'salesforce-account-missing' : 'salesforce-account-twice',
		`${found.length === 0 ? 'No account' : `${found.length} accounts`} in Salesforce with ${field} '${externalId ?? accountId}'.`,
		found.length === 0
			? 'The account was deleted or the user may not see it; read the accounts again.'
			: 'Merge the accounts in Salesforce, so that the key is unique.',
	);
}
