/**
 * Points (0 to 100) of a raw value on a line through anchors: linear between them, flat outside. `values` ascend.
 *
 * @example
 * interpolatePoints(70, [0, 40, 60, 80, 100], [0, 50, 70, 85, 100])
 * // => 77.5
 */
export function interpolatePoints(
	value: number,
	values: readonly number[],
	points: readonly number[],
): number {
	const last = values.length - 1;
	if (value <= (values[0] as number)) return points[0] as number;
	if (value >= (values[last] as number)) return points[last] as number;
	let index = 1;
	while (value > (values[index] as number)) index++;
	const from = values[index - 1] as number;
	const low = points[index - 1] as number;
	return low + (((points[index] as number) - low) * (value - from)) / ((values[index] as number) - from);
}
