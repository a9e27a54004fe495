import type { FakeAnswer } from './Fake';
import { refuse } from './hubspotFaults';
import type { HubspotStore, Properties, StoredRecord } from './hubspotStore';
import { findInvalid, type AdminRule, type InvalidValue } from './hubspotValidation';

interface Input {
	readonly id?: string;
	readonly idProperty?: string;
	readonly objectWriteTraceId?: string;
	readonly properties?: Readonly<Record<string, unknown>>;
}

type Show = (record: StoredRecord, properties?: Properties) => Record<string, unknown>;

export const BATCH = 100;

/** POST .../batch/create|read|update|upsert|archive with HubSpot's own limits and refusals. */
export function batchHubspot(
	store: HubspotStore,
	type: string,
	kind: string,
	body: {
		readonly inputs?: readonly Input[];
		readonly idProperty?: string;
		readonly properties?: readonly string[];
	},
	show: Show,
	rules: readonly AdminRule[],
): FakeAnswer {
	const inputs = body.inputs ?? [];
	if (inputs.length > BATCH) {
		return refuse(
			400,
			'VALIDATION_ERROR',
			`The maximum number of inputs supported in a batch request is ${BATCH}.`,
		);
	}
	if (kind === 'read') return readBatch(store, type, inputs, body, show);
	if (kind === 'archive') {
		for (const { id = '' } of inputs) {
			const record = store.find(type, id);
			if (record !== null) store.archive(record);
		}
		return { status: 204, body: null };
	}
	const keys = inputs.map(({ id, idProperty }) => `${idProperty ?? ''}:${id}`);
	const twice = kind === 'create' ? undefined : keys.find((key, index) => keys.indexOf(key) !== index);
	if (twice !== undefined) {
		const id = twice.slice(twice.indexOf(':') + 1);
		return refuse(400, 'VALIDATION_ERROR', `Duplicate IDs found in batch input: [${id}]. IDs must be unique`);
	}
	return writeBatch(store, type, kind, inputs, show, rules);
}

function readBatch(
	store: HubspotStore,
	type: string,
	inputs: readonly Input[],
	{ idProperty }: { readonly idProperty?: string },
	show: Show,
): FakeAnswer {
	if (idProperty !== undefined && store.definitions.get(type)?.get(idProperty)?.unique !== true) {
		return refuse(
			400,
			'VALIDATION_ERROR',
			`Property ${idProperty} does not exist or is not a unique property.`,
		);
	}
	const missing: string[] = [];
	const results = new Map<string, unknown>();
	for (const { id = '' } of inputs) {
		const record = idProperty === undefined ? store.find(type, id) : store.findByKey(type, idProperty, id);
		if (record === null || record.archivedMs !== null) missing.push(id);
		else results.set(record.id, show(record));
	}
	return complete(200, [...results.values()], missing.length === 0 ? [] : [notFound(type, { ids: missing })]);
}

function writeBatch(
	store: HubspotStore,
	type: string,
	kind: string,
	inputs: readonly Input[],
	show: Show,
	rules: readonly AdminRule[],
): FakeAnswer {
	const traced = inputs.every(({ objectWriteTraceId }) => objectWriteTraceId !== undefined);
	const checked = inputs.map((input) => ({
		input,
		invalid: findInvalid(store, type, input.properties ?? {}, rules),
	}));
	const all = checked.flatMap(({ invalid }) => invalid);
	for (const { properties } of inputs) {
		const wrong = Object.values(properties ?? {}).find(
			(value) => value !== null && typeof value !== 'string',
		);
		if (wrong !== undefined) {
			return refuse(
				400,
				'VALIDATION_ERROR',
				'Invalid input JSON: Cannot deserialize value of type `java.lang.String` from a number or boolean.',
			);
		}
	}
	const unknown = all.filter(({ error }) => error === 'PROPERTY_DOESNT_EXIST');
	if (unknown.length > 0) return refuse(400, 'VALIDATION_ERROR', notValid(unknown));
	if (all.length > 0 && !traced) return refuse(400, 'VALIDATION_ERROR', notValid(all));
	const errors: unknown[] = [];
	const results: unknown[] = [];
	for (const { input, invalid } of checked) {
		const context =
			input.objectWriteTraceId === undefined
				? { ids: [input.id] }
				: { objectWriteTraceId: [input.objectWriteTraceId] };
		if (invalid.length > 0) {
			errors.push({ status: 'error', category: 'VALIDATION_ERROR', message: notValid(invalid), context });
			continue;
		}
		const written = write(store, type, kind, input);
		if (typeof written === 'string') errors.push({ ...notFound(type, context), message: written });
		else {
			const { objectWriteTraceId } = input;
			results.push({
				...show(written.record),
				...(kind === 'upsert' ? { new: written.isNew } : {}),
				...(objectWriteTraceId === undefined ? {} : { objectWriteTraceId }),
			});
		}
	}
	// HubSpot promises no order.
	return complete(kind === 'create' ? 201 : 200, results.reverse(), errors);
}

function write(
	store: HubspotStore,
	type: string,
	kind: string,
	{ id = '', idProperty, properties = {} }: Input,
): { readonly record: StoredRecord; readonly isNew: boolean } | string {
	const values = properties as Properties;
	if (kind === 'create') return { record: store.create(type, values), isNew: true };
	if (idProperty !== undefined && store.definitions.get(type)?.get(idProperty)?.unique !== true) {
		return `Property "${idProperty}" does not exist or is not a unique property`;
	}
	const record = idProperty === undefined ? store.find(type, id) : store.findByKey(type, idProperty, id);
	if (record !== null && record.archivedMs === null) {
		store.update(record, values);
		return { record, isNew: false };
	}
	if (kind === 'update' || idProperty === undefined) {
		return `Could not get some ${type.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`;
	}
	if (type === 'tasks' && (values.hs_timestamp ?? '') === '')
		return 'Some required properties were not set: hs_timestamp';
	return { record: store.create(type, { ...values, [idProperty]: id }), isNew: true };
}

function notValid(invalid: readonly InvalidValue[]): string {
	return `Property values were not valid: ${JSON.stringify(invalid)}`;
}

function notFound(type: string, context: Readonly<Record<string, unknown>>) {
	return {
		status: 'error',
		category: 'OBJECT_NOT_FOUND',
		message: `Could not get some ${type.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
		context,
	};
}

function complete(status: number, results: readonly unknown[], errors: readonly unknown[]): FakeAnswer {
	const at = '2026-11-20T00:00:00.000Z';
	const body = { status: 'COMPLETE', results, startedAt: at, completedAt: at };
	if (errors.length === 0) return { status, body };
	return { status: 207, body: { ...body, numErrors: errors.length, errors } };
}
