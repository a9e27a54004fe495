/**
 * Days before the end at which a renewal is looked at: the union of the sources' 90/60/30 and 60/30/14/7/1. Further ones, such as 120, are
 * added by whoever sets up the node.
 *
 * @example
 * defaultStages()
 * // => [90, 60, 30, 14, 7, 1]
 */
export function defaultStages(): readonly number[] {
	return [90, 60, 30, 14, 7, 1];
}
