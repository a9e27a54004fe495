import type { Issue, Outcome } from '../core/issue';
import type { BusinessCase, CaseInput, ScenarioResult } from './BusinessCase';
import { playScenario } from './playScenario';
import { rateCase } from './rateCase';

const LONGEST_YEARS = 20;

/**
 * A business case in scenarios: benefits from their range, cost, return gross and net, net present value and break-even of each. Without a
 * yearly cost, or without any benefit that has an amount, there is no case, and the issue says what is missing.
 *
 * @example
 * buildBusinessCase({ currency: 'USD', benefits: [{ name: 'savings', lowMinor: 500, baseMinor: 600, highMinor: 700, isEvidenced: true }], oneTimeCostMinor: 100, yearlyCostMinor: 300, years: 1, discountRate: 0, scenarios: [{ id: 'realistic', take: 'base', benefitFactor: 1, costFactor: 1, delayMonths: 0 }] }).value.scenarios[0].npvMinor
 * // => 200
 */
export function buildBusinessCase(input: CaseInput): Outcome<BusinessCase> {
	const issues: Issue[] = [];
	const fault = (code: string, path: string, message: string, remedy: string): void => {
		issues.push({ code, path, message, remedy, severity: 'error' });
	};
	const known = input.benefits.filter(({ baseMinor }) => baseMinor !== null);
	if (known.length === 0)
		fault(
			'case-without-benefit',
			'benefits',
			'There is no benefit with an amount.',
			'Add benefits per year, or value entries to the ledger.',
		);
	if (input.yearlyCostMinor === null)
		fault(
			'case-without-cost',
			'yearlyCost',
			'The yearly cost is not known.',
			'Add what the product costs per year.',
		);
	if (!(Number.isInteger(input.years) && input.years >= 1 && input.years <= LONGEST_YEARS))
		fault('case-years', 'years', `The number of years is ${input.years}.`, `Enter 1 to ${LONGEST_YEARS}.`);
	if (!(input.discountRate > -1))
		fault(
			'case-discount',
			'discountRate',
			`The discount rate is ${input.discountRate}.`,
			'Enter it as a share above -1; 0.1 is 10 % per year.',
		);
	for (const { id, benefitFactor, costFactor, delayMonths } of input.scenarios) {
		if (!(benefitFactor >= 0 && costFactor >= 0 && delayMonths >= 0))
			fault(
				'case-scenario',
				`scenarios.${id}`,
				`The scenario '${id}' has a factor or delay below 0.`,
				'Enter factors and months of at least 0.',
			);
	}
	for (const { name, lowMinor, baseMinor, highMinor } of known) {
		if (baseMinor !== null && ((lowMinor ?? baseMinor) > baseMinor || (highMinor ?? baseMinor) < baseMinor))
			fault(
				'case-range',
				`benefits.${name}`,
				`'${name}': low, base and high are not in order.`,
				'Enter low at most base, and high at least base.',
			);
	}
	if (issues.length > 0 || input.yearlyCostMinor === null) return { ok: false, issues };

	const yearlyCostMinor = input.yearlyCostMinor;
	const scenarios: ScenarioResult[] = input.scenarios.map((scenario) =>
		playScenario(scenario, { ...input, benefits: known, yearlyCostMinor }),
	);
	return {
		ok: true,
		value: {
			scenarios,
			...rateCase(scenarios, known),
			withoutAmount: input.benefits.filter(({ baseMinor }) => baseMinor === null).map(({ name }) => name),
			withoutRange: known
				.filter(({ lowMinor, highMinor }) => lowMinor === null && highMinor === null)
				.map(({ name }) => name),
		},
		warnings: [],
	};
}
