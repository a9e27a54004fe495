import { roundHalfUp } from '../core/roundHalfUp';

/** A probability in percent or a risk of one account on a day, with its reasons. */
export interface RunState {
	/** 0 to 100; null: not enough data then. */
	readonly value: number | null;
	/** What added to it (above 0) or took from it: field and size in any one unit. Absent: not kept. */
	readonly reasons?: readonly { readonly field: string; readonly size: number }[];
}

export interface RunComparison {
	/** Points since the last run; null: nothing to compare with. */
	readonly delta: number | null;
	/** Points against 30 days earlier. */
	readonly change30d: number | null;
	/** The same as share of what it was: 78 to 45 is -0.42; by 30 days, else since the last run. */
	readonly relative: number | null;
	/** By the change of 30 days, else since the last run; null: neither known. */
	readonly direction: 'escalating' | 'stable' | 'easing' | null;
	/** As health trends are called, for cs_scores. */
	readonly trend: 'improving' | 'stable' | 'declining' | 'critical' | null;
	/** Fields among the reasons now and not before, before and not now. */
	readonly newReasons: readonly string[];
	readonly goneReasons: readonly string[];
	/** "escalating (+34 points in 30 days)" */
	readonly words: string;
}

/** Smaller moves are noise of the data. */
const WORTH_SAYING = 5;
const ALARMING = 15;

/**
 * What changed since the last run and against 30 days earlier, in points (39 to 73 is +34, "escalating"), and which reasons came and went. 30 days
 * decide the direction, because a day's move is mostly noise. What is not known is null, never 0.
 *
 * @example
 * compareRuns({ value: 73 }, { value: 71 }, { value: 39 }).words
 * // => 'escalating (+34 points in 30 days, +2 since the last run)'
 */
export function compareRuns(
	now: RunState,
	previous: RunState | null,
	days30: RunState | null,
): RunComparison {
	const delta = differenceOf(now, previous);
	const change30d = differenceOf(now, days30);
	const move = change30d ?? delta;
	const then = (change30d === null ? previous : days30)?.value ?? null;
	const relative = move === null || then === null || then === 0 ? null : move / then;
	const direction =
		move === null ? null : move >= WORTH_SAYING ? 'escalating' : move <= -WORTH_SAYING ? 'easing' : 'stable';
	const trend =
		direction === null || direction === 'stable'
			? direction
			: direction === 'easing'
				? 'improving'
				: (move as number) >= ALARMING
					? 'critical'
					: 'declining';
	const before = days30?.reasons ?? previous?.reasons;
	const compared = now.reasons !== undefined && before !== undefined;
	const newReasons = compared ? fieldsWithout(now.reasons, before) : [];
	const goneReasons = compared ? fieldsWithout(before, now.reasons) : [];
	const words = wordChanges(direction, delta, change30d);
	return { delta, change30d, relative, direction, trend, newReasons, goneReasons, words };
}

function differenceOf(now: RunState, then: RunState | null): number | null {
	if (now.value === null || then === null || then.value === null) return null;
	return now.value - then.value;
}

function fieldsWithout(
	reasons: readonly { readonly field: string }[],
	others: readonly { readonly field: string }[],
): string[] {
	const held = new Set(others.map(({ field }) => field));
	return reasons.map(({ field }) => field).filter((field) => !held.has(field));
}

function wordChanges(
	direction: RunComparison['direction'],
	delta: number | null,
	change30d: number | null,
): string {
	if (direction === null) return 'no earlier run to compare with';
	const parts = [
		...(change30d === null ? [] : [`${signed(change30d)} points in 30 days`]),
		...(delta === null ? [] : [`${signed(delta)}${change30d === null ? ' points' : ''} since the last run`]),
	];
	return `${direction} (${parts.join(', ')})`;
}

function signed(points: number): string {
	const rounded = roundHalfUp(points * 10) / 10;
	return rounded > 0 ? `+${rounded}` : String(rounded);
}
