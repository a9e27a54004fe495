import { ConnectorFault } from '../ConnectorFault';
import type { ReadRequest, SourcePage, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { attempt } from './attempt';
import { buildQuery } from './buildQuery';
import { dataPath } from './dataPath';
import type { SalesforceCursor } from './readCursor';
import { effectField, EFFECT_KEY_FIELD, type SalesforceObject } from './salesforceObjects';
import { resultFields } from './salesforceResults';
import { toPage } from './toPage';

export interface Read {
	readonly page: SourcePage;
	/** Optional fields that the org does not have. */
	readonly without: readonly string[];
}

/** The field as the request calls it: the vendor says `Foo__c` where the query said `Owner.Foo__c`. */
function requestedField(fault: ConnectorFault, fields: readonly string[]): string | null {
	const { field } = fault;
	if (fault.faultClass !== 'schema' || field === null) return null;
	return fields.find((name) => name === field || name.endsWith(`.${field}`)) ?? null;
}

function named(fault: ConnectorFault, field: string | null): ConnectorFault {
	if (field === null || field === fault.field) return fault;
	const { attempts, message, path } = fault;
	return Object.assign(new ConnectorFault({ ...fault, message, field }), { attempts, path });
}

/** Tasks are told apart by our key alone: without its field there is nothing to ask for. */
function checkTaskKey(settings: SourceSettings, request: ReadRequest): void {
	if (request.object !== 'tasks' || request.fields.includes(effectField(settings, 'tasks'))) return;
	throw new ConnectorFault({
		faultClass: 'schema',
		code: 'salesforce-no-effect-key',
		message: `Our tasks cannot be read back: Salesforce shows no field '${EFFECT_KEY_FIELD}' on tasks.`,
		remedy: 'Run the operation "prepare base" of this node, or leave tasks out of the records to read.',
		status: null,
	});
}

/** Runs the query, leaving out one after the other the optional fields that the org turns out not to have. */
export async function runQuery(
	call: Call,
	settings: SourceSettings,
	object: SalesforceObject,
	request: ReadRequest,
	start: SalesforceCursor,
): Promise<Read> {
	checkTaskKey(settings, request);
	const isAccount = request.object === 'accounts';
	const key = isAccount && settings.keyField !== '' ? [settings.keyField] : [];
	const own = isAccount ? Object.values(resultFields(settings)) : [];
	const names = object.names ?? {};
	const wanted = [...request.fields, ...key].map((field) => names[field] ?? field);
	const optional = new Set(object.optional === 'all' ? wanted : [...object.optional, ...own]);
	let cursor = start;
	for (;;) {
		const without = new Set(cursor.without);
		const fields = wanted.filter((field) => !without.has(field));
		const q = buildQuery(object, settings, request, cursor, fields);
		const path = dataPath(request.removed ? '/queryAll' : '/query');
		const asked = await attempt(
			async () => await call({ method: 'GET', path, query: { q }, idempotent: true }),
		);
		if (asked.ok) return { page: toPage(asked.value, object, request, cursor), without: [...without] };
		const field = requestedField(asked.fault, fields);
		if (field === null || !optional.has(field)) throw named(asked.fault, field);
		cursor = { ...cursor, without: [...without, field] };
	}
}
