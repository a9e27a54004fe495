import { ConnectorFault } from '../ConnectorFault';
import type { WireAnswer } from '../Wire';

/** What HubSpot says of a refusal: the body of a 4xx answer, or one entry of `errors` in a 207. */
export interface HubspotError {
	readonly status?: string;
	readonly message?: string;
	readonly category?: string;
	readonly subCategory?: unknown;
	readonly policyName?: string;
	readonly context?: unknown;
	readonly errors?: readonly HubspotErrorDetail[];
	/** The oldest endpoints name the refused properties here. */
	readonly validationResults?: readonly HubspotErrorDetail[];
}

export interface HubspotErrorDetail {
	readonly message?: string;
	readonly code?: string;
	readonly error?: string;
	readonly name?: string;
	readonly in?: string;
	readonly subCategory?: unknown;
	readonly context?: unknown;
}

export interface HubspotAssociated {
	readonly results?: ReadonlyArray<{ readonly id: string; readonly type?: string }>;
}

export interface HubspotRecord {
	readonly id: string;
	readonly properties?: Readonly<Record<string, string | null>>;
	readonly createdAt?: string;
	readonly updatedAt?: string;
	readonly archived?: boolean;
	readonly archivedAt?: string;
	readonly associations?: Readonly<Record<string, HubspotAssociated>>;
	readonly new?: boolean;
	readonly objectWriteTraceId?: string;
}

export interface HubspotResults<Result> {
	readonly results: readonly Result[];
	readonly total: number | null;
	/** Where the next page begins; null: this was the last. */
	readonly after: string | null;
	readonly errors: readonly HubspotError[];
}

/**
 * The results of a successful answer. A body without a list of results (a cut-off or garbled answer) is a transient fault: the call
 * may be made again.
 */
export function resultsOf<Result>(answer: WireAnswer, path: string): HubspotResults<Result> {
	const body = answer.body as {
		results?: unknown;
		total?: unknown;
		paging?: { next?: { after?: unknown } };
		errors?: readonly HubspotError[];
	} | null;
	if (body === null || typeof body !== 'object' || !Array.isArray(body.results)) {
		throw new ConnectorFault({
			faultClass: 'transient',
			code: 'hubspot-unreadable-answer',
			message: `HubSpot answered ${path} with something that is not a list of results.`,
			remedy:
				'Run again. If it stays, check the base URL of the credential: a proxy or gateway may answer in its place.',
			status: answer.status,
			mayHaveHappened: true,
		});
	}
	const after = body.paging?.next?.after;
	return {
		results: body.results as Result[],
		total: typeof body.total === 'number' ? body.total : null,
		after: after === undefined || after === null ? null : String(after),
		errors: body.errors ?? [],
	};
}
