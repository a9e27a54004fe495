import type { VendorContainer } from '../Source';
import type { Call } from '../Wire';
import { readSchema } from './readSchema';
import { unreadableAnswer } from './unreadableAnswer';

type Json = Readonly<Record<string, unknown>>;

/** Bases that the token may see, all pages; or, within a base, its tables. */
export async function listContainers(call: Call, within: string | null): Promise<readonly VendorContainer[]> {
	if (within !== null) {
		const { tables } = await readSchema(call, within, true);
		return tables.map(({ id, name }) => ({ id, label: name }));
	}
	const found: VendorContainer[] = [];
	let offset: string | null = null;
	do {
		const query: Readonly<Record<string, string>> = offset === null ? {} : { offset };
		const answer = await call({ method: 'GET', path: '/v0/meta/bases', query, idempotent: true });
		const body = answer.body as Json | null;
		if (!Array.isArray(body?.bases)) throw unreadableAnswer('a list of bases');
		for (const base of body.bases as Json[])
			found.push({ id: String(base.id), label: String(base.name ?? base.id) });
		offset = typeof body.offset === 'string' ? body.offset : null;
	} while (offset !== null);
	return found;
}
