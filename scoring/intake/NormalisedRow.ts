import type { CanonicalRow, Scalar } from '../core/CanonicalModel';
import type { Issue } from '../core/issue';

export interface NormaliseOptions {
	/** Where the values come from: our own tables and parameters (unknown values are errors), or a vendor (null, raw kept, warning). */
	readonly origin: 'own' | 'vendor';
	/** Amounts are whole minor units (cents), or major units as CRM systems hold them. */
	readonly amounts: 'major' | 'minor';
	/** ISO 4217 of amounts whose row names no currency; null: unknown. */
	readonly currency: string | null;
}

export interface NormalisedRow {
	/** Every field of the model in its order; null when absent. */
	readonly row: CanonicalRow;
	readonly issues: readonly Issue[];
	/** What did not fit, as it came, by field. */
	readonly raw: Readonly<Record<string, Scalar>>;
	/** false: a required field is missing, the row cannot be used. */
	readonly usable: boolean;
}
