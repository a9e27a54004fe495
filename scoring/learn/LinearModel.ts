/** One column of the design matrix: how it is made from a feature. Missing is the feature's median in the value terms and 1 in `missing`. */
export interface LinearTerm {
	readonly feature: number;
	/** value: the number; missing: 1 when not observed; spline: natural cubic term; point: 1 when it equals `at`. */
	readonly basis: 'value' | 'missing' | 'spline' | 'point';
	/** Of a spline: its knots and which term of the basis it is. */
	readonly knots?: readonly number[];
	readonly index?: number;
	readonly at?: number;
	/** What stands for a missing value. */
	readonly fill: number;
	/** Fences: a value beyond them counts as the fence, in training and later, so that a slip of the pen (1e30) moves nothing else. */
	readonly low?: number;
	readonly high?: number;
	readonly mean: number;
	readonly scale: number;
}

/** Ridge logistic regression on standardised terms: log-odds = intercept + sum of coefficient * (term - mean) / scale. */
export interface LinearModel {
	readonly terms: readonly LinearTerm[];
	readonly coefficients: readonly number[];
	readonly intercept: number;
	readonly lambda: number;
	/** Mean log-loss by approximate leave-one-out; null when lambda was given. */
	readonly leaveOneOut: number | null;
}
