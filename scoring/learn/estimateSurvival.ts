import type { SurvivalCurve, SurvivalStep } from './SurvivalCurve';

/** Normal quantile of 97.5 %. */
const Z = 1.959963984540054;
/** R's tolerance for "exactly one half". */
const HALF_TOLERANCE = 1.490116119384766e-8;

export interface SurvivalOptions {
	/**
	 * Time since which each row was watched (delayed entry, left truncation): it counts from after then on. 0, negative or NaN: from its start. A
	 * row that was watched only when it had ended is left out.
	 */
	readonly entries?: ArrayLike<number>;
	/** Standard errors that the limits reach; default 1.96: 95 %. */
	readonly z?: number;
}

function crossing(
	steps: readonly SurvivalStep[],
	curve: (step: SurvivalStep) => number | null,
): number | null {
	for (const [index, step] of steps.entries()) {
		const share = curve(step);
		if (share === null || share > 0.5 + HALF_TOLERANCE) continue;
		const next = steps[index + 1];
		return share > 0.5 - HALF_TOLERANCE && next ? (step.time + next.time) / 2 : step.time;
	}
	return null;
}

/** From the first to the last time at which nobody was watched, though somebody was later. */
function findGap(entries: Float64Array, exits: Float64Array): SurvivalCurve['gap'] {
	let from = Infinity;
	let to = -Infinity;
	let ended = 0;
	for (let entered = 0; entered < entries.length; entered++) {
		const entry = entries[entered]!;
		while (ended < exits.length && exits[ended]! <= entry) ended++;
		// A gap: all who came before have ended when the next one comes.
		if (ended < entered || entry === -Infinity) continue;
		from = Math.min(from, entered === 0 ? 0 : exits[entered - 1]!);
		to = entry;
	}
	return to > -Infinity ? { from, to } : null;
}

/**
 * Kaplan-Meier estimate of how long rows last: `durations` in any unit (0 or more), `happened` 1 when the row ended then, 0 when it was last
 * seen then (censored, which counts as after the events of that time). Standard error by Greenwood, limits on the log scale as in R's
 * survfit (conf.type = "log"): survival * exp(-+z * standard error / survival), at most 1. Durations that are not finite are left out.
 * With `entries` a row is at risk only at times after its own, as in R's Surv(entry, duration, happened).
 *
 * @example
 * estimateSurvival([1, 2, 2, 3], [1, 1, 0, 0]).steps[1].survival
 * // => 0.5
 */
export function estimateSurvival(
	durations: ArrayLike<number>,
	happened: ArrayLike<number>,
	{ entries, z = Z }: SurvivalOptions = {},
): SurvivalCurve {
	const exits = new Float64Array(durations.length);
	const starts = new Float64Array(durations.length);
	const ends = new Float64Array(durations.length);
	let rows = 0;
	let total = 0;
	for (let row = 0; row < durations.length; row++) {
		const duration = durations[row]!;
		const given = entries === undefined ? 0 : entries[row]!;
		const entry = given > 0 ? given : -Infinity;
		if (!(duration >= 0) || duration === Infinity || duration <= entry) continue;
		exits[rows] = duration;
		starts[rows++] = entry;
		if (happened[row] === 1) ends[total++] = duration;
	}
	const sortedExits = exits.slice(0, rows).sort();
	const sortedEntries = starts.slice(0, rows).sort();
	const times = ends.slice(0, total).sort();
	const steps: SurvivalStep[] = [];
	let survival = 1;
	let hazardVariance = 0;
	let [entered, ended] = [0, 0];
	for (let first = 0; first < total; ) {
		const time = times[first]!;
		let events = 0;
		for (; first < total && times[first] === time; first++) events++;
		while (entered < rows && sortedEntries[entered]! < time) entered++;
		while (ended < rows && sortedExits[ended]! < time) ended++;
		const atRisk = entered - ended;
		const left = atRisk - events;
		survival *= left / atRisk;
		if (left > 0) hazardVariance += events / (atRisk * left);
		const error = Math.sqrt(hazardVariance);
		const told = survival > 0;
		steps.push({
			time,
			atRisk,
			events,
			survival,
			standardError: told ? survival * error : null,
			low: told ? survival * Math.exp(-z * error) : null,
			high: told ? Math.min(1, survival * Math.exp(z * error)) : null,
		});
	}
	return {
		steps,
		rows,
		events: total,
		median: crossing(steps, (step) => step.survival),
		medianLow: crossing(steps, (step) => step.low),
		medianHigh: crossing(steps, (step) => step.high),
		entries: sortedEntries,
		exits: sortedExits,
		gap: findGap(sortedEntries, sortedExits),
	};
}
