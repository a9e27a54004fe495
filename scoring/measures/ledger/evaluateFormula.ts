import type { Issue, Outcome } from '../../core/issue';
import type { Formula, FormulaInputs } from './Formula';
import { parseFormula } from './parseFormula';

/**
 * Works out a formula from its inputs, in the inputs' own units. An input that is absent or no number, and a division by zero, give no
 * result and say why; nothing counts as 0 in its place. Takes the text, or a formula that was read before.
 *
 * @param path where the formula stands, for the message
 *
 * @example
 * evaluateFormula('(95 + 45) * quarters', { quarters: 4 }, 'formula').value
 * // => 560
 */
export function evaluateFormula(
	formula: string | Formula,
	inputs: FormulaInputs,
	path: string,
): Outcome<number> {
	const parsed: Outcome<Formula> =
		typeof formula === 'string' ? parseFormula(formula, path) : { ok: true, value: formula, warnings: [] };
	if (!parsed.ok) return parsed;
	const { steps, text, inputs: names } = parsed.value;
	const missing = names.filter((name) => numberOf(inputs, name) === null);
	if (missing.length > 0) return fail('formula-input-missing', path, lacking(text, missing, inputs));

	const stack: number[] = [];
	for (const step of steps) {
		if (step.kind === 'number') stack.push(step.value);
		else if (step.kind === 'input') stack.push(numberOf(inputs, step.name) ?? NaN);
		else {
			const right = stack.pop() ?? NaN;
			if (step.kind === 'negate') {
				stack.push(-right);
				continue;
			}
			const left = stack.pop() ?? NaN;
			if (step.sign === '/' && right === 0)
				return fail('formula-division-by-zero', path, [
					`The formula "${text}" divides by zero.`,
					'Correct the input that is 0, or write the formula without the division.',
				]);
			stack.push(apply(step.sign, left, right));
		}
	}
	const value = stack.pop() ?? NaN;
	if (!Number.isFinite(value))
		return fail('formula-no-number', path, [
			`The formula "${text}" gives no finite number.`,
			'Check its inputs for values that are too large.',
		]);
	return { ok: true, value: value + 0, warnings: [] };
}

function apply(sign: '+' | '-' | '*' | '/', left: number, right: number): number {
	if (sign === '+') return left + right;
	if (sign === '-') return left - right;
	return sign === '*' ? left * right : left / right;
}

function numberOf(inputs: FormulaInputs, name: string): number | null {
	if (!Object.hasOwn(inputs, name)) return null;
	const value = inputs[name];
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (typeof value !== 'string' || value.trim() === '') return null;
	const number = Number(value);
	return Number.isFinite(number) ? number : null;
}

function lacking(text: string, missing: readonly string[], inputs: FormulaInputs): [string, string] {
	const known = Object.keys(inputs);
	const there = known.length === 0 ? 'There are none.' : `There are: ${known.slice(0, 20).join(', ')}.`;
	return [
		`The formula "${text}" needs ${missing.map((name) => `'${name}'`).join(', ')} as a number.`,
		`Add it to the inputs. ${there}`,
	];
}

function fail(code: string, path: string, [message, remedy]: readonly [string, string]): Outcome<number> {
	const issue: Issue = { code, path, message, remedy, severity: 'error' };
	return { ok: false, issues: [issue] };
}
