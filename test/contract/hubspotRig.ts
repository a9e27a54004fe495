import { createCall } from '../../shared/connectors/engine/createCall';
import { hubspot } from '../../shared/connectors/hubspot/hubspot';
import type {
	RawRecord,
	ShapedRow,
	SourceObject,
	SourceSettings,
	Window,
} from '../../shared/connectors/Source';
import type { Call } from '../../shared/connectors/Wire';
import { createHubspotFake, type HubspotOptions } from '../fakes/hubspot';
import { sendTo } from '../fakes/sendTo';
import { virtualClock } from '../fakes/virtualClock';

export const hubspotSettings: SourceSettings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: 'ext_account_id',
	results: {},
	currency: 'USD',
	options: {},
};

/** A portal with our source on it, on a clock that costs nothing. */
export function hubspotRig(options: Omit<HubspotOptions, 'now'>, settings: Partial<SourceSettings> = {}) {
	const clock = virtualClock();
	const fake = createHubspotFake({ ...options, now: clock.now });
	const chosen: SourceSettings = { ...hubspotSettings, ...settings };
	const send = sendTo(fake, { authorization: 'Bearer test' });
	const call: Call = createCall({ source: hubspot, settings: chosen, send, clock });
	return { clock, fake, settings: chosen, call };
}

export type HubspotRig = ReturnType<typeof hubspotRig>;

export function fieldsOf(object: SourceObject, settings: SourceSettings): string[] {
	const reader = hubspot.readers[object];
	return [...Object.values({ ...reader?.fields, ...settings.fields[object] }), ...(reader?.needed ?? [])];
}

/** All records of an object, page after page. */
export async function readRecords(
	on: HubspotRig,
	object: SourceObject,
	{ window = null, removed = false }: { readonly window?: Window | null; readonly removed?: boolean } = {},
): Promise<RawRecord[]> {
	const records: RawRecord[] = [];
	let cursor: string | null = null;
	do {
		const request = { object, window, removed, fields: fieldsOf(object, on.settings) };
		const page = await hubspot.readPage(on.call, on.settings, request, cursor);
		records.push(...page.records);
		cursor = page.next;
	} while (cursor !== null);
	return records;
}

/** Rows as the reader shapes them, with the mapping in force. */
export function shape(
	object: SourceObject,
	records: readonly RawRecord[],
	settings: SourceSettings,
): ShapedRow[] {
	const reader = hubspot.readers[object];
	const mapping = Object.entries({ ...reader?.fields, ...settings.fields[object] });
	return records.flatMap((record) => {
		const mapped = Object.fromEntries(mapping.map(([name, field]) => [name, record.fields[field]]));
		return reader?.shape(record, mapped, settings) ?? [];
	});
}
