// A small interpreter of Airtable formulas, written from Airtable's formula reference: an independent reader of what our connector writes.

export interface FormulaRecord {
	readonly id: string;
	readonly created: number;
	/** Last change of a cell that is not computed; null: none since it was made. */
	readonly modified: number | null;
	/** Cell by column name; undefined when empty. */
	readonly cell: (name: string) => unknown;
}

type Evaluate = (record: FormulaRecord) => unknown;

/** Why a formula is refused, in Airtable's words. */
export class FormulaError extends Error {}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const BROKEN =
	'The formula for filtering records is invalid: Invalid formula. Please check your formula text.';

const isTruthy = (value: unknown) =>
	Array.isArray(value)
		? value.length > 0
		: value !== undefined && value !== null && value !== '' && value !== 0 && value !== false;
const asTime = (value: unknown) => (typeof value === 'number' ? value : Date.parse(String(value)));
const asText = (value: unknown) => (value === undefined || value === null ? '' : String(value));

const FUNCTIONS: Readonly<Record<string, (parts: readonly Evaluate[]) => Evaluate>> = {
	AND: (parts) => (record) => parts.every((part) => isTruthy(part(record))),
	OR: (parts) => (record) => parts.some((part) => isTruthy(part(record))),
	NOT:
		([part]) =>
		(record) =>
			!isTruthy(part?.(record)),
	IF:
		([test, yes, no]) =>
		(record) =>
			isTruthy(test?.(record)) ? yes?.(record) : no?.(record),
	IS_AFTER:
		([a, b]) =>
		(record) =>
			asTime(a?.(record)) > asTime(b?.(record)),
	IS_BEFORE:
		([a, b]) =>
		(record) =>
			asTime(a?.(record)) < asTime(b?.(record)),
	DATETIME_PARSE:
		([text]) =>
		(record) =>
			asTime(text?.(record)),
	LAST_MODIFIED_TIME: () => (record) => record.modified ?? undefined,
	CREATED_TIME: () => (record) => record.created,
	RECORD_ID: () => (record) => record.id,
	BLANK: () => () => undefined,
	TRUE: () => () => true,
	FALSE: () => () => false,
};

class Parser {
	private at = 0;

	constructor(
		private readonly text: string,
		private readonly columns: ReadonlySet<string>,
	) {}

	whole(): Evaluate {
		const result = this.comparison();
		this.blanks();
		if (this.at < this.text.length) throw new FormulaError(BROKEN);
		return result;
	}

	private blanks(): void {
		while (/\s/.test(this.text[this.at] ?? '')) this.at++;
	}

	private take(token: string): boolean {
		this.blanks();
		if (!this.text.startsWith(token, this.at)) return false;
		this.at += token.length;
		return true;
	}

	private comparison(): Evaluate {
		const left = this.joined();
		for (const sign of ['!=', '=']) {
			if (!this.take(sign)) continue;
			const right = this.joined();
			const same: Evaluate = (record) => asText(left(record)) === asText(right(record));
			return sign === '=' ? same : (record) => !same(record);
		}
		return left;
	}

	private joined(): Evaluate {
		let left = this.primary();
		while (this.take('&')) {
			const [first, second] = [left, this.primary()];
			left = (record) => asText(first(record)) + asText(second(record));
		}
		return left;
	}

	/** Text up to an unescaped end mark. */
	private upTo(end: string): string {
		let found = '';
		for (; ; this.at++) {
			const sign = this.text[this.at];
			if (sign === undefined) throw new FormulaError(BROKEN);
			if (sign === end) break;
			if (sign === '\\') {
				this.at++;
				const escaped = this.text[this.at];
				if (escaped === undefined) throw new FormulaError(BROKEN);
				found += end === '}' ? escaped : (ESCAPES[escaped] ?? escaped);
			} else if (end !== '}' && /[\n\r]/.test(sign)) {
				throw new FormulaError(BROKEN);
			} else found += sign;
		}
		this.at++;
		return found;
	}

	private column(): Evaluate {
		const name = this.upTo('}');
		if (!this.columns.has(name)) {
			throw new FormulaError(
				`The formula for filtering records is invalid: Unknown field names: ${name.toLowerCase()}`,
			);
		}
		return (record) => record.cell(name);
	}

	private primary(): Evaluate {
		this.blanks();
		for (const quote of ["'", '"']) {
			if (!this.take(quote)) continue;
			const text = this.upTo(quote);
			return () => text;
		}
		if (this.take('{')) return this.column();
		const word = /^(-?\d+(\.\d+)?|[A-Z_]+\()/.exec(this.text.slice(this.at))?.[0];
		if (word === undefined) throw new FormulaError(BROKEN);
		this.at += word.length;
		if (!word.endsWith('(')) return () => Number(word);
		const make = FUNCTIONS[word.slice(0, -1)];
		if (!make) throw new FormulaError(BROKEN);
		const parts: Evaluate[] = [];
		while (!this.take(')')) {
			if (parts.length > 0 && !this.take(',')) throw new FormulaError(BROKEN);
			parts.push(this.comparison());
		}
		return make(parts);
	}
}

/** The filter that a formula means; throws a FormulaError that says why it is refused. */
export function compileFormula(
	text: string,
	columns: ReadonlySet<string>,
): (record: FormulaRecord) => boolean {
	const evaluate = new Parser(text, columns).whole();
	return (record) => isTruthy(evaluate(record));
}
