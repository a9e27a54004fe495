import type { Outcome } from '../../core/issue';
import type { Formula, FormulaStep } from './Formula';

const MAX_LENGTH = 2000;
const TOKEN = /\s*(?:(\d+(?:\.\d+)?|\.\d+)(?![\w.])|([A-Za-z_]\w*)|([-+*/()]))/y;
const PRECEDENCE = { '+': 1, '-': 1, '*': 2, '/': 2, negate: 3 } as const;

type Waiting = keyof typeof PRECEDENCE | '(';

const stepOf = (operator: keyof typeof PRECEDENCE): FormulaStep =>
	operator === 'negate' ? { kind: 'negate' } : { kind: 'operator', sign: operator };

/**
 * Reads a formula over named inputs: numbers, names, + - * / and parentheses, nothing else. It is read by its own small parser and never run as a
 * program, so a formula that came in a row can do no harm. What cannot be read is told with its place in the text.
 *
 * @param path where the formula stands, for the message
 *
 * @example
 * parseFormula('(hours - 4) * rate', 'formula').value.inputs
 * // => ['hours', 'rate']
 */
export function parseFormula(text: string, path: string): Outcome<Formula> {
	const fail = (
		message: string,
		remedy = 'Use numbers, names, + - * / and parentheses.',
	): Outcome<Formula> => ({
		ok: false,
		issues: [{ code: 'formula-unreadable', path, message, remedy, severity: 'error' }],
	});
	if (text.trim() === '') return fail('The formula is empty.');
	if (text.length > MAX_LENGTH)
		return fail(`The formula has ${text.length} characters.`, 'Use at most 2,000.');

	const steps: FormulaStep[] = [];
	const waiting: Waiting[] = [];
	const inputs = new Set<string>();
	const release = (atLeast: number): void => {
		for (let top = waiting.at(-1); top !== undefined && top !== '('; top = waiting.at(-1)) {
			if (PRECEDENCE[top] < atLeast) return;
			steps.push(stepOf(top));
			waiting.pop();
		}
	};
	let expectsValue = true;
	let at = 0;
	while (text.slice(at).trim() !== '') {
		TOKEN.lastIndex = at;
		const match = TOKEN.exec(text);
		const place = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
		const where = `at character ${place + 1} of "${text}"`;
		if (match === null) {
			const hint = /[,%$€£]/.test(text.charAt(place))
				? 'Write 95000 for 95,000 and 0.95 for 95 %, without signs of a currency.'
				: undefined;
			return fail(`The formula cannot be read ${where}.`, hint);
		}
		const [, number, name, sign] = match;
		at = TOKEN.lastIndex;
		if (number !== undefined || name !== undefined) {
			if (!expectsValue) return fail(`An operator is missing ${where}.`);
			if (name === undefined) steps.push({ kind: 'number', value: Number(number) });
			else {
				inputs.add(name);
				steps.push({ kind: 'input', name });
			}
			expectsValue = false;
		} else if (sign === '(') {
			if (!expectsValue) return fail(`An operator is missing ${where}.`);
			waiting.push('(');
		} else if (sign === ')') {
			if (expectsValue) return fail(`A value is missing ${where}.`);
			release(0);
			if (waiting.pop() !== '(') return fail(`A parenthesis is closed that was not opened ${where}.`);
		} else if (sign === '+' || sign === '-' || sign === '*' || sign === '/') {
			if (expectsValue) {
				if (sign !== '-') return fail(`A value is missing ${where}.`);
				waiting.push('negate');
			} else {
				release(PRECEDENCE[sign]);
				waiting.push(sign);
				expectsValue = true;
			}
		}
	}
	if (expectsValue) return fail(`The formula "${text}" ends where a value is expected.`);
	release(0);
	if (waiting.length > 0) return fail(`A parenthesis is not closed in "${text}".`);
	return { ok: true, value: { text, steps, inputs: [...inputs] }, warnings: [] };
}
