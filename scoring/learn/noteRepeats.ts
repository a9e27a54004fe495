import type { Issue } from '../core/issue';
import { wordCount } from '../core/wordCount';

/**
 * Notes rows of one group that have the same time: an account should have one row per as-of day. Nothing without groups and times.
 *
 * @example
 * noteRepeats(Int32Array.of(0, 0), Float64Array.of(5, 5), Uint8Array.of(0, 1))[0].code
 * // => 'duplicates'
 */
export function noteRepeats(
	groups: Int32Array | null,
	times: Float64Array | null,
	labels: Uint8Array,
): readonly Issue[] {
	if (groups === null || times === null) return [];
	const first = new Map<number, number>();
	const codeOfTime = new Map<number, number>();
	let [repeats, differing] = [0, 0];
	for (let row = 0; row < groups.length; row++) {
		const time = times[row] as number;
		const code = codeOfTime.get(time) ?? codeOfTime.size;
		codeOfTime.set(time, code);
		// There are fewer times than rows: one whole number for group and time.
		const key = (groups[row] as number) * groups.length + code;
		const earlier = first.get(key);
		if (earlier === undefined) first.set(key, row);
		else {
			repeats++;
			if (labels[earlier] !== labels[row]) differing++;
		}
	}
	if (repeats === 0) return [];
	const labelsSay = differing === 0 ? 'with the same label' : `${differing} of them with another label`;
	return [
		{
			code: 'duplicates',
			path: 'group',
			message: `${repeats} of ${wordCount(groups.length, 'row')} ${repeats === 1 ? 'repeats' : 'repeat'} an account and day that is there already, ${labelsSay}`,
			remedy: 'Keep one row per account and day, so that no account counts twice',
			severity: 'warning',
		},
	];
}
