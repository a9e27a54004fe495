import type { ReadRequest, SourcePage, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { addRevenue } from './addRevenue';
import { attempt } from './attempt';
import { missingObject } from './missingObject';
import { readCursor, type SalesforceCursor } from './readCursor';
import { runQuery, type Read } from './runQuery';
import { SALESFORCE_OBJECTS } from './salesforceObjects';
import { toPage } from './toPage';

async function readRecords(
	call: Call,
	settings: SourceSettings,
	request: ReadRequest,
	start: SalesforceCursor,
): Promise<Read> {
	const first = SALESFORCE_OBJECTS[request.object];
	if (first === undefined) throw missingObject(request.object);
	const object = start.part !== undefined && start.part === first.then?.name ? first.then : first;
	const { next: path, ...key } = start;
	if (path === undefined) return await runQuery(call, settings, object, request, start);
	const asked = await attempt(async () => await call({ method: 'GET', path, idempotent: true }));
	if (asked.ok) return { page: toPage(asked.value, object, request, start), without: start.without ?? [] };
	if (asked.fault.faultClass !== 'cursor') throw asked.fault;
	return await runQuery(call, settings, object, request, key);
}

/** One page of up to 2,000 records. A locator that has expired is no fault: the read goes on behind the last record by its key. */
export async function readPage(
	call: Call,
	settings: SourceSettings,
	request: ReadRequest,
	cursor: string | null,
): Promise<SourcePage> {
	const { page, without } = await readRecords(call, settings, request, readCursor(cursor));
	if (request.object !== 'accounts' || request.removed) return page;
	const records = await addRevenue(call, settings, page.records, {
		isRange: request.window === null,
		hasCurrencies: request.fields.includes('CurrencyIsoCode') && !without.includes('CurrencyIsoCode'),
	});
	return { ...page, records };
}
