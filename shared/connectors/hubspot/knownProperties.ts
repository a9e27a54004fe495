import { ConnectorFault } from '../ConnectorFault';
import type { ReadRequest, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { readProperties } from './readProperties';

/** A run has one `Call`: the properties of an object are asked for once per run. */
const known = new WeakMap<Call, Map<string, Promise<ReadonlySet<string> | null>>>();

/** Names of an object's properties; null when the credential may not look at them. */
export async function knownProperties(call: Call, type: string): Promise<ReadonlySet<string> | null> {
	const ofCall = known.get(call) ?? new Map<string, Promise<ReadonlySet<string> | null>>();
	known.set(call, ofCall);
	const asked = ofCall.get(type) ?? askProperties(call, type);
	ofCall.set(type, asked);
	asked.catch(() => ofCall.delete(type));
	return await asked;
}

async function askProperties(call: Call, type: string): Promise<ReadonlySet<string> | null> {
	return await readProperties(call, type).then(
		(properties) => new Set(properties.map((property) => property.name)),
		(error: unknown) => {
			if (error instanceof ConnectorFault && error.code === 'hubspot-missing-scope') return null;
			throw error;
		},
	);
}

/**
 * HubSpot passes over properties it does not have without a word. Of those that the user chose (mapping and key property) the first that
 * is not there is refused here, so that it is told and left out; properties of the preset may be missing.
 */
export async function checkChosen(
	call: Call,
	settings: SourceSettings,
	request: ReadRequest,
	type: string,
): Promise<void> {
	const mapped = Object.values(settings.fields[request.object] ?? {});
	const chosen = new Set(request.object === 'accounts' ? [...mapped, settings.keyField] : mapped);
	const wanted = request.fields.filter(
		(field) => chosen.has(field) && field !== '' && !field.startsWith('@'),
	);
	if (wanted.length === 0) return;
	const names = await knownProperties(call, type);
	const missing = names === null ? undefined : wanted.find((field) => !names.has(field));
	if (missing === undefined) return;
	throw new ConnectorFault({
		faultClass: 'schema',
		code: 'hubspot-unknown-property',
		message: `HubSpot's ${type} do not have the property "${missing}"; it was renamed, deleted or never made.`,
		remedy: 'Choose the property again in the field mapping.',
		status: null,
		field: missing,
	});
}
