/** One step of a formula in reverse Polish order. */
export type FormulaStep =
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'input'; readonly name: string }
	| { readonly kind: 'negate' }
	| { readonly kind: 'operator'; readonly sign: '+' | '-' | '*' | '/' };

/** A formula that was read: what it calculates with, and the steps in order. */
export interface Formula {
	readonly text: string;
	readonly steps: readonly FormulaStep[];
	/** Names of its inputs, each once, in the order they appear. */
	readonly inputs: readonly string[];
}

/** Values by input name. */
export type FormulaInputs = Readonly<Record<string, unknown>>;
