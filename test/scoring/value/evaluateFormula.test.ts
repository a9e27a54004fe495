import fc from 'fast-check';

import { evaluateFormula } from '../../../scoring/measures/ledger/evaluateFormula';
import { parseFormula } from '../../../scoring/measures/ledger/parseFormula';

const value = (text: string, inputs = {}): number | null => {
	const outcome = evaluateFormula(text, inputs, 'formula');
	return outcome.ok ? outcome.value : null;
};
const codes = (text: string, inputs = {}): string[] => {
	const outcome = evaluateFormula(text, inputs, 'formula');
	return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
};

test.each([
	['1 + 2 * 3', 7],
	['(1 + 2) * 3', 9],
	['8 / 4 / 2', 1],
	['8 - 4 - 2', 2],
	['-3 + 5', 2],
	['2 * -3', -6],
	['--2', 2],
	['-(2 + 3) * 2', -10],
	['.5 * 10', 5],
	['  40 - 9  ', 31],
])('%s is %d', (text, expected) => {
	expect(value(text)).toBe(expected);
});

test.each([
	['', /empty/],
	['1 +', /ends where a value/],
	['1 2', /operator is missing at character 3/],
	['(1 + 2', /not closed/],
	['1 + 2)', /closed that was not opened/],
	['()', /value is missing/],
	['* 2', /value is missing at character 1/],
	['95,000', /cannot be read at character 3/],
	['2 ** 3', /value is missing/],
	['1.2.3', /cannot be read/],
	['hours[0]', /cannot be read/],
	['alert`1`', /cannot be read/],
	['a(1)', /operator is missing/],
])('"%s" is refused with its place', (text, message) => {
	const outcome = parseFormula(text, 'formula');
	expect(outcome.ok).toBe(false);
	if (!outcome.ok) expect(outcome.issues[0]?.message).toMatch(message);
});

test('inputs are numbers or numbers as text; what is absent is named, also names that every object has', () => {
	expect(value('hours * rate', { hours: 31, rate: '50' })).toBe(1550);
	expect(codes('hours * rate', { hours: 31 })).toEqual(['formula-input-missing']);
	for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
		expect(codes(`${name} + 1`, {})).toEqual(['formula-input-missing']);
	for (const wrong of [null, '', ' ', true, 'many', NaN, Infinity, [1], { valueOf: () => 1 }])
		expect(codes('x', { x: wrong })).toEqual(['formula-input-missing']);
});

test('dividing by zero and numbers without end give no result', () => {
	expect(codes('1 / x', { x: 0 })).toEqual(['formula-division-by-zero']);
	expect(codes('x * x', { x: 1e200 })).toEqual(['formula-no-number']);
	expect(parseFormula('1'.repeat(2001), 'formula').ok).toBe(false);
});

type Tree = number | readonly [sign: '+' | '-' | '*', left: Tree, right: Tree];
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
	tree: fc.oneof(
		{ depthSize: 'small' },
		fc.integer({ min: -9, max: 9 }),
		fc.tuple(fc.constantFrom('+', '-', '*'), tie('tree'), tie('tree')),
	),
}));
const write = (node: Tree): string =>
	typeof node === 'number' ? String(node) : `(${write(node[1])} ${node[0]} ${write(node[2])})`;
const work = (node: Tree): number => {
	if (typeof node === 'number') return node;
	const [sign, left, right] = [node[0], work(node[1]), work(node[2])];
	return sign === '+' ? left + right : sign === '-' ? left - right : left * right;
};

test('every formula of whole numbers gives what working out its tree gives', () => {
	fc.assert(fc.property(tree, (node) => value(write(node)) === work(node) + 0));
});

test('no text makes it throw', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...'ab1.+-*/() ,$') }), (text) => {
			const outcome = evaluateFormula(text, { a: 1, b: 2 }, 'formula');
			expect(outcome.ok ? Number.isFinite(outcome.value) : outcome.issues.length > 0).toBe(true);
		}),
	);
});
