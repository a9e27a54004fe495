import type { SurvivalCurve, SurvivalStep } from './SurvivalCurve';

/** Normal quantile of 97.5 %. */
const Z = 1.959963984540054;
/** R's tolerance for "exactly one half". */
const HALF_TOLERANCE = 1.490116119384766e-8;

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

/**
 * Kaplan-Meier estimate of how long rows last: `durations` in any unit (0 or more), `happened` 1 when the row ended then, 0 when it was last
 * seen then (censored, which counts as after the events of that time). Standard error by Greenwood, 95 % limits on the log scale as in R's
 * survfit (conf.type = "log"): survival * exp(-+1.96 * standard error / survival), at most 1. Durations that are not finite are left out.
 *
 * @example
 * estimateSurvival([1, 2, 2, 3], [1, 1, 0, 0]).steps[1].survival
 * // => 0.5
 */
export function estimateSurvival(durations: ArrayLike<number>, happened: ArrayLike<number>): SurvivalCurve {
	const kept = Int32Array.from({ length: durations.length }, (_, row) => row).filter((row) => {
		const duration = durations[row]!;
		return duration >= 0 && duration - duration === 0;
	});
	const order = kept.sort((a, b) => durations[a]! - durations[b]! || a - b);
	const steps: SurvivalStep[] = [];
	let survival = 1;
	let hazardVariance = 0;
	let total = 0;
	for (let first = 0; first < order.length; ) {
		const time = durations[order[first]!]!;
		const atRisk = order.length - first;
		let events = 0;
		for (; first < order.length && durations[order[first]!] === time; first++) {
			if (happened[order[first]!] === 1) events++;
		}
		if (events === 0) continue;
		total += events;
		const left = atRisk - events;
		survival *= left / atRisk;
		if (left > 0) hazardVariance += events / (atRisk * left);
		const error = Math.sqrt(hazardVariance);
		steps.push({
			time,
			atRisk,
			events,
			survival,
			standardError: left > 0 ? survival * error : null,
			low: left > 0 ? survival * Math.exp(-Z * error) : null,
			high: left > 0 ? Math.min(1, survival * Math.exp(Z * error)) : null,
		});
	}
	return {
		steps,
		rows: order.length,
		events: total,
		median: crossing(steps, (step) => step.survival),
		medianLow: crossing(steps, (step) => step.low),
		medianHigh: crossing(steps, (step) => step.high),
	};
}
