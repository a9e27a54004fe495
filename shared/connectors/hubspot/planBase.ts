import { ConnectorFault } from '../ConnectorFault';
import type { BaseStep, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { BASE_GROUP, baseProperties, type BaseProperty } from './baseProperties';
import { resultsOf } from './HubspotAnswer';
import { hubspotPath } from './hubspotPath';
import { readProperties, type HubspotProperty } from './readProperties';

const OBJECTS = ['companies', 'tasks', 'deals'] as const;

/**
 * What the write-back needs on companies, tasks and deals, and whether it is there: a property group, our properties, the options of
 * the enumerations. An object that the credential may not look at becomes a step of its own that names the scope.
 */
export async function planBase(call: Call, settings: SourceSettings): Promise<readonly BaseStep[]> {
	const wanted = baseProperties(settings.results, settings.keyField);
	const steps: BaseStep[] = [];
	for (const on of OBJECTS) {
		try {
			const groups = await readGroups(call, on);
			const present = new Map((await readProperties(call, on)).map((property) => [property.name, property]));
			steps.push({
				kind: 'group',
				on,
				name: BASE_GROUP,
				type: 'property group',
				exists: groups.has(BASE_GROUP),
				note: 'keeps our properties together',
				creatable: true,
			});
			for (const property of wanted.filter((candidate) => candidate.on === on)) {
				steps.push(...planProperty(property, present.get(property.name)));
			}
		} catch (error) {
			steps.push(permissionStep(error, on));
		}
	}
	return steps;
}

async function readGroups(call: Call, on: string): Promise<ReadonlySet<string>> {
	const path = hubspotPath('properties', on, 'groups');
	const answer = await call({ method: 'GET', path, idempotent: true });
	return new Set(resultsOf<{ name: string }>(answer, path).results.map((group) => group.name));
}

function planProperty(wanted: BaseProperty, present: HubspotProperty | undefined): readonly BaseStep[] {
	const step: BaseStep = {
		kind: 'field',
		on: wanted.on,
		name: wanted.name,
		type: wanted.unique ? `${wanted.type}, unique` : wanted.type,
		exists: present !== undefined,
		note: wanted.note,
		creatable: true,
	};
	if (present === undefined) return [step];
	if (wanted.unique && present.hasUniqueValue !== true) {
		const note = `is there, but its values need not be unique, and HubSpot cannot change that later. Delete "${wanted.name}" in HubSpot under Settings > Properties, or map another property, then run Prepare Base again`;
		return [{ ...step, exists: false, creatable: false, note }];
	}
	if (present.type !== wanted.type && present.type !== 'string') {
		const note = `is there with the type ${present.type}; ${wanted.type} is needed. Map another property, or change the type in HubSpot`;
		return [{ ...step, exists: false, creatable: false, note }];
	}
	const known = new Set((present.options ?? []).map((option) => option.value));
	const missing = present.type === 'enumeration' ? wanted.options.filter(([value]) => !known.has(value)) : [];
	return [
		step,
		...missing.map(([value, label]) => ({
			kind: 'option' as const,
			on: wanted.on,
			name: `${wanted.name}.${value}`,
			type: 'option',
			exists: false,
			note: `option "${label}" of ${wanted.name}`,
			creatable: true,
		})),
	];
}

function permissionStep(error: unknown, on: string): BaseStep {
	if (
		!(error instanceof ConnectorFault) ||
		(error.faultClass !== 'not-found' && error.code !== 'hubspot-missing-scope')
	) {
		throw error;
	}
	return {
		kind: 'permission',
		on,
		name: /scope ([\w.]+)/.exec(error.message)?.[1] ?? on,
		type: 'scope',
		exists: false,
		note: `${error.message} ${error.remedy}`,
		creatable: false,
	};
}
