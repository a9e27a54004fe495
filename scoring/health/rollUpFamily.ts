import { mean } from '../core/mean';
import { roundHalfUp } from '../core/roundHalfUp';
import { bandOf } from './bandOf';
import type { Band } from './Scorecard';

export type FamilyMethod = 'arr_weighted' | 'mean' | 'worst';

/** A child account of a parent. */
export interface FamilyMember {
	readonly accountId: string;
	readonly name: string | null;
	/** Unrounded, 0 to 100; null: insufficient data. */
	readonly value: number | null;
	/** 0 to 1 */
	readonly coverage: number;
	/** ARR in minor units, of all children in one currency; null: unknown. */
	readonly arrMinor: number | null;
}

export interface FamilyScore {
	/** Unrounded, 0 to 100; null: no child is scored. */
	readonly value: number | null;
	readonly rounded: number | null;
	readonly band: string | null;
	/** Share of the children's weight that was observed, 0 to 1; an unscored child counts as not observed. */
	readonly coverage: number;
	readonly scored: number;
	readonly insufficient: number;
	/** The child with the lowest score. */
	readonly worst: { readonly accountId: string; readonly name: string | null; readonly value: number } | null;
	/** One sentence for a person. */
	readonly words: string;
}

/**
 * Health of a parent account from its children: their mean weighted by ARR, their plain mean, or the worst of them. A child that is not
 * scored is in no mean and lowers the coverage. With `arr_weighted` a child of unknown ARR weighs as much as the mean of the known ones;
 * when none of the scored children has ARR the plain mean is taken; both are said. The worst child is always named: a mean hides it.
 *
 * @example
 * rollUpFamily([{ accountId: 'a', name: 'North', value: 90, coverage: 1, arrMinor: 300 }, { accountId: 'b', name: 'South', value: 50, coverage: 1, arrMinor: 100 }], 'arr_weighted', HEALTH_BANDS).words
 * // => '80 (good), ARR-weighted mean of 2 children; worst: South with 50'
 */
export function rollUpFamily(
	children: readonly FamilyMember[],
	method: FamilyMethod,
	bands: readonly Band[],
): FamilyScore {
	const known = children.flatMap((child) => child.arrMinor ?? []);
	const usual = mean(known) ?? 0;
	const weighs = (child: FamilyMember): boolean => child.value !== null && (child.arrMinor ?? usual) > 0;
	const byArr = method === 'arr_weighted' && children.some(weighs);
	const members = children.map((child) => ({ ...child, weight: byArr ? (child.arrMinor ?? usual) : 1 }));
	let all = 0;
	let observed = 0;
	let scoredWeight = 0;
	let sum = 0;
	let worst: FamilyScore['worst'] = null;
	for (const { accountId, name, value, coverage, weight } of members) {
		all += weight;
		if (value === null) continue;
		observed += weight * coverage;
		scoredWeight += weight;
		sum += weight * value;
		if (worst === null || value < worst.value) worst = { accountId, name, value };
	}
	const scored = children.filter((child) => child.value !== null).length;
	const average = scoredWeight > 0 ? sum / scoredWeight : null;
	const value = method === 'worst' ? (worst?.value ?? null) : average;
	const band = bandOf(value, bands)?.id ?? null;
	const assumed = byArr ? children.length - known.length : 0;
	const family = {
		value,
		rounded: value === null ? null : roundHalfUp(value),
		band,
		coverage: all > 0 ? observed / all : 0,
		scored,
		insufficient: children.length - scored,
		worst,
	};
	return { ...family, words: wordFamily(family, method, byArr, assumed) };
}

function wordFamily(
	{ rounded, band, scored, insufficient, worst }: Omit<FamilyScore, 'words'>,
	method: FamilyMethod,
	byArr: boolean,
	assumed: number,
): string {
	if (rounded === null || worst === null) return 'Not enough data: no child is scored';
	const unscored = insufficient > 0 ? ` (${insufficient} without enough data)` : '';
	const how =
		method === 'worst'
			? 'worst'
			: byArr
				? 'ARR-weighted mean'
				: method === 'mean'
					? 'mean'
					: 'mean (no ARR to weigh by)';
	const guess =
		assumed > 0
			? `; ${assumed} of unknown ARR ${assumed === 1 ? 'weighs' : 'weigh'} as the others on average`
			: '';
	const low = roundHalfUp(worst.value);
	return `${rounded} (${band ?? 'no band'}), ${how} of ${scored} ${scored === 1 ? 'child' : 'children'}${unscored}${guess}; worst: ${worst.name ?? worst.accountId} with ${low}`;
}
