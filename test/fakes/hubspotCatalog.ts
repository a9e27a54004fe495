import type { FakeAnswer, FakeRequest } from './Fake';
import { refuse } from './hubspotFaults';
import type { Definition } from './hubspotDefinitions';
import type { HubspotStore } from './hubspotStore';

const stage = (
	id: string,
	label: string,
	displayOrder: number,
	metadata: Readonly<Record<string, string>>,
) => ({
	id,
	label,
	displayOrder,
	metadata,
	archived: false,
	createdAt: '2024-01-01T00:00:00.000Z',
	updatedAt: '2024-01-01T00:00:00.000Z',
});
const open = { isClosed: 'false', probability: '0.4' };
const won = { isClosed: 'true', probability: '1.0' };
const lost = { isClosed: 'true', probability: '0.0' };
const pipeline = (id: string, label: string, displayOrder: number, stages: unknown[]) => ({
	id,
	label,
	displayOrder,
	stages,
	archived: false,
	createdAt: '2024-01-01T00:00:00.000Z',
	updatedAt: '2024-01-01T00:00:00.000Z',
});

const PIPELINES: Readonly<Record<string, unknown[]>> = {
	deals: [
		pipeline('renewals', 'Renewal Pipeline', 1, [
			stage('renewal_open', 'Renewal open', 0, open),
			stage('renewal_sent', 'Offer sent', 1, open),
			stage('renewed', 'Renewed', 2, won),
			stage('churned', 'Lost', -1, lost),
		]),
		pipeline('default', 'Sales Pipeline', 0, [
			stage('closedwon', 'Closed Won', 2, won),
			stage('closedlost', 'Closed Lost', 3, lost),
			stage('appointmentscheduled', 'Appointment Scheduled', 0, open),
			stage('contractsent', 'Contract Sent', 1, open),
		]),
	],
	tickets: [
		pipeline('0', 'Support Pipeline', 0, [
			stage('1', 'New', 0, { ticketState: 'OPEN', isClosed: 'false' }),
			stage('2', 'Waiting on contact', 1, { ticketState: 'OPEN', isClosed: 'false' }),
			stage('3', 'Waiting on us', 2, { ticketState: 'OPEN', isClosed: 'false' }),
			stage('4', 'Done and dusted', 3, { ticketState: 'CLOSED', isClosed: 'true' }),
		]),
	],
};

export function listPipelines(type: string): FakeAnswer {
	const results = PIPELINES[type];
	return results === undefined
		? refuse(400, 'VALIDATION_ERROR', `Unable to infer object type from: ${type}`)
		: { status: 200, body: { results } };
}

const OWNERS = ['Dana Okafor', 'Lee Marsh', 'Kim Sato'].map((name, index) => {
	const [firstName = '', lastName = ''] = name.split(' ');
	return {
		id: String(201 + index),
		email: `${firstName.toLowerCase()}@vendor.example.com`,
		type: 'PERSON',
		firstName,
		lastName,
		userId: 900 + index,
		userIdIncludingInactive: 900 + index,
		createdAt: '2024-01-01T00:00:00.000Z',
		updatedAt: '2024-01-01T00:00:00.000Z',
		archived: false,
	};
});

export function listOwners(query: FakeRequest['query']): FakeAnswer {
	const limit = Number(query.limit ?? 100);
	if (limit > 500) return refuse(400, 'VALIDATION_ERROR', 'limit must be less than or equal to 500');
	if (query.archived === 'true') return { status: 200, body: { results: [] } };
	const start = OWNERS.findIndex((owner) => owner.id > (query.after ?? ''));
	const page = start < 0 ? [] : OWNERS.slice(start, start + limit);
	const more = start >= 0 && start + limit < OWNERS.length;
	return {
		status: 200,
		body: { results: page, ...(more ? { paging: { next: { after: page.at(-1)?.id } } } : {}) },
	};
}

