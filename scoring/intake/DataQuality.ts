import type { CanonicalObject, Sensitivity } from '../core/CanonicalModel';
import type { NormaliseOptions } from './NormalisedRow';

type Row = Readonly<Record<string, unknown>>;

export interface SourceFreshness {
	readonly source: string;
	readonly object: string;
	/** UTC ISO of the last successful read; null: never. */
	readonly readAt: string | null;
	/** Older than this many hours is stale. */
	readonly limitHours: number;
}

export interface QualityInput {
	readonly rows: Readonly<Partial<Record<CanonicalObject, readonly Row[]>>>;
	/** UTC ISO. */
	readonly asOf: string;
	readonly sources: readonly SourceFreshness[];
	readonly options: NormaliseOptions;
}

export interface FieldQuality {
	readonly field: string;
	/** Rows in which it is filled, with whatever. */
	readonly filled: number;
	/** 0 to 1 of the rows; null: there are no rows. */
	readonly coverage: number | null;
	/** Filled, but not usable as it stands. */
	readonly invalid: number;
	/** At most three, masked and short, with the reason. */
	readonly examples: ReadonlyArray<{ readonly key: string; readonly value: string; readonly reason: string }>;
	readonly sensitivity: Sensitivity;
}

export interface DuplicateGroup {
	/** What is the same: the key, or a field of different records that are probably one. */
	readonly by: 'domain' | 'email' | 'key' | 'name';
	/** Masked where it is personal. */
	readonly value: string;
	/** Keys of the rows. */
	readonly keys: readonly string[];
}

export interface ObjectQuality {
	readonly object: CanonicalObject;
	readonly rows: number;
	/** Rows without any invalid value, not unusable and no second row of a key. */
	readonly sound: number;
	/** Rows that lack a required field. */
	readonly unusable: number;
	readonly fields: readonly FieldQuality[];
	readonly duplicates: readonly DuplicateGroup[];
	/** Rows beyond the first of each group. */
	readonly duplicateRows: number;
	/** Rows whose account is not among the accounts; null: no accounts were given, or the object has none. */
	readonly orphans: number | null;
	readonly orphanKeys: readonly string[];
}

export interface SourceQuality extends SourceFreshness {
	/** null: never read. */
	readonly ageHours: number | null;
	readonly stale: boolean;
}

export interface QualityPart {
	readonly id: 'completeness' | 'freshness' | 'integrity' | 'uniqueness' | 'validity';
	/** 0 to 1; null: could not be judged, its weight went to the others. */
	readonly value: number | null;
	/** Of the parts that could be judged; they add up to 1. */
	readonly weight: number;
	/** 100 × weight × value; they add up to the score. */
	readonly contribution: number;
	readonly reason: string;
}

export interface Threshold {
	readonly id: 'failure' | 'quality';
	/** 0 to 1. */
	readonly value: number | null;
	readonly limit: number;
	/** null: cannot be judged. */
	readonly pass: boolean | null;
	readonly sentence: string;
}

export interface DataQuality {
	readonly asOf: string;
	readonly rows: number;
	/** 0 to 100, unrounded; null: nothing to judge. */
	readonly score: number | null;
	readonly sentence: string;
	readonly parts: readonly QualityPart[];
	readonly thresholds: readonly Threshold[];
	readonly objects: readonly ObjectQuality[];
	readonly sources: readonly SourceQuality[];
}
