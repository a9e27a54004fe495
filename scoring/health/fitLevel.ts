import type { WeeklyPoint } from './thinToWeeks';

/** What a history says about the present level and pace of a score, under one assumption of how restless the level is. */
export interface LevelFit {
	/** Level at the latest point, 0 to 100 or a little beyond. */
	readonly level: number;
	/** Points per week. */
	readonly drift: number;
	/** Variances and covariance of the two, in points squared. */
	readonly levelVariance: number;
	readonly driftVariance: number;
	readonly covariance: number;
	/** Variance of a single score around its level, in points squared. */
	readonly noise: number;
	/** Relative to the other assumptions. */
	readonly logLikelihood: number;
}

export interface Restlessness {
	/** Variance by which the level wanders in a week, as a share of the noise. */
	readonly wander: number;
	/** Variance of the pace between accounts (points per week, squared), as a share of the noise. */
	readonly pace: number;
}

/** What is believed of the noise before looking: a standard deviation of 2 points, worth this many observations. */
const USUAL_NOISE = { variance: 4, observations: 4 };

/**
 * Level and pace of weekly scores by a Kalman filter: the score is a level plus noise, the level moves by a steady pace and wanders.
 * The noise is estimated along the way and drawn towards a standard deviation of 2 points. Needs two points or more, oldest first.
 *
 * @example
 * fitLevel([{ on: '2024-01-01', value: 70, week: -2 }, { on: '2024-01-08', value: 70, week: -1 }, { on: '2024-01-15', value: 70, week: 0 }], { wander: 0.1, pace: 0.02 }).level
 * // => 70
 */
export function fitLevel(points: readonly WeeklyPoint[], { wander, pace }: Restlessness): LevelFit {
	const first = points[0] as WeeklyPoint;
	let level = first.value;
	let drift = 0;
	// All variances in units of the noise; the first score is taken as the level, give or take the noise.
	let [levelVariance, covariance, driftVariance] = [1, 0, pace];
	let squares = USUAL_NOISE.observations * USUAL_NOISE.variance;
	let logDeterminant = 0;
	for (let index = 1; index < points.length; index++) {
		const point = points[index] as WeeklyPoint;
		const weeks = point.week - (points[index - 1] as WeeklyPoint).week;
		level += drift * weeks;
		levelVariance += weeks * (2 * covariance + weeks * driftVariance + wander);
		covariance += weeks * driftVariance;
		const spread = levelVariance + 1;
		const surprise = point.value - level;
		const gain = levelVariance / spread;
		const driftGain = covariance / spread;
		level += gain * surprise;
		drift += driftGain * surprise;
		driftVariance -= driftGain * covariance;
		covariance -= gain * covariance;
		levelVariance -= gain * levelVariance;
		squares += (surprise * surprise) / spread;
		logDeterminant += Math.log(spread);
	}
	const count = points.length - 1 + USUAL_NOISE.observations;
	const noise = squares / count;
	return {
		level,
		drift,
		levelVariance: levelVariance * noise,
		driftVariance: driftVariance * noise,
		covariance: covariance * noise,
		noise,
		logLikelihood: -(logDeterminant + count * Math.log(squares)) / 2,
	};
}
