import { ConnectorFault } from '../ConnectorFault';
import type { BaseStep, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { BASE_GROUP, baseProperties, type BaseProperty } from './baseProperties';
import type { HubspotError } from './HubspotAnswer';
import { hubspotPath } from './hubspotPath';
import { readProperties } from './readProperties';

/** Makes one step of the plan. One that is there already, because two people prepared at once, is no fault. */
export async function createStep(call: Call, settings: SourceSettings, step: BaseStep): Promise<void> {
	if (step.exists || !step.creatable) return;
	const wanted = baseProperties(settings.results, settings.keyField).filter(({ on }) => on === step.on);
	if (step.kind === 'group') return await unlessThere(async () => await createGroup(call, step.on));
	if (step.kind === 'option') return await addOption(call, step, wanted);
	const property = wanted.find(({ name }) => name === step.name);
	if (property !== undefined) await unlessThere(async () => await createProperty(call, property));
}

async function unlessThere(create: () => Promise<void>): Promise<void> {
	await create().catch((error: unknown) => {
		const there =
			error instanceof ConnectorFault && (error.status === 409 || /already exists/i.test(error.message));
		if (!there) throw error;
	});
}

async function createGroup(call: Call, on: string): Promise<void> {
	await call({
		method: 'POST',
		path: hubspotPath('properties', on, 'groups'),
		body: { name: BASE_GROUP, label: 'Customer success', displayOrder: -1 },
		idempotent: true,
	});
}

async function createProperty(call: Call, property: BaseProperty): Promise<void> {
	const path = hubspotPath('properties', property.on, 'batch', 'create');
	const answer = await call({
		method: 'POST',
		path,
		body: {
			inputs: [
				{
					name: property.name,
					label: property.label,
					groupName: BASE_GROUP,
					type: property.type,
					fieldType: property.fieldType,
					description: `Written by n8n: ${property.note}.`,
					hasUniqueValue: property.unique,
					options: property.options.map(([value, label], displayOrder) => ({
						label,
						value,
						displayOrder,
						hidden: false,
					})),
				},
			],
		},
		idempotent: true,
	});
	const refused = (answer.body as { errors?: readonly HubspotError[] } | null)?.errors?.[0];
	if (refused === undefined || refused.category === 'OBJECT_ALREADY_EXISTS') return;
	throw new ConnectorFault({
		faultClass: 'request',
		code: 'hubspot-property-not-made',
		message: `HubSpot did not make the property ${property.name} on ${property.on}: ${refused.message ?? 'it does not say why'}`,
		remedy: 'Make the property by hand in HubSpot under Settings > Properties, then run Prepare Base again.',
		status: answer.status,
		field: property.name,
	});
}

/** HubSpot takes the whole list of options, so those that are there are sent along. */
async function addOption(call: Call, step: BaseStep, wanted: readonly BaseProperty[]): Promise<void> {
	const cut = step.name.lastIndexOf('.');
	const name = step.name.slice(0, cut);
	const value = step.name.slice(cut + 1);
	const label = wanted
		.find((property) => property.name === name)
		?.options.find(([own]) => own === value)?.[1];
	const present = (await readProperties(call, step.on)).find((property) => property.name === name);
	if (label === undefined || present === undefined) return;
	const options = (present.options ?? []).filter((option) => option.value !== value);
	await call({
		method: 'PATCH',
		path: hubspotPath('properties', step.on, name),
		body: { options: [...options, { label, value, displayOrder: options.length, hidden: false }] },
		idempotent: true,
	});
}
