/**
 * The leaf whose split gains most, the first of equals; -1 when none can be split.
 *
 * @example
 * chooseLeaf([{ split: null }, { split: { gain: 2 } }, { split: { gain: 2 } }])
 * // => 1
 */
export function chooseLeaf(leaves: readonly { readonly split: { readonly gain: number } | null }[]): number {
	let chosen = -1;
	let gain = 0;
	for (let at = 0; at < leaves.length; at++) {
		const split = leaves[at]!.split;
		if (split === null || split.gain <= gain) continue;
		gain = split.gain;
		chosen = at;
	}
	return chosen;
}
