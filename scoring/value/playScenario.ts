import { roundHalfUp } from '../core/roundHalfUp';
import type { Benefit, CaseInput, Scenario, ScenarioResult, ScenarioYear } from './BusinessCase';
import { computeReturn } from '../measures/ledger/computeReturn';
import { netPresentValue } from './netPresentValue';

function takeFrom({ lowMinor, baseMinor, highMinor }: Benefit, take: Scenario['take']): number {
	const end = take === 'low' ? lowMinor : take === 'high' ? highMinor : baseMinor;
	return end ?? baseMinor ?? NaN;
}

/** Even flow within a year: when the cumulative net comes up to 0 and stays there. */
function monthsUntilEven(years: readonly ScenarioYear[]): number | null {
	const below = years.map(({ cumulativeMinor }) => cumulativeMinor < 0).lastIndexOf(true);
	if (below < 0) return 0;
	const [last, next] = [years[below], years[below + 1]];
	if (last === undefined || next === undefined) return null;
	return 12 * (last.year - last.cumulativeMinor / next.netMinor);
}

/**
 * Plays one scenario year by year. Year 0 is what is paid once; benefits begin after the delay and run evenly; each benefit and cost is rounded half up
 * per year to whole minor units, so the years sum to the totals. Flows are discounted at the end of their year.
 *
 * @example
 * playScenario({ id: 'late', take: 'base', benefitFactor: 1, costFactor: 1, delayMonths: 6 }, { currency: 'USD', benefits: [{ name: 'savings', lowMinor: null, baseMinor: 1200, highMinor: null, isEvidenced: true }], oneTimeCostMinor: 0, yearlyCostMinor: 100, years: 2, discountRate: 0 }).benefitMinor
 * // => 1800
 */
export function playScenario(
	scenario: Scenario,
	input: Omit<CaseInput, 'scenarios'> & { readonly yearlyCostMinor: number },
): ScenarioResult {
	const once = roundHalfUp(input.oneTimeCostMinor * scenario.costFactor);
	const yearly = roundHalfUp(input.yearlyCostMinor * scenario.costFactor);
	const years: ScenarioYear[] = [
		{ year: 0, benefitMinor: 0, costMinor: once, netMinor: -once + 0, cumulativeMinor: -once + 0 },
	];
	let [benefits, costs] = [0, once];
	for (let year = 1; year <= input.years; year++) {
		const months = Math.min(12, Math.max(0, 12 * year - scenario.delayMonths));
		const benefitMinor = input.benefits.reduce(
			(sum, benefit) =>
				sum + roundHalfUp((takeFrom(benefit, scenario.take) * scenario.benefitFactor * months) / 12),
			0,
		);
		benefits += benefitMinor;
		costs += yearly;
		years.push({
			year,
			benefitMinor,
			costMinor: yearly,
			netMinor: benefitMinor - yearly,
			cumulativeMinor: benefits - costs,
		});
	}
	return {
		scenario,
		years,
		benefitMinor: benefits,
		costMinor: costs,
		roi: computeReturn(benefits, costs),
		npvMinor: netPresentValue(
			years.map(({ netMinor }) => netMinor),
			input.discountRate,
		),
		breakEvenMonths: monthsUntilEven(years),
	};
}
