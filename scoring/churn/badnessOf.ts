/**
 * How bad a value is, 0 to 1, on a curve of pairs value, badness by rising value: straight lines between them, level outside.
 *
 * @example
 * badnessOf(25, [0, 0, 50, 1])
 * // => 0.5
 */
export function badnessOf(value: number, curve: readonly number[]): number {
	const last = curve.length - 2;
	if (value <= (curve[0] as number)) return curve[1] as number;
	for (let at = 2; at <= last; at += 2) {
		const right = curve[at] as number;
		if (value > right) continue;
		const left = curve[at - 2] as number;
		const from = curve[at - 1] as number;
		return from + (((curve[at + 1] as number) - from) * (value - left)) / (right - left);
	}
	return curve[last + 1] as number;
}
