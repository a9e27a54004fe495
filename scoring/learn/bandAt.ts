import type { ProbabilityBand } from './Model';

/**
 * The band a probability (0 to 1) lies in; null when there are none.
 *
 * @example
 * bandAt([{ from: 0, to: 1, rows: 2, events: 1, low: 0.1, high: 0.9 }], 0.3)?.rows
 * // => 2
 */
export function bandAt(bands: readonly ProbabilityBand[], probability: number): ProbabilityBand | null {
	let found: ProbabilityBand | null = bands[0] ?? null;
	for (const band of bands) if (probability >= band.from) found = band;
	return found;
}
