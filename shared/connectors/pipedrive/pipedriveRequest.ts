import type { WireRequest } from '../Wire';

/** Custom fields have 40 hex digits for a name; each company has its own. */
export const CUSTOM_FIELD_KEY = /^[0-9a-f]{40}$/;

/** Most that a list gives in one page; more is cut by Pipedrive without a word. */
export const PAGE_LIMIT = '500';

export interface PipedriveRequestInput {
	readonly method: 'GET' | 'PATCH' | 'POST';
	/** After `/api`: `/v2/organizations`. */
	readonly path: string;
	/** Searches have a burst limit of their own. */
	readonly isSearch?: boolean;
	readonly query?: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

/**
 * A request to Pipedrive. The token is never in the query (it would stand in logs); the credential sends it as `x-api-token`.
 * Only a POST is not repeatable: a PATCH by id sets the same values again.
 * What a call costs of the day's tokens is not counted here: the answers tell what the whole company has left, which no count of ours could.
 */
export function pipedriveRequest(input: PipedriveRequestInput): WireRequest {
	const { method, path, isSearch = false, query, body } = input;
	return {
		method,
		path: `/api${path}`,
		...(query === undefined ? {} : { query }),
		...(body === undefined ? {} : { body }),
		idempotent: method !== 'POST',
		bucket: isSearch ? 'search' : 'burst',
	};
}

/** The owner of a new record; a person who is none of Pipedrive's users is left out, and Pipedrive takes the user of the token. */
export function pipedriveOwner(externalId: string | null): { readonly owner_id?: number } {
	return externalId !== null && /^\d+$/.test(externalId) ? { owner_id: Number(externalId) } : {};
}
