/** What a field of a row may hold. */
export type Scalar = string | number | boolean | null;

/** A row of one of our tables: snake_case columns, null = not observed. */
export type CanonicalRow = Readonly<Record<string, Scalar>>;

/** The objects of the canonical model; each is one table of ours. */
export type CanonicalObject =
	| 'accounts'
	| 'aliases'
	| 'contacts'
	| 'contractLines'
	| 'contracts'
	| 'interactions'
	| 'invoices'
	| 'opportunities'
	| 'people'
	| 'surveyAnswers'
	| 'tasks'
	| 'tickets'
	| 'usage';

/**
 * - `id` opaque text, `text` free text, `email` one address
 * - `number` finite, `count` a whole number from 0, `money` integer minor units (the row's `currency` says of what)
 * - `rate` 0 to 1, `day` YYYY-MM-DD, `instant` UTC ISO, `enum` one of `allowed`, `json` an object as text
 */
export type FieldKind =
	| 'boolean'
	| 'count'
	| 'country'
	| 'currency'
	| 'day'
	| 'email'
	| 'enum'
	| 'id'
	| 'instant'
	| 'json'
	| 'money'
	| 'number'
	| 'rate'
	| 'text';

/** Who may see a field: anyone, our own people, those who need it, those named for it. */
export type Sensitivity = 'public' | 'internal' | 'confidential' | 'restricted';

export interface FieldModel {
	readonly name: string;
	readonly kind: FieldKind;
	/** Of an enum: its values, lower case, as the inventory has them. */
	readonly allowed?: readonly string[];
	/** A row without it cannot be used. */
	readonly required?: boolean;
	readonly sensitivity: Sensitivity;
}

export interface ObjectModel {
	readonly object: CanonicalObject;
	/** Table of ours that holds it, `cs_accounts`. */
	readonly table: string;
	readonly key: readonly string[];
	readonly fields: readonly FieldModel[];
}
