import type { WireRequest } from '../Wire';
import type { HubspotError } from './HubspotAnswer';
import { HUBSPOT_OBJECTS } from './HubspotObject';

const NAMED_UNDER = ['requiredGranularScopes', 'requiredScopes', 'missingScopes'];

/**
 * The scopes that a refusal asks for. HubSpot lists every scope that would have done, up to 79 of them; those of the object asked for
 * come first. Without a list: the scope that the object is known to need.
 */
export function readScopes(error: HubspotError, request: WireRequest): readonly string[] {
	const contexts = [error.context, ...(error.errors ?? []).map((detail) => detail.context)];
	const listed = contexts.flatMap(scopesIn).filter((scope) => /^[a-z0-9._-]{3,80}$/i.test(scope));
	const known = knownScope(request);
	if (listed.length === 0) return known === null ? [] : [known];
	if (known !== null && listed.includes(known)) return [known];
	return [...new Set(listed)].slice(0, 3);
}

function scopesIn(context: unknown): readonly string[] {
	if (typeof context === 'string') return context.replace(/^.*\[|\].*$/g, '').split(/,\s*/);
	if (typeof context !== 'object' || context === null) return [];
	return NAMED_UNDER.flatMap((name) => {
		const value = (context as Record<string, unknown>)[name];
		return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
	});
}

function knownScope(request: WireRequest): string | null {
	const { path } = request;
	const object = Object.values(HUBSPOT_OBJECTS).find(({ type }) => path.includes(`/${type}`));
	if (object === undefined) return null;
	const reads = request.method === 'GET' || path.endsWith('/read') || path.endsWith('/search');
	if (path.includes('/properties/') && ['companies', 'contacts', 'deals'].includes(object.type)) {
		return `crm.schemas.${object.type}.${reads ? 'read' : 'write'}`;
	}
	return reads ? object.readScope : object.writeScope;
}
