import type { CanonicalObject, CanonicalRow, Scalar } from '../../scoring/core/CanonicalModel';

/** Changed from (inclusive) to (exclusive), UTC ISO instants of the vendor's clock. */
export interface Window {
	readonly from: string;
	readonly to: string;
}

/** A record as the vendor has it. */
export interface RawRecord {
	readonly id: string;
	/** UTC ISO; null: the vendor does not say. */
	readonly updatedAt: string | null;
	/** By vendor field name, flat; what is absent is not there. */
	readonly fields: Readonly<Record<string, unknown>>;
	readonly removed?: boolean;
	/** Vendor id of the record it was merged into. */
	readonly mergedInto?: string | null;
}

export interface SourcePage {
	readonly records: readonly RawRecord[];
	/** Where to go on; resumable in a later run. null: that was the last page. */
	readonly next: string | null;
}

/** One row before it is normalised: values by canonical field, as the vendor wrote them, plus `account_external_id`. */
export interface ShapedRow {
	readonly object: CanonicalObject;
	/** Vendor id of the account it belongs to; the engine sets `account_id` from it. null: it is an account, or belongs to none. */
	readonly accountExternalId: string | null;
	readonly values: Readonly<Record<string, unknown>>;
	/** Amounts in `values` are whole minor units, or major ones as CRM systems hold them. */
	readonly amounts: 'major' | 'minor';
}

/** A row that left the engine. */
export interface SourceRow {
	readonly object: CanonicalObject;
	readonly row: CanonicalRow;
	readonly externalId: string;
	/** 12 hex that we wrote back last, from the vendor's own field; null: none. */
	readonly writtenHash: string | null;
	/** Raw values that did not fit, by canonical field. */
	readonly raw: Readonly<Record<string, Scalar>>;
	/** Gone from the source: `row` holds only the key and, for accounts, `deleted`. */
	readonly removed?: boolean;
	/** Only what we wrote ourselves has changed. */
	readonly own?: boolean;
}
