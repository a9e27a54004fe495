// The part of SOQL that our queries need, and the refusals of Salesforce for what is not SOQL.

export class SoqlError extends Error {
	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
		this.name = 'SoqlError';
	}
}

export type Literal =
	| { readonly kind: 'boolean'; readonly value: boolean }
	| { readonly kind: 'date' | 'datetime' | 'string'; readonly value: string }
	| { readonly kind: 'null'; readonly value: null }
	| { readonly kind: 'number'; readonly value: number };

export type Condition =
	| { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
	| {
			readonly kind: 'compare';
			readonly field: string;
			readonly operator: string;
			readonly values: readonly Literal[];
	  }
	| { readonly kind: 'not'; readonly of: Condition };

export interface Soql {
	readonly fields: readonly string[];
	readonly isCount: boolean;
	readonly from: string;
	readonly where: Condition | null;
	readonly orderBy: ReadonlyArray<{ readonly field: string; readonly descending: boolean }>;
	readonly limit: number | null;
}

interface Token {
	readonly kind: 'bare' | 'string' | 'symbol';
	readonly text: string;
}

const ESCAPED: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	b: '\b',
	f: '\f',
	'"': '"',
	"'": "'",
	'\\': '\\',
};
const malformed = (message: string) => new SoqlError('MALFORMED_QUERY', message);

function readString(soql: string, start: number): { value: string; end: number } {
	let value = '';
	for (let at = start; at < soql.length; at++) {
		const character = soql.charAt(at);
		if (character === "'") return { value, end: at + 1 };
		if (character === '\n' || character === '\r')
			throw malformed('line breaks not allowed in string literals');
		if (character !== '\\') {
			value += character;
			continue;
		}
		at += 1;
		const unescaped = ESCAPED[soql.charAt(at)];
		if (unescaped === undefined)
			throw malformed(`Invalid string literal: illegal escape \\${soql.charAt(at)}`);
		value += unescaped;
	}
	throw malformed("unexpected token: '<EOF>' (string literal not closed)");
}

function tokenise(soql: string): Token[] {
	const tokens: Token[] = [];
	for (let at = 0; at < soql.length; ) {
		const rest = soql.slice(at);
		const blank = /^\s+/.exec(rest)?.[0];
		const bare = /^[\w.:+-]+/.exec(rest)?.[0];
		const symbol = /^(<=|>=|!=|<>|[=<>(),])/.exec(rest)?.[0];
		if (blank !== undefined) at += blank.length;
		else if (rest.startsWith("'")) {
			const { value, end } = readString(soql, at + 1);
			tokens.push({ kind: 'string', text: value });
			at = end;
		} else if (bare !== undefined) {
			tokens.push({ kind: 'bare', text: bare });
			at += bare.length;
		} else if (symbol !== undefined) {
			tokens.push({ kind: 'symbol', text: symbol });
			at += symbol.length;
		} else throw malformed(`unexpected token: '${rest.charAt(0)}'`);
	}
	return tokens;
}

function literal({ kind, text }: Token): Literal {
	if (kind === 'string') return { kind: 'string', value: text };
	if (/^null$/i.test(text)) return { kind: 'null', value: null };
	if (/^(true|false)$/i.test(text)) return { kind: 'boolean', value: /true/i.test(text) };
	if (/^TODAY$/i.test(text)) return { kind: 'date', value: 'TODAY' };
	if (/^-?\d+(\.\d+)?$/.test(text)) return { kind: 'number', value: Number(text) };
	if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: 'date', value: text };
	if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
		return { kind: 'datetime', value: new Date(text).toISOString().replace('Z', '+0000') };
	}
	throw malformed(`unexpected token: '${text}'`);
}

