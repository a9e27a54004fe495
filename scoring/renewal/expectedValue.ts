import { roundHalfUp } from '../core/roundHalfUp';
import type { ExpectedValue, StructurePart } from './RenewalStructure';

/**
 * The tiered expected value of a renewal: each part times its own probability, so .94 x 875 + .87 x 465 = 1,227.05. What runs today, its new price and
 * the uplift clause have the probability of the renewal; an expansion has its own, never above that of the renewal it depends on. Parts
 * of one probability are one tier. An expansion without a probability is left out and counted; without one of
 * the renewal there is no expected value.
 *
 * @param probability of the renewal, 0 to 1
 *
 * @example
 * expectedValue([{ kind: 'base', amountMinor: 87500, probability: null }, { kind: 'expansion', amountMinor: 46500, probability: 0.87 }], 0.94).minor
 * // => 122705
 */
export function expectedValue(
	parts: readonly StructurePart[],
	probability: number | null,
): ExpectedValue | null {
	if (probability === null) return null;
	const tiers: Array<{ probability: number; amountMinor: number }> = [];
	let proposed = 0;
	let withoutProbability = 0;
	for (const part of parts) {
		proposed += part.amountMinor;
		if (part.kind === 'expansion' && part.probability === null) {
			withoutProbability++;
			continue;
		}
		const own = part.kind === 'expansion' ? Math.min(part.probability as number, probability) : probability;
		const tier = tiers.find((known) => known.probability === own);
		if (tier === undefined) tiers.push({ probability: own, amountMinor: part.amountMinor });
		else tier.amountMinor += part.amountMinor;
	}
	let sum = 0;
	let total = 0;
	for (const tier of tiers) {
		sum += tier.probability * tier.amountMinor;
		total += tier.probability;
	}
	return {
		minor: roundHalfUp(sum),
		tiers,
		meanConfidence: tiers.length < 2 ? null : roundHalfUp((total / tiers.length) * 100),
		weightedConfidence: proposed > 0 ? roundHalfUp((sum / proposed) * 100) : null,
		withoutProbability,
	};
}
