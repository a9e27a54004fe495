import type { RawRecord, ReadRequest, SourcePage } from '../Source';
import type { Call } from '../Wire';
import { resultsOf } from './HubspotAnswer';
import { hubspotPath } from './hubspotPath';

interface Owner {
	readonly id: string;
	readonly email?: string | null;
	readonly firstName?: string | null;
	readonly lastName?: string | null;
	readonly type?: string;
	readonly userId?: number | null;
	readonly updatedAt?: string;
	readonly archived?: boolean;
	readonly teams?: ReadonlyArray<{ readonly name?: string }>;
}

/**
 * One page of owners: the users whom records may belong to. There are few, and a new name of a user does not move the owner's time of
 * change, so every read reads all of them; of those that were deactivated only the ones of the window. Cursor `o:<after>`.
 */
export async function readOwners(
	call: Call,
	{ removed: archived, window }: ReadRequest,
	cursor: string | null,
): Promise<SourcePage> {
	const path = hubspotPath('owners');
	const answer = await call({
		method: 'GET',
		path,
		query: {
			limit: '100',
			...(archived ? { archived: 'true' } : {}),
			...(cursor?.startsWith('o:') === true ? { after: cursor.slice(2) } : {}),
		},
		idempotent: true,
	});
	const found = resultsOf<Owner>(answer, path);
	return {
		records: found.results
			.filter(({ updatedAt }) => {
				if (!archived || window === null || updatedAt === undefined) return true;
				return Date.parse(updatedAt) >= Date.parse(window.from);
			})
			.map((owner) => parseOwner(owner, archived)),
		next: found.after === null ? null : `o:${found.after}`,
	};
}

function parseOwner(owner: Owner, archived: boolean): RawRecord {
	const fields: Record<string, unknown> = {};
	const name = [owner.firstName, owner.lastName].filter(
		(part) => part !== undefined && part !== null && part !== '',
	);
	if (name.length > 0) fields.name = name.join(' ');
	if (owner.email !== undefined && owner.email !== null && owner.email !== '') fields.email = owner.email;
	const team = owner.teams?.[0]?.name;
	if (team !== undefined) fields.team = team;
	return {
		id: String(owner.id),
		updatedAt: owner.updatedAt ?? null,
		fields,
		...(archived || owner.archived === true ? { removed: true } : {}),
	};
}
