import { estimateSurvival } from '../learn/estimateSurvival';
import { indexSurvival } from '../learn/indexSurvival';
import type { Progress, Steps } from '../learn/Steps';
import type { GroupCurve, Life, LifeCurves } from './Lifetime';

/** With fewer churns there is no curve, only a base rate. */
const FEWEST_CHURNS = 5;
const MOST_GROUPS = 50;

/**
 * Kaplan-Meier curves of all lives and of each group, in months. A group with fewer than five churns has no curve; groups beyond the 50 largest are not told apart.
 * Lives without a group count among all. `z`: standard errors of the limits.
 *
 * @example
 * lifeCurves([], 1.645).next().value
 * // => { stage: 'drawing the curves', done: 0, total: 3 }
 */
export function* lifeCurves(lives: readonly Life[], z: number): Steps<LifeCurves> {
	const byGroup = new Map<string, Life[]>();
	for (const life of lives) {
		if (life.group === null) continue;
		const list = byGroup.get(life.group);
		if (list === undefined) byGroup.set(life.group, [life]);
		else list.push(life);
	}
	const largest = [...byGroup].sort(
		([a, { length: some }], [b, { length: others }]) => others - some || (a < b ? -1 : 1),
	);
	const groups: GroupCurve[] = [];
	for (const [group, own] of largest.slice(0, MOST_GROUPS)) groups.push(yield* curveOf(group, own, z));
	return {
		all: yield* curveOf(null, lives, z),
		groups,
		groupsLeftOut: Math.max(0, largest.length - MOST_GROUPS),
	};
}

function* curveOf(group: string | null, lives: readonly Life[], z: number): Steps<GroupCurve> {
	const at = (done: number): Progress => ({ stage: 'drawing the curves', done, total: 3 });
	yield at(0);
	const churned = lives.reduce((sum, life) => sum + (life.churned ? 1 : 0), 0);
	const months = lives.reduce((sum, { age, entry }) => sum + age - entry, 0);
	const known = { group, lives: lives.length, churned, months };
	if (churned < FEWEST_CHURNS) return { ...known, curve: null };
	const ages = Float64Array.from(lives, ({ age }) => age);
	const entries = Float64Array.from(lives, ({ entry }) => entry);
	const happened = Uint8Array.from(lives, (life) => (life.churned ? 1 : 0));
	yield at(1);
	const curve = estimateSurvival(ages, happened, { entries, z });
	yield at(2);
	return { ...known, curve: indexSurvival(curve) };
}
