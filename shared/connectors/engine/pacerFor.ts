import type { RateLimit } from '../Source';
import { createPacer } from './createPacer';
import type { Pacer } from './Engine';

const pacers = new Map<string, { readonly limits: string; readonly pacer: Pacer }>();

/**
 * The pacer that everything in this process shares which draws on the same allowance. The key names credential and base or portal
 * (`hubspot:<credential id>`, `airtable:<base id>`), never a token. Other limits under the same key make a new pacer.
 */
export function pacerFor(key: string, limits: readonly RateLimit[]): Pacer {
	const wanted = JSON.stringify(limits);
	const held = pacers.get(key);
	if (held?.limits === wanted) return held.pacer;
	const pacer = createPacer(limits);
	pacers.set(key, { limits: wanted, pacer });
	return pacer;
}