/** Reads a query, or throws a `SoqlError` with the code that Salesforce answers. */
export function parseSoql(soql: string): Soql {
	const tokens = tokenise(soql);
	let at = 0;
	const peek = () => tokens[at];
	const isWord = (word: string) => peek()?.kind === 'bare' && peek()?.text.toUpperCase() === word;
	const unexpected = () => malformed(`unexpected token: '${peek()?.text ?? '<EOF>'}'`);
	const next = (): Token => {
		const token = tokens[at];
		if (token === undefined) throw unexpected();
		at += 1;
		return token;
	};
	const word = (expected: string) => {
		if (!isWord(expected)) throw unexpected();
		at += 1;
	};
	const isSymbol = (text: string) => peek()?.kind === 'symbol' && peek()?.text === text;
	const symbol = (text: string) => {
		if (!isSymbol(text)) throw unexpected();
		at += 1;
	};
	const name = (): string => {
		const token = next();
		if (token.kind !== 'bare' || !/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(token.text)) {
			at -= 1;
			throw unexpected();
		}
		return token.text;
	};

	const comparison = (): Condition => {
		if (isSymbol('(')) {
			symbol('(');
			const inner = condition();
			symbol(')');
			return inner;
		}
		if (isWord('NOT')) {
			word('NOT');
			return { kind: 'not', of: comparison() };
		}
		const field = name();
		if (isWord('IN') || isWord('NOT')) {
			const negated = isWord('NOT');
			if (negated) word('NOT');
			word('IN');
			symbol('(');
			const values = [literal(next())];
			while (isSymbol(',')) {
				symbol(',');
				values.push(literal(next()));
			}
			symbol(')');
			return { kind: 'compare', field, operator: negated ? 'NOT IN' : 'IN', values };
		}
		const operator = next();
		const text = operator.text.toUpperCase();
		if (operator.kind !== 'symbol' && text !== 'LIKE')
			throw malformed(`unexpected token: '${operator.text}'`);
		if (['(', ')', ','].includes(text)) throw malformed(`unexpected token: '${text}'`);
		return { kind: 'compare', field, operator: text === '<>' ? '!=' : text, values: [literal(next())] };
	};

	// Salesforce refuses AND beside OR without brackets.
	const condition = (): Condition => {
		const of = [comparison()];
		if (!isWord('AND') && !isWord('OR')) return of[0] as Condition;
		const joiner = isWord('AND') ? 'AND' : 'OR';
		while (isWord(joiner)) {
			word(joiner);
			of.push(comparison());
		}
		if (isWord('AND') || isWord('OR')) throw unexpected();
		return { kind: joiner === 'AND' ? 'and' : 'or', of };
	};

	word('SELECT');
	const fields: string[] = [];
	let isCount = false;
	if (isWord('COUNT')) {
		word('COUNT');
		symbol('(');
		symbol(')');
		isCount = true;
	} else {
		fields.push(name());
		while (isSymbol(',')) {
			symbol(',');
			fields.push(name());
		}
	}
	word('FROM');
	const from = name();
	let where: Condition | null = null;
	if (isWord('WHERE')) {
		word('WHERE');
		where = condition();
	}
	const orderBy: Array<{ field: string; descending: boolean }> = [];
	if (isWord('ORDER')) {
		word('ORDER');
		word('BY');
		do {
			if (isSymbol(',')) symbol(',');
			const field = name();
			const descending = isWord('DESC');
			if (isWord('ASC') || isWord('DESC')) at += 1;
			orderBy.push({ field, descending });
		} while (isSymbol(','));
	}
	let limit: number | null = null;
	if (isWord('LIMIT')) {
		word('LIMIT');
		const token = next();
		if (!/^\d+$/.test(token.text)) throw malformed(`unexpected token: '${token.text}'`);
		limit = Number(token.text);
	}
	if (at < tokens.length) throw unexpected();
	const twice = fields.find(
		(field, index) => fields.findIndex((other) => other.toLowerCase() === field.toLowerCase()) !== index,
	);
	if (twice !== undefined) throw new SoqlError('INVALID_FIELD', `duplicate field selected: ${twice}`);
	return { fields, isCount, from, where, orderBy, limit };
}
