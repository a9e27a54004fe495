import type { WeightRow } from './WeightAdvice';

/** The components of a score by row, ready to be weighed. */
export interface Components {
	readonly names: readonly string[];
	/** Present shares, sum 1. */
	readonly current: readonly number[];
	/** Points 0 to 1 by component and row; NaN: not observed. */
	readonly columns: readonly Float64Array[];
	/** The same with each gap filled by the mean of its column. */
	readonly filled: readonly Float64Array[];
	/** Share of rows in which it was observed. */
	readonly coverage: readonly number[];
	/** 1: churned. */
	readonly labels: Uint8Array;
	/** Indices of the components that can be judged: observed, and not always the same. */
	readonly free: readonly number[];
}

/**
 * Lays out what scores were made of. The components are those that have a present weight of 0 or more; without any weights all that occur count alike.
 * One that was never observed or never differs can't be judged and keeps its weight.
 *
 * @example
 * readComponents([{ churned: true, components: { a: 20, b: null } }, { churned: false, components: { a: 60 } }], { a: 30, b: 10 }).free
 * // => [0]
 */
export function readComponents(
	rows: readonly WeightRow[],
	weights: Readonly<Record<string, number>>,
): Components {
	const given = Object.keys(weights).filter((name) => (weights[name] as number) >= 0);
	const seen = [...new Set(rows.flatMap(({ components }) => Object.keys(components)))].sort();
	const names = given.length > 0 ? given : seen;
	const raw = names.map((name) => (given.length > 0 ? (weights[name] as number) : 1));
	const sum = raw.reduce((total, weight) => total + weight, 0);
	const columns = names.map((name) =>
		Float64Array.from(rows, ({ components }) => {
			const points = components[name] ?? null;
			return points === null || !Number.isFinite(points) ? NaN : points / 100;
		}),
	);
	const observed = columns.map((column) => column.filter((points) => !Number.isNaN(points)));
	const means = observed.map((column) => column.reduce((total, points) => total + points, 0) / column.length);
	return {
		names,
		current: raw.map((weight) => (sum > 0 ? weight / sum : 1 / names.length)),
		columns,
		filled: columns.map((column, index) =>
			column.map((points) => (Number.isNaN(points) ? (means[index] as number) : points)),
		),
		coverage: observed.map((column) => (rows.length === 0 ? 0 : column.length / rows.length)),
		labels: Uint8Array.from(rows, ({ churned }) => (churned ? 1 : 0)),
		free: names
			.map((_, index) => index)
			.filter((index) => observed[index]?.some((points, _at, all) => points !== all[0])),
	};
}
