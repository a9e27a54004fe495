import type { RawRecord, ShapedRow } from '../connectors/Source';

/** An item as the record it is, and the rows that come out of it before they are normalised. */
export interface VendorShape {
	readonly record: RawRecord;
	readonly shaped: readonly ShapedRow[];
}
