import type { BaseStep, SourceSettings } from '../Source';
import type { Call } from '../Wire';

const SCOPES: ReadonlyArray<readonly [string, string]> = [
	['data.records:read', 'to read records'],
	['data.records:write', 'to write scores, tasks and deals'],
	['schema.bases:read', 'to find tables and columns'],
	['schema.bases:write', 'to create tables and columns; only Prepare Base needs it'],
];

/** The scopes the token lacks, where Airtable tells which it has (`GET /v0/meta/whoami`); for a token of which it does not, nothing. */
export async function planPermissions(call: Call, settings: SourceSettings): Promise<readonly BaseStep[]> {
	const answer = await call({ method: 'GET', path: '/v0/meta/whoami', idempotent: true });
	const scopes = (answer.body as { scopes?: unknown } | null)?.scopes;
	if (!Array.isArray(scopes)) return [];
	return SCOPES.map(([scope, purpose]) => ({
		kind: 'permission',
		on: settings.baseId,
		name: scope,
		type: 'scope',
		exists: scopes.includes(scope),
		note: `${purpose}; add the scope to the token at airtable.com/create/tokens`,
		creatable: false,
	}));
}
