import { daysBetween } from '../core/daysBetween';
import { fitLevel, type Restlessness } from './fitLevel';
import { thinToWeeks, type ScorePoint } from './thinToWeeks';

/** A score to be expected on a later day, 0 to 100. */
export interface Projection {
	readonly value: number;
	/** Four of five later scores lie from `low` to `high`. */
	readonly low: number;
	readonly high: number;
}

const LEAST_POINTS = 6;
/** An older past says little about the pace of today. */
const WINDOW_WEEKS = 20;
/** A history that ended longer ago than this is no ground for a projection. */
const LONGEST_SILENCE_DAYS = 45;
/** A pace keeps this share of itself from week to week: no account falls or rises for ever. */
const DAMPING = 0.9;
/** What no history foretells (a champion leaves, a rollout starts): variance in points squared that every week ahead adds. */
const UNFORESEEN = 0.5;
/** Standard deviations on either side that hold 80 % of a normal distribution. */
const Z_80 = 1.2816;
const ASSUMPTIONS: readonly Restlessness[] = [0.005, 0.05, 0.2, 0.8].flatMap((wander) =>
	[0.001, 0.03, 0.15].map((pace) => ({ wander, pace })),
);

/**
 * Where a score will be `horizonDays` (30 or 90; any up to 365) after `asOfOn`, with an interval that holds 80 % of later scores.
 * Present level and pace come from weekly points of the last 20 weeks (`fitLevel`), averaged over assumptions of how restless the
 * account is, each weighted by how well it explains the history; the pace fades by a tenth a week. Held within 0 to 100.
 * null with fewer than six weekly points, or when the latest is more than 45 days old.
 *
 * @example
 * projectScore([{ on: '2024-01-15', value: 70 }], '2024-01-15', 30)
 * // => null
 */
export function projectScore(
	points: readonly ScorePoint[],
	asOfOn: string,
	horizonDays: number,
): Projection | null {
	const weekly = thinToWeeks(points.filter((point) => point.on <= asOfOn)).filter(
		(point) => point.week >= -WINDOW_WEEKS - 0.5,
	);
	const silence = daysBetween(weekly.at(-1)?.on, asOfOn);
	if (weekly.length < LEAST_POINTS || silence === null || silence > LONGEST_SILENCE_DAYS) return null;
	const weeks = (horizonDays + silence) / 7;
	const reach = (1 - DAMPING ** weeks) / -Math.log(DAMPING);
	const fits = ASSUMPTIONS.map((assumption) => ({
		...fitLevel(weekly, assumption),
		wander: assumption.wander,
	}));
	const best = Math.max(...fits.map((fit) => fit.logLikelihood));
	let total = 0;
	let centre = 0;
	let square = 0;
	for (const fit of fits) {
		const weight = Math.exp(fit.logLikelihood - best);
		const expected = fit.level + fit.drift * reach;
		const variance =
			fit.levelVariance +
			2 * reach * fit.covariance +
			reach * reach * fit.driftVariance +
			fit.noise * (1 + fit.wander * weeks) +
			UNFORESEEN * weeks;
		total += weight;
		centre += weight * expected;
		square += weight * (variance + expected * expected);
	}
	const value = centre / total;
	const margin = Z_80 * Math.sqrt(Math.max(0, square / total - value * value));
	return { value: hold(value), low: hold(value - margin), high: hold(value + margin) };
}

function hold(score: number): number {
	return Math.min(100, Math.max(0, score));
}
