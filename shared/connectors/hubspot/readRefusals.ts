import type { HubspotError, HubspotErrorDetail } from './HubspotAnswer';

/** One property that HubSpot refused. */
export interface Refusal {
	/** As HubSpot calls the property; null: it does not say. */
	readonly property: string | null;
	/** HubSpot's own code, `PROPERTY_DOESNT_EXIST`, `INVALID_OPTION`, ...; '' when it gives none. */
	readonly code: string;
	readonly message: string;
}

/**
 * The properties that a refusal names. HubSpot has three forms: `errors[]` with code and context, `validationResults[]` of the
 * oldest endpoints, and a JSON list inside the message (`Property values were not valid: [{...}]`).
 */
export function readRefusals(error: HubspotError): readonly Refusal[] {
	const details = [...(error.errors ?? []), ...(error.validationResults ?? []), ...listInside(error.message)];
	const refusals = details
		.map(readDetail)
		.filter((refusal) => refusal.code !== '' || refusal.property !== null);
	if (refusals.length > 0) return refusals;
	const message = error.message ?? '';
	const named = /[Pp]ropert(?:y|ies)(?: with name)? ["'`]([^"'`]+)["'`] (?:do|does)(?: not|n't) exist/.exec(
		message,
	);
	return named === null ? [] : [{ property: named[1] ?? null, code: 'PROPERTY_DOESNT_EXIST', message }];
}

function readDetail(detail: HubspotErrorDetail): Refusal {
	const context = detail.context;
	const inContext =
		typeof context === 'object' && context !== null
			? ((context as Record<string, unknown>).propertyName ?? (context as Record<string, unknown>).name)
			: undefined;
	const property = Array.isArray(inContext) ? inContext[0] : inContext;
	const message = detail.message ?? '';
	const quoted = /[Pp]roperty ["'`]?([A-Za-z0-9_]+)["'`]? (?:does not exist|is read|must)/.exec(message);
	return {
		property: typeof property === 'string' ? property : (detail.name ?? quoted?.[1] ?? detail.in ?? null),
		code: detail.error ?? detail.code ?? (/does not exist/.test(message) ? 'PROPERTY_DOESNT_EXIST' : ''),
		message,
	};
}

function listInside(message: string | undefined): readonly HubspotErrorDetail[] {
	const start = message?.indexOf('[{') ?? -1;
	const end = message?.lastIndexOf('}]') ?? -1;
	if (message === undefined || start < 0 || end < start) return [];
	try {
		const list: unknown = JSON.parse(message.slice(start, end + 2));
		return Array.isArray(list) ? (list as HubspotErrorDetail[]) : [];
	} catch {
		return [];
	}
}
