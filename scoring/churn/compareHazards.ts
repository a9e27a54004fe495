import type { HazardCurves } from '../learn/Hazard';
import { periodsOf } from '../learn/periodsOf';
import type { Steps } from '../learn/Steps';
import type { Life, LifeCurves } from './Lifetime';
import { plainHazards } from './plainHazards';

const CLIP = 1e-15;
const LIVES_PER_STEP = 5_000;

/**
 * Writes into `into`, by life, the log-loss of the plain curve of its group (of all where the group has none, or was not seen for that long) less that of the model's curve, summed over the intervals of
 * age in which it was watched; what a life does not tell stays as it is. `rows`: the lives that row 0, 1, ... of the model's curves belong to.
 *
 * @example
 * compareHazards([], new Int32Array(0), { plain: { all: { curve: null } }, curves: { cuts: [0], rows: 0, survival: new Float64Array(0) } }, new Float64Array(0)).next().done
 * // => true
 */
export function* compareHazards(
	lives: readonly Life[],
	rows: Int32Array,
	rivals: { readonly plain: LifeCurves; readonly curves: HazardCurves },
	into: Float64Array,
): Steps<void> {
	const { cuts, survival } = rivals.curves;
	const intervals = cuts.length - 1;
	const ofAll = rivals.plain.all.curve === null ? null : plainHazards(rivals.plain.all.curve, cuts);
	if (ofAll === null) return;
	const ofGroup = new Map(
		rivals.plain.groups.flatMap(({ group, curve }) =>
			curve === null ? [] : [[group, plainHazards(curve, cuts)] as const],
		),
	);
	for (let index = 0; index < rows.length; index++) {
		if (index % LIVES_PER_STEP === 0) {
			yield { stage: 'comparing the curves', done: index, total: rows.length };
		}
		const life = lives[rows[index]!]!;
		const plain = ofGroup.get(life.group) ?? ofAll;
		const { from, to } = periodsOf(life.age, life.churned ? 1 : 0, cuts, life.entry);
		if (to <= from) continue;
		let difference = 0;
		for (let interval = from; interval < to; interval++) {
			const own = plain[interval]!;
			const rival = Number.isNaN(own) ? ofAll[interval]! : own;
			if (Number.isNaN(rival)) continue;
			const ended = life.churned && life.age <= cuts[interval + 1]!;
			const before = interval === 0 ? 1 : survival[index * intervals + interval - 1]!;
			const modelled = 1 - survival[index * intervals + interval]! / before;
			difference += lossOf(rival, ended) - lossOf(modelled, ended);
		}
		into[rows[index]!] = difference;
	}
}

function lossOf(hazard: number, ended: boolean): number {
	const told = ended ? hazard : 1 - hazard;
	return -Math.log(Math.min(Math.max(told, CLIP), 1 - CLIP));
}
