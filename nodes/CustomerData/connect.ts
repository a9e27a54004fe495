import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { ConnectorFault } from '../../shared/connectors/ConnectorFault';
import { createCall } from '../../shared/connectors/engine/createCall';
import type { PacedCall } from '../../shared/connectors/engine/Engine';
import { pacerFor } from '../../shared/connectors/engine/pacerFor';
import { credentialTypeOf } from '../../shared/connectors/n8n/credentialTypeOf';
import { n8nSend } from '../../shared/connectors/n8n/n8nSend';
import { nodeClock } from '../../shared/connectors/n8n/nodeClock';
import { pacerKey } from '../../shared/connectors/n8n/pacerKey';
import { readSettings, type ReadParameter } from '../../shared/connectors/n8n/readSettings';
import { SOURCES } from '../../shared/connectors/sources';
import type { Source, SourceId, SourceObject, SourceSettings } from '../../shared/connectors/Source';
import type { Clock } from '../../shared/connectors/Wire';

/** A list in the panel must not keep a person waiting for a penalty to end. */
const LIST_WAIT_MS = 5_000;

export interface Connection {
	readonly source: Source;
	readonly settings: SourceSettings;
	readonly call: PacedCall;
	readonly clock: Clock;
}

const noBase = (): ConnectorFault =>
	new ConnectorFault({
		faultClass: 'request',
		code: 'airtable-no-base',
		message: 'No Airtable base was chosen.',
		remedy: 'Choose the base that holds your customers in the field Base.',
		status: null,
	});

async function open(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	read: ReadParameter,
	needsBase: boolean,
	waitBudgetMs?: number,
): Promise<Connection> {
	const source = SOURCES[String(read('source', 'hubspot')) as SourceId];
	const settings = readSettings(read);
	if (needsBase && source.id === 'airtable' && settings.baseId === '') throw noBase();
	const credentialType = credentialTypeOf(source.id, String(read('authentication', '')));
	const send = await n8nSend(context, credentialType, source.baseUrl);
	const clock = nodeClock(context);
	const pacer = pacerFor(pacerKey(context, source.id, credentialType, settings), source.limits(settings));
	const call = createCall({
		source,
		settings,
		send,
		clock,
		pacer,
		...(waitBudgetMs === undefined ? {} : { waitBudgetMs }),
	});
	return { source, settings, call, clock };
}

/** The system as the node's parameters choose it, with its credential, pacing and clock. Parameters are read once, as they do not vary per item. */
export async function connect(context: IExecuteFunctions): Promise<Connection> {
	return await open(
		context,
		(name, fallback) => context.getNodeParameter(name, 0, fallback) as unknown,
		true,
	);
}

/** The same for a list in the node's panel, where nothing may have been chosen yet. */
export async function connectForList(context: ILoadOptionsFunctions): Promise<Connection> {
	const read: ReadParameter = (name, fallback) =>
		(context.getCurrentNodeParameter(name) as unknown) ?? fallback;
	return await open(context, read, false, LIST_WAIT_MS);
}

/** What was resolved in a run: the fields of accounts are asked for once, whatever else is read. */
const resolved = new WeakMap<Connection, Promise<SourceSettings>>();

/**
 * The settings with the system's own keys in the place of names, where it has such keys (custom fields of Pipedrive); elsewhere as they are. The
 * account's are always among them, because what belongs to an account is found by its key. To be asked once for each object that is read or written;
 * Prepare Base and the lists of the panel work with the names as they are.
 */
export async function settingsFor(connection: Connection, object: SourceObject): Promise<SourceSettings> {
	const { source, settings, call } = connection;
	if (source.resolveSettings === undefined) return settings;
	const asked = resolved.get(connection) ?? source.resolveSettings(call, settings, 'accounts');
	resolved.set(connection, asked);
	return object === 'accounts' ? await asked : await source.resolveSettings(call, await asked, object);
}
