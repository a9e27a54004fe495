import type { AlertLevel, Audience } from './alertLevels';
import { churnSubject } from './churnSubject';

/** Churn probabilities in percent from which somebody is told, 0 to 100; 0 switches a level off. */
export interface ChurnThresholds {
	/** CSM and account executive. */
	readonly alertAbove: number;
	/** Executives. */
	readonly executiveAbove: number;
}

/**
 * The alert levels of two churn thresholds, lowest threshold first (the least severe, as with health). Equal thresholds are one level that tells
 * everybody.
 *
 * @example
 * churnAlertLevels({ alertAbove: 70, executiveAbove: 85 }).map((level) => level.cause)
 * // => ['churn_above_70', 'churn_above_85']
 */
export function churnAlertLevels({ alertAbove, executiveAbove }: ChurnThresholds): readonly AlertLevel[] {
	const level = (
		below: number,
		audiences: readonly Audience[],
		priority: AlertLevel['priority'],
	): AlertLevel => ({ below, cause: `${churnSubject.causePrefix}${below}`, audiences, priority });
	if (alertAbove === executiveAbove) return [level(alertAbove, ['account team', 'executives'], 'critical')];
	const levels = [
		level(alertAbove, ['account team'], 'high'),
		level(executiveAbove, ['executives'], 'critical'),
	];
	return levels.sort((left, right) => left.below - right.below);
}
