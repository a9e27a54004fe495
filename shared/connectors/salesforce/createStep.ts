import { ConnectorFault } from '../ConnectorFault';
import type { BaseStep, SourceSettings } from '../Source';
import type { Call, WireAnswer } from '../Wire';
import { attempt } from './attempt';
import { baseFields, type BaseField } from './baseFields';
import { dataPath } from './dataPath';
import { faultOfError } from './faultOfError';
import { findPermissionSet, PERMISSION_SET } from './planBase';

const post = async (call: Call, resource: string, body: unknown): Promise<WireAnswer> =>
	await call({ method: 'POST', path: dataPath(resource), body, idempotent: false });

const IS_THERE = new Set(['salesforce-duplicate-developer-name', 'salesforce-duplicate-value']);

/** Already there counts as made: somebody else was quicker, or the answer to our first try was lost. */
async function postOnce(call: Call, resource: string, body: unknown): Promise<void> {
	const made = await attempt(async () => await post(call, resource, body));
	if (!made.ok && !IS_THERE.has(made.fault.code)) throw made.fault;
}

async function createField(call: Call, field: BaseField): Promise<void> {
	const { label, metadata, name, note, on } = field;
	await postOnce(call, '/tooling/sobjects/CustomField', {
		FullName: `${on}.${name}`,
		Metadata: { label, description: note, ...metadata },
	});
}

/** Id of the user whose credential this is; the list of resources names it, and the scope `api` is enough to ask. */
async function ownUserId(call: Call): Promise<string> {
	const answer = await call({ method: 'GET', path: dataPath('/'), idempotent: true });
	const { identity } = answer.body as { readonly identity?: string };
	const id = identity?.split('/').at(-1) ?? '';
	if (id.startsWith('005')) return id;
	throw new ConnectorFault({
		faultClass: 'schema',
		code: 'salesforce-own-user',
		message: `Salesforce does not say whose credential this is, so the permission set ${PERMISSION_SET} is made but assigned to nobody.`,
		remedy:
			'Assign it by hand: Setup > Permission Sets > CS Results > Manage Assignments > Add the integration user.',
		status: answer.status,
	});
}

interface Granted {
	readonly success: boolean;
	readonly errors: ReadonlyArray<{ readonly statusCode: string; readonly message: string }>;
}

/** Makes the permission set, grants our fields in it, and assigns it to the user of the credential. */
async function grant(call: Call, fields: readonly BaseField[]): Promise<void> {
	const found = await findPermissionSet(call);
	const id =
		found ??
		(
			(await post(call, '/sobjects/PermissionSet', { Name: PERMISSION_SET, Label: 'CS Results' })).body as {
				id: string;
			}
		).id;
	const records = fields.map(({ name, seenOn }) => ({
		attributes: { type: 'FieldPermissions' },
		ParentId: id,
		SobjectType: seenOn,
		Field: `${seenOn}.${name}`,
		PermissionsRead: true,
		PermissionsEdit: true,
	}));
	const answer = await post(call, '/composite/sobjects', { allOrNone: false, records });
	for (const { errors, success } of answer.body as readonly Granted[]) {
		const [error] = errors;
		if (success || error === undefined || error.statusCode === 'DUPLICATE_VALUE') continue;
		throw faultOfError(
			{ code: error.statusCode, message: error.message, fields: [] },
			200,
			`permission set ${PERMISSION_SET}`,
		);
	}
	await postOnce(call, '/sobjects/PermissionSetAssignment', {
		AssigneeId: await ownUserId(call),
		PermissionSetId: id,
	});
}

/** Makes one step of `planBase`: a custom field by the Tooling API, or the permission set with everything in it. */
export async function createStep(call: Call, settings: SourceSettings, step: BaseStep): Promise<void> {
	const fields = baseFields(settings);
	if (step.kind === 'permission') {
		await grant(call, fields);
		return;
	}
	const field = fields.find(({ name, on }) => name === step.name && on === step.on);
	if (field !== undefined) await createField(call, field);
}
