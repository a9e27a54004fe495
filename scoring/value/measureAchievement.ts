/** A goal in one unit; null is not observed. */
export interface Goal {
	readonly baseline: number | null;
	readonly target: number | null;
	readonly actual: number | null;
	readonly direction: 'higher_is_better' | 'lower_is_better';
}

export interface Achievement {
	/** actual / target: 95 against 85 is 1.118. null where the target is not above 0 or lower is better. */
	readonly rate: number | null;
	/** actual / target - 1: 140 against 85 is 0.647. */
	readonly overRate: number | null;
	/** How much of the way from the baseline to the target is done; 1 is reached. null without a baseline, or where target = baseline. */
	readonly progressRate: number | null;
	/** (actual - baseline) / |baseline|: from 40 h to 9 h is -0.775. */
	readonly changeRate: number | null;
	/** null: target or actual is not known. */
	readonly met: boolean | null;
}

/**
 * What was achieved of a target, by four measures that answer different questions, each null where it has no meaning.
 *
 * @example
 * measureAchievement({ baseline: 40, target: 10, actual: 9, direction: 'lower_is_better' })
 * // => { rate: null, overRate: null, progressRate: 31 / 30, changeRate: -0.775, met: true }
 */
export function measureAchievement({ baseline, target, actual, direction }: Goal): Achievement {
	const higher = direction === 'higher_is_better';
	const known = target !== null && actual !== null;
	const rate = known && higher && target > 0 ? actual / target : null;
	return {
		rate,
		overRate: known && higher && target > 0 ? (actual - target) / target : null,
		progressRate:
			known && baseline !== null && target !== baseline ? (actual - baseline) / (target - baseline) : null,
		changeRate:
			actual !== null && baseline !== null && baseline !== 0
				? (actual - baseline) / Math.abs(baseline)
				: null,
		met: known ? (higher ? actual >= target : actual <= target) : null,
	};
}
