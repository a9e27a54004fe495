import type { Scenario } from './BusinessCase';

/** The three scenarios. Their factors are this project's choice and can be replaced one by one. */
export const CASE_SCENARIOS: readonly Scenario[] = [
	{ id: 'conservative', take: 'low', benefitFactor: 1, costFactor: 1.1, delayMonths: 3 },
	{ id: 'realistic', take: 'base', benefitFactor: 1, costFactor: 1, delayMonths: 0 },
	{ id: 'optimistic', take: 'high', benefitFactor: 1, costFactor: 1, delayMonths: 0 },
];
