import type { FeaturePack, JointColumn, JointPack } from './BinnedMatrix';
import { createPace } from './createPace';
import type { Steps } from './Steps';

/** More bins than this would cost more to sum up for each pack than the pass over the rows saves. */
const MOST_BINS = 64;

interface GrowingJoint {
	readonly packs: JointPack[];
	readonly column: Uint8Array;
	bins: number;
}

function addDigit(joint: GrowingJoint, { column, features }: FeaturePack, states: number): void {
	const unit = joint.bins;
	const last = features.length;
	for (let row = 0; row < column.length; row++) {
		const code = column[row]!;
		joint.column[row]! += unit * (code === 0 ? last : code - 1);
	}
	joint.packs.push({ features, states });
	joint.bins *= states;
}

/**
 * Puts packs into common columns as long as their combinations are few. What a pass over such a column counts is then summed up for each
 * of its packs.
 *
 * @example
 * [...joinPacks([{ features: [0], column: Uint8Array.of(0, 1) }, { features: [1], column: Uint8Array.of(0, 1) }]).next().value[0].column]
 * // => [3, 0]
 */
export function* joinPacks(packs: readonly FeaturePack[]): Steps<readonly JointColumn[]> {
	const due = createPace();
	const joints: GrowingJoint[] = [];
	for (const [done, pack] of packs.entries()) {
		const states = pack.features.length + (pack.column.includes(0) ? 1 : 0);
		const last = joints.at(-1);
		const fits = last !== undefined && last.bins * states <= MOST_BINS;
		const joint = fits ? last : { packs: [], column: new Uint8Array(pack.column.length), bins: 1 };
		if (!fits) joints.push(joint);
		addDigit(joint, pack, states);
		if (due(pack.column.length / 2)) yield { stage: 'reading fields', done, total: packs.length };
	}
	return joints.map(({ packs: joined, column }) => ({ packs: joined, column }));
}
