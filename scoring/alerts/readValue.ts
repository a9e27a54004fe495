type Fields = Readonly<Record<string, unknown>>;

/** Typed reading of one row's fields. Missing, undefined and '' are null; nothing is guessed. */
export interface ValueReader {
	/** Texts as they are, numbers as digits (ids may arrive as numbers). */
	readonly text: (name: string) => string | null;
	/** Finite numbers, also written as text. */
	readonly number: (name: string) => number | null;
	/** true, 'true' and 1. */
	readonly flag: (name: string) => boolean;
	/** UTC ISO instant; also reads Date objects, which tables may hand out. */
	readonly instant: (name: string) => string | null;
}

/**
 * Reads the fields of a table row by type.
 *
 * @example
 * readValue({ arr_minor: '1200', name: '' }).number('arr_minor')
 * // => 1200
 */
export function readValue(row: Fields): ValueReader {
	const text = (name: string): string | null => {
		const value = row[name];
		if (typeof value === 'number') return String(value);
		return typeof value === 'string' && value !== '' ? value : null;
	};
	return {
		text,
		number: (name) => {
			const digits = text(name);
			const value = digits === null || digits.trim() === '' ? NaN : Number(digits);
			return Number.isFinite(value) ? value : null;
		},
		flag: (name) => row[name] === true || row[name] === 1 || row[name] === 'true',
		instant: (name) => {
			const value = row[name];
			if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
			return typeof value === 'string' && value !== '' ? value : null;
		},
	};
}
