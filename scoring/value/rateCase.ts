import type { Benefit, CaseStrength, ScenarioResult } from './BusinessCase';

const EVIDENCED_SHARE = 0.5;

/**
 * How strong a business case is. This project's rule: unproven while less than half of the benefits' base amount is evidenced; strong when the
 * first scenario (the most careful one) has a net present value above 0; moderate when the second has; else weak.
 *
 * @param scenarios most careful first
 *
 * @example
 * rateCase([], []).strength
 * // => 'unproven'
 */
export function rateCase(
	scenarios: readonly ScenarioResult[],
	benefits: readonly Benefit[],
): { strength: CaseStrength; words: string } {
	const sum = (list: readonly Benefit[]): number =>
		list.reduce((total, { baseMinor }) => total + Math.abs(baseMinor ?? NaN), 0);
	const all = sum(benefits);
	const proven = sum(benefits.filter(({ isEvidenced }) => isEvidenced));
	if (!(all > 0) || proven / all < EVIDENCED_SHARE)
		return { strength: 'unproven', words: 'Less than half of the benefits is evidenced.' };
	const pays = ({ npvMinor }: ScenarioResult): boolean => npvMinor !== null && npvMinor > 0;
	const [first, second] = scenarios;
	if (first !== undefined && pays(first))
		return { strength: 'strong', words: `It pays even in the ${first.scenario.id} scenario.` };
	if (first !== undefined && second !== undefined && pays(second))
		return {
			strength: 'moderate',
			words: `It pays in the ${second.scenario.id} scenario, not in the ${first.scenario.id} one.`,
		};
	return { strength: 'weak', words: 'It pays in neither of the two most careful scenarios.' };
}
