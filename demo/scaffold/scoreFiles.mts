/** The files of a new score: the function with an executed example, and its property test. */
export function scoreFiles(family: string, name: string): Record<string, string> {
	const noun = name[0]!.toUpperCase() + name.slice(1);
	return {
		[`scoring/${family}/${name}.ts`]: `export interface ${noun}Input {
	/** 0 to 100; null: not observed. */
	readonly value: number | null;
}

/**
 * Passes an observed value on, kept within 0 to 100. Missing stays null, never 0.
 *
 * @example
 * ${name}({ value: 120 })
 * // => 100
 */
export function ${name}(input: ${noun}Input): number | null {
	return input.value === null ? null : Math.min(100, Math.max(0, input.value));
}
`,
		[`test/scoring/${family}/${name}.test.ts`]: `import * as fc from 'fast-check';
import { ${name} } from '../../../scoring/${family}/${name}';

test('a missing value stays missing', () => {
	expect(${name}({ value: null })).toBeNull();
});

test('the result lies within 0 to 100', () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true }), (value) => {
			const result = ${name}({ value });
			return result !== null && result >= 0 && result <= 100;
		}),
	);
});
`,
	};
}