/** Properties and their groups: list, create, change. `pageSize` makes the list come in pages; 0: whole, as HubSpot gives it. */
export function serveProperties(
	store: HubspotStore,
	type: string,
	rest: readonly string[],
	{ method, query, body }: FakeRequest,
	pageSize: number,
): FakeAnswer {
	const definitions = store.definitions.get(type);
	const groups = store.groups.get(type);
	if (definitions === undefined || groups === undefined) {
		return refuse(400, 'VALIDATION_ERROR', `Unable to infer object type from: ${type}`);
	}
	const [first = '', second = ''] = rest;
	const sent = (body ?? {}) as Record<string, unknown>;
	if (first === '' && method === 'GET') return listProperties([...definitions.values()], query, pageSize);
	if (first === 'groups' && method === 'GET') {
		return {
			status: 200,
			body: {
				results: [...groups].map((name, displayOrder) => ({
					name,
					label: name,
					displayOrder,
					archived: false,
				})),
			},
		};
	}
	if (first === 'groups' && method === 'POST') {
		const name = String(sent.name);
		if (groups.has(name))
			return refuse(409, 'OBJECT_ALREADY_EXISTS', `Property group ${name} already exists`);
		groups.add(name);
		return { status: 201, body: { name, label: sent.label, displayOrder: -1, archived: false } };
	}
	if (first === 'batch' && second === 'create') return createProperties(definitions, groups, sent.inputs);
	const definition = definitions.get(first);
	if (definition === undefined) return refuse(404, 'OBJECT_NOT_FOUND', `Property ${first} does not exist`);
	if (method === 'PATCH' && Array.isArray(sent.options))
		definition.options = sent.options as Definition['options'];
	return { status: 200, body: show(definition) };
}

function listProperties(
	all: readonly Definition[],
	query: FakeRequest['query'],
	pageSize: number,
): FakeAnswer {
	if (pageSize === 0) return { status: 200, body: { results: all.map(show) } };
	const start = Number(query.after ?? 0);
	const more = start + pageSize < all.length;
	return {
		status: 200,
		body: {
			results: all.slice(start, start + pageSize).map(show),
			...(more ? { paging: { next: { after: String(start + pageSize) } } } : {}),
		},
	};
}

function createProperties(
	definitions: Map<string, Definition>,
	groups: ReadonlySet<string>,
	inputs: unknown,
): FakeAnswer {
	const results: unknown[] = [];
	const errors: unknown[] = [];
	for (const input of Array.isArray(inputs) ? (inputs as Array<Record<string, unknown>>) : []) {
		const name = String(input.name);
		if (!/^[a-z][a-z0-9_]*$/.test(name) || !groups.has(String(input.groupName))) {
			return refuse(
				400,
				'VALIDATION_ERROR',
				`Property ${name} or its group ${String(input.groupName)} is not valid`,
			);
		}
		if (definitions.has(name)) {
			errors.push({
				status: 'error',
				category: 'OBJECT_ALREADY_EXISTS',
				message: `A property named '${name}' already exists.`,
				context: { name: [name] },
			});
			continue;
		}
		const definition: Definition = {
			name,
			label: String(input.label),
			type: String(input.type),
			fieldType: String(input.fieldType),
			groupName: String(input.groupName),
			unique: input.hasUniqueValue === true,
			readOnly: false,
			options: (input.options ?? []) as Definition['options'],
		};
		definitions.set(name, definition);
		results.push(show(definition));
	}
	const at = '2026-11-20T00:00:00.000Z';
	const body = { status: 'COMPLETE', results, startedAt: at, completedAt: at };
	return errors.length === 0
		? { status: 201, body }
		: { status: 207, body: { ...body, numErrors: errors.length, errors } };
}

function show(definition: Definition) {
	return {
		name: definition.name,
		label: definition.label,
		type: definition.type,
		fieldType: definition.fieldType,
		description: '',
		groupName: definition.groupName,
		options: definition.options.map((option, displayOrder) => ({ hidden: false, displayOrder, ...option })),
		displayOrder: -1,
		calculated: definition.readOnly,
		externalOptions: false,
		hasUniqueValue: definition.unique,
		hidden: false,
		hubspotDefined: definition.groupName !== 'customer_success',
		modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: definition.readOnly },
		formField: false,
	};
}
