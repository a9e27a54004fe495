import type { Issue } from '../core/issue';

/** One number that the calculation assumes. */
export interface Assumption {
	/** As it is called in formulas. */
	readonly name: string;
	readonly label: string;
	/** Major units for money; null: not known, and what needs it is left out. */
	readonly base: number | null;
	/** null: no range, it does not vary. */
	readonly low: number | null;
	readonly high: number | null;
	/** Where it comes from; null: nobody said. */
	readonly source: string | null;
}

/** One part of what waiting costs, per month. */
export interface InactionComponent {
	readonly id: string;
	readonly label: string;
	/** Money per month in major units, over the names of the assumptions. */
	readonly formula: string;
}

export interface InactionModel {
	readonly components: readonly InactionComponent[];
	readonly assumptions: readonly Assumption[];
	/** ISO 4217 of all money in it. */
	readonly currency: string;
}

export interface ComponentCost {
	readonly id: string;
	readonly label: string;
	readonly formula: string;
	/** First month, whole minor units. */
	readonly monthlyMinor: number;
	/** Over all months with growth, whole minor units. */
	readonly totalMinor: number;
}

/** One bar of the tornado: the total when this assumption alone is at its low or high end. */
export interface TornadoBar {
	readonly name: string;
	readonly label: string;
	readonly low: number;
	readonly high: number;
	readonly atLowMinor: number;
	readonly atHighMinor: number;
	/** Distance of the two totals, whole minor units. */
	readonly swingMinor: number;
}

export interface InactionCost {
	readonly components: readonly ComponentCost[];
	/** Sum of the components; null: none could be worked out. */
	readonly totalMinor: number | null;
	/** Every assumption at the end that gives the lower total, and the higher one. Exact where each acts in one direction. */
	readonly lowMinor: number | null;
	readonly highMinor: number | null;
	/** Longest bar first. */
	readonly tornado: readonly TornadoBar[];
	/** What the solution costs over the same months; null: no price is given. */
	readonly solutionMinor: number | null;
	/** Total minus solution. */
	readonly netMinor: number | null;
	readonly months: number;
	/** Components that were left out, and why. */
	readonly leftOut: readonly Issue[];
}
