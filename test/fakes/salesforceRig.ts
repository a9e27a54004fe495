// A fake org with a call on it, for the tests of this source beside the contract suite.
import { ConnectorFault } from '../../shared/connectors/ConnectorFault';
import { createCall } from '../../shared/connectors/engine/createCall';
import type { PacedCall } from '../../shared/connectors/engine/Engine';
import { salesforce } from '../../shared/connectors/salesforce/salesforce';
import type {
	RawRecord,
	ReadRequest,
	ShapedRow,
	SourceObject,
	SourceSettings,
} from '../../shared/connectors/Source';
import {
	createSalesforceFake,
	SALESFORCE_HEADERS,
	type SalesforceFake,
	type SalesforceFakeOptions,
} from './salesforce';
import { sendTo } from './sendTo';
import { virtualClock, type VirtualClock } from './virtualClock';

export const SALESFORCE_SETTINGS: SourceSettings = {
	baseId: '',
	tables: {},
	fields: { accounts: { arr_minor: 'ARR__c', renewal_on: 'Renewal_Date__c' } },
	keyField: 'Ext_Account_Id__c',
	results: {},
	currency: 'EUR',
	options: {},
};

export interface SalesforceRig {
	readonly clock: VirtualClock;
	readonly fake: SalesforceFake;
	readonly call: PacedCall;
}

export function salesforceRig(options: Partial<SalesforceFakeOptions> = {}): SalesforceRig {
	const clock = virtualClock();
	const fake = createSalesforceFake({ accounts: 3, now: clock.now, ...options });
	const send = sendTo(fake, SALESFORCE_HEADERS);
	const call = createCall({
		source: salesforce,
		settings: SALESFORCE_SETTINGS,
		send,
		clock,
		random: () => 0,
	});
	return { clock, fake, call };
}

/** The fields that the engine asks for. */
export function wanted(object: SourceObject, settings: SourceSettings = SALESFORCE_SETTINGS): string[] {
	const reader = salesforce.readers[object];
	const mapping = { ...reader?.fields, ...settings.fields[object] };
	return [...new Set([...Object.values(mapping).filter((field) => field !== ''), ...(reader?.needed ?? [])])];
}

export const everything = (
	object: SourceObject,
	settings: SourceSettings = SALESFORCE_SETTINGS,
): ReadRequest => ({
	object,
	window: null,
	removed: false,
	fields: wanted(object, settings),
});

/** Reads to the end from a cursor. */
export async function readToEnd(
	rig: Pick<SalesforceRig, 'call'>,
	request: ReadRequest,
	from: string | null = null,
	settings: SourceSettings = SALESFORCE_SETTINGS,
): Promise<RawRecord[]> {
	const records: RawRecord[] = [];
	let cursor = from;
	do {
		const page = await salesforce.readPage(rig.call, settings, request, cursor);
		records.push(...page.records);
		cursor = page.next;
	} while (cursor !== null);
	return records;
}

/** Rows of a record, as the engine has them made. */
export function shaped(
	object: SourceObject,
	record: RawRecord | undefined,
	settings: SourceSettings = SALESFORCE_SETTINGS,
): readonly ShapedRow[] {
	const reader = salesforce.readers[object];
	if (reader === undefined || record === undefined) throw new Error(`no reader or record of ${object}`);
	const mapping = Object.entries({ ...reader.fields, ...settings.fields[object] });
	const mapped = Object.fromEntries(
		mapping
			.filter(([, field]) => field in record.fields)
			.map(([name, field]) => [name, record.fields[field]]),
	);
	return reader.shape(record, mapped, settings);
}

export async function faultOf(promise: Promise<unknown>): Promise<ConnectorFault> {
	const error = await promise.then(
		() => new Error('nothing was refused'),
		(reason: unknown) => reason,
	);
	if (error instanceof ConnectorFault) return error;
	throw error;
}
