import type { Call } from '../Wire';
import type { AirtableSchema } from './AirtableSchema';
import { parseSchema } from './parseSchema';
import { unreadableAnswer } from './unreadableAnswer';

/** One `Call` is one run of a node: within it a base's schema is asked for once. */
const schemas = new WeakMap<Call, Map<string, Promise<AirtableSchema>>>();

async function fetchSchema(call: Call, baseId: string): Promise<AirtableSchema> {
	const path = `/v0/meta/bases/${encodeURIComponent(baseId)}/tables`;
	const answer = await call({ method: 'GET', path, idempotent: true });
	const schema = parseSchema(answer.body);
	if (schema === null) throw unreadableAnswer('a list of tables');
	return schema;
}

/**
 * Tables and columns of a base, with the ids that stay when people rename them. Asked once per run; `fresh` asks again, after something was
 * created. Needs the scope schema.bases:read.
 */
export async function readSchema(call: Call, baseId: string, fresh = false): Promise<AirtableSchema> {
	const known = schemas.get(call) ?? new Map<string, Promise<AirtableSchema>>();
	schemas.set(call, known);
	const held = fresh ? undefined : known.get(baseId);
	if (held) return await held;
	const asked = fetchSchema(call, baseId);
	known.set(baseId, asked);
	// What failed is not remembered: the next one asks again.
	asked.catch(() => known.delete(baseId));
	return await asked;
}
