/** Says where a value departs from a shape: the path from it to the first fault ('' is the value itself), null when there is none. */
export type Check = (value: unknown) => string | null;

const fits = (good: boolean): string | null => (good ? null : '');

/** A finite number from `low` to `high`. */
export const numberFrom =
	(low = -Infinity, high = Infinity): Check =>
	(value) =>
		fits(typeof value === 'number' && Number.isFinite(value) && value >= low && value <= high);

/** A whole number from `low` to `high`. */
export const wholeFrom =
	(low: number, high: number): Check =>
	(value) =>
		fits(Number.isInteger(value) && (value as number) >= low && (value as number) <= high);

export const isText: Check = (value) => fits(typeof value === 'string');

export const isFlag: Check = (value) => fits(typeof value === 'boolean');

export const oneOf =
	(...allowed: readonly unknown[]): Check =>
	(value) =>
		fits(allowed.includes(value));

export const nullOr =
	(check: Check): Check =>
	(value) =>
		value === null ? null : check(value);

/** May be absent. */
export const optional =
	(check: Check): Check =>
	(value) =>
		value === undefined ? null : check(value);

/** A list of at most `most` entries. */
export const listOf =
	(check: Check, most: number): Check =>
	(value) => {
		if (!Array.isArray(value) || value.length > most) return '';
		for (const [index, entry] of value.entries()) {
			const fault = check(entry);
			if (fault !== null) return `[${index}]${fault}`;
		}
		return null;
	};

/** An object with these members; more do no harm. */
export const withMembers =
	(members: Readonly<Record<string, Check>>): Check =>
	(value) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
		for (const [name, check] of Object.entries(members)) {
			const fault = check((value as Record<string, unknown>)[name]);
			if (fault !== null) return `.${name}${fault}`;
		}
		return null;
	};
