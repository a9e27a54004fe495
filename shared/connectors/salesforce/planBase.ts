import type { BaseStep, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { attempt } from './attempt';
import { baseFields, type BaseField } from './baseFields';
import { dataPath } from './dataPath';
import { describeObject } from './describeObject';
import { flattenRecord, type SalesforceRecord } from './flattenRecord';
import { quoteSoql } from './quoteSoql';

/** The permission set that lets the user of the credential read and write our fields. */
export const PERMISSION_SET = 'CS_Results';

const BY_HAND =
	'Make it by hand: Setup > Permission Sets > New, name it CS Results, then Object Settings > Account (and Tasks, Opportunities) > ' +
	'Field Permissions: tick Read and Edit for the CS fields, then Manage Assignments > Add the integration user and the CSMs.';

/** Custom fields of the org, seen or not, as `Account.CS_Health_Score__c`; null: the user may not ask. */
async function existingFields(call: Call): Promise<ReadonlySet<string> | null> {
	const q =
		"SELECT DeveloperName, TableEnumOrId FROM CustomField WHERE TableEnumOrId IN ('Account', 'Activity', 'Opportunity') AND NamespacePrefix = null";
	const asked = await attempt(
		async () =>
			await call({ method: 'GET', path: dataPath('/tooling/query'), query: { q }, idempotent: true }),
	);
	if (asked.ok) {
		const { records } = asked.value.body as { readonly records: readonly SalesforceRecord[] };
		return new Set(
			records.map((field) => `${String(field.TableEnumOrId)}.${String(field.DeveloperName)}__c`),
		);
	}
	const { faultClass, status } = asked.fault;
	if (status === 401 || !['auth', 'not-found'].includes(faultClass)) throw asked.fault;
	return null;
}

/** Id of the permission set; null: there is none. */
export async function findPermissionSet(call: Call): Promise<string | null> {
	const q = `SELECT Id FROM PermissionSet WHERE Name = ${quoteSoql(PERMISSION_SET)}`;
	const answer = await call({ method: 'GET', path: dataPath('/query'), query: { q }, idempotent: true });
	const { records } = answer.body as { readonly records: readonly SalesforceRecord[] };
	return records[0] === undefined ? null : flattenRecord(records[0]).id;
}

function fieldStep(field: BaseField, exists: boolean, creatable: boolean): BaseStep {
	const { label, metadata, name, note, on } = field;
	const byHand = `${note} Make it by hand: Setup > Object Manager > ${on} > Fields & Relationships > New, type ${String(metadata.type)}, API name ${name}; the user may not create fields.`;
	return {
		kind: 'field',
		on,
		name,
		type: `${String(metadata.type)} (${label})`,
		exists,
		note: creatable || exists ? note : byHand,
		creatable,
	};
}

/**
 * What write-back, tasks and opportunities need in the org: the custom fields, and the permission set that lets the user of the credential
 * see them. A field made through the API is invisible to everybody until it is granted, so the set stands last.
 */
export async function planBase(call: Call, settings: SourceSettings): Promise<readonly BaseStep[]> {
	const fields = baseFields(settings);
	const inOrg = await existingFields(call);
	const seen = new Set<string>();
	for (const object of new Set(fields.map(({ seenOn }) => seenOn))) {
		const described = await attempt(async () => await describeObject(call, object));
		// An object that the user may not see has no field that it sees; that is what the permission set is for.
		if (!described.ok && described.fault.faultClass !== 'not-found') throw described.fault;
		for (const { createable, name, updateable } of described.ok ? described.value : []) {
			if (createable && updateable) seen.add(`${object}.${name}`);
		}
	}
	const isSeen = (field: BaseField) => seen.has(`${field.seenOn}.${field.name}`);
	const steps = fields.map((field) =>
		fieldStep(field, isSeen(field) || inOrg?.has(`${field.on}.${field.name}`) === true, inOrg !== null),
	);
	const granted = fields.every(isSeen);
	return [
		...steps,
		{
			kind: 'permission',
			on: 'Account, Activity, Opportunity',
			name: PERMISSION_SET,
			type: 'permission set',
			exists: granted,
			note:
				inOrg === null && !granted
					? BY_HAND
					: 'Read and edit of the fields above, for the user of the credential. Assign it to the CSMs too, and put the fields on the page layouts (Setup > Object Manager > Account > Page Layouts), so that they see the scores.',
			creatable: inOrg !== null,
		},
	];
}
