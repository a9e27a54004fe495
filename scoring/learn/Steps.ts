/** How far a long computation is: "growing trees", 12 of 300. */
export interface Progress {
	/** Stable words for people: `reading fields`, `fitting the linear model`, `boosting trees`, `growing the forest`, `testing the signal`. */
	readonly stage: string;
	readonly done: number;
	readonly total: number;
}

/**
 * A long computation in steps of at most 50 ms: whoever runs it may do other things between two steps, report them, or stop
 * (call `return`). Its result is the generator's return value.
 */
export type Steps<Result> = Generator<Progress, Result, void>;
