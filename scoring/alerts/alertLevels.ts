/** Who is told at a level: the account's own people (CSM and account executive) or the executives. */
export type Audience = 'account team' | 'executives';

/** Scores under which somebody is told, 0 to 100; 0 switches a level off, because no score lies under it. */
export interface AlertThresholds {
	/** CSM and account executive. Framework: 70. */
	readonly alertBelow: number;
	/** Executives. Framework: 50. */
	readonly executiveBelow: number;
}

export interface AlertLevel {
	/** The threshold: alerts when the rounded score is less than this; where high is bad, when it is this or more. */
	readonly below: number;
	/** `health_below_70` */
	readonly cause: string;
	readonly audiences: readonly Audience[];
	readonly priority: 'critical' | 'high';
}

/**
 * The alert levels of two thresholds, highest threshold first. Equal thresholds are one level that tells everybody, so that nobody is
 * told twice for one cause. Source: outreach rule "health score drops below 70: CSM and account executive; below 50: executive team".
 *
 * @example
 * alertLevels({ alertBelow: 70, executiveBelow: 50 }).map((level) => level.cause)
 * // => ['health_below_70', 'health_below_50']
 */
export function alertLevels({ alertBelow, executiveBelow }: AlertThresholds): readonly AlertLevel[] {
	const level = (
		below: number,
		audiences: readonly Audience[],
		priority: AlertLevel['priority'],
	): AlertLevel => ({ below, cause: `health_below_${below}`, audiences, priority });
	if (alertBelow === executiveBelow) return [level(alertBelow, ['account team', 'executives'], 'critical')];
	const levels = [
		level(alertBelow, ['account team'], 'high'),
		level(executiveBelow, ['executives'], 'critical'),
	];
	return levels.sort((left, right) => right.below - left.below);
}
