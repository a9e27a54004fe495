/** A row of cs_opportunities. */
export interface OpportunityRow {
	readonly opportunity_id: string;
	readonly account_id: string;
	/** One of the six types. */
	readonly kind: string;
	/** One of the five sources. */
	readonly source: string;
	readonly stage: string;
	readonly amount_minor: number | null;
	readonly currency: string | null;
	readonly probability: number | null;
	readonly close_on: string;
	readonly owner_id: string | null;
	readonly evidence_json: string;
	readonly effect_key: string | null;
	readonly external_id: string | null;
	readonly status: string;
}

export type OpportunityChange = 'new' | 'changed' | 'unchanged' | 'closed';
