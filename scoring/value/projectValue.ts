import { netPresentValue } from './netPresentValue';
import { computeReturn, type Return } from '../measures/ledger/computeReturn';

/** A year as it is planned; amounts in whole minor units of one currency. */
export interface ProjectedYear {
	/** Parts of the value by name; null: not known. */
	readonly parts: Readonly<Record<string, number | null>>;
	/** What the year costs; null: not known. */
	readonly costMinor: number | null;
}

export interface TrajectoryYear {
	/** 1 for the first year. */
	readonly year: number;
	readonly valueMinor: number | null;
	readonly costMinor: number | null;
	/** Value up to and with this year. */
	readonly cumulativeMinor: number | null;
	readonly cumulativeCostMinor: number | null;
}

export interface Trajectory {
	readonly years: readonly TrajectoryYear[];
	readonly totalMinor: number | null;
	readonly totalCostMinor: number | null;
	/** Of all years: total value against total cost, never against one year's cost. */
	readonly overall: Return;
	/** Of value minus cost, each at the end of its year, whole minor units. */
	readonly npvMinor: number | null;
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/**
 * Adds up a value trajectory over years: each year's value from its parts, cumulative sums, ROI of all years over the cost of all years, and
 * the net present value. A part or cost that is not known makes the sums from there on null, never smaller.
 *
 * @param discountRate per year, 0.1 is 10 %
 *
 * @example
 * projectValue([{ parts: { savings: 560, growth: 120 }, costMinor: 875 }, { parts: { savings: 580, growth: 200 }, costMinor: 875 }], 0).totalMinor
 * // => 1460
 */
export function projectValue(planned: readonly ProjectedYear[], discountRate: number): Trajectory {
	const years: TrajectoryYear[] = [];
	let value: number | null = 0;
	let cost: number | null = 0;
	for (const [index, { parts, costMinor }] of planned.entries()) {
		const amounts = Object.values(parts);
		const valueMinor = amounts.length === 0 ? null : amounts.reduce(plus, 0);
		value = plus(value, valueMinor);
		cost = plus(cost, costMinor);
		years.push({
			year: index + 1,
			valueMinor,
			costMinor,
			cumulativeMinor: value,
			cumulativeCostMinor: cost,
		});
	}
	const totalMinor = years.length === 0 ? null : value;
	const totalCostMinor = years.length === 0 ? null : cost;
	const flows = years.map(({ valueMinor, costMinor }) =>
		valueMinor === null || costMinor === null ? null : valueMinor - costMinor,
	);
	return {
		years,
		totalMinor,
		totalCostMinor,
		overall: computeReturn(totalMinor, totalCostMinor),
		npvMinor: years.length === 0 ? null : netPresentValue([0, ...flows], discountRate),
	};
}
