import type { SourceSettings, SourceId } from '../Source';
import type { ConnectorContext } from './ConnectorContext';

/**
 * Names what a vendor counts requests by: the base with Airtable, the credential (its id in n8n, never its token) with all others. Two nodes
 * with the same key share one allowance.
 */
export function pacerKey(
	context: ConnectorContext,
	source: SourceId,
	credentialType: string,
	settings: SourceSettings,
): string {
	if (source === 'airtable' && settings.baseId !== '') return `airtable:${settings.baseId}`;
	const credential = context.getNode().credentials?.[credentialType];
	return `${source}:${credential?.id ?? credential?.name ?? credentialType}`;
}
