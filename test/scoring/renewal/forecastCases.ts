import type { ForecastCase, ForecastOptions } from '../../../scoring/renewal/RenewalForecast';

export const options: ForecastOptions = {
	asOfOn: '2024-11-24',
	untilOn: '2025-06-30',
	limits: { commit: 0.9, mostLikely: 0.7, best: 0.4 },
	shockSd: 0,
	defaultProbability: null,
	reportCurrency: null,
	rates: [],
};

/** The contract of the inventory's worked example. */
export const one = (given: Partial<ForecastCase> = {}): ForecastCase => ({
	contractId: 'C',
	accountId: 'a',
	arrMinor: 87_500_000,
	currency: 'USD',
	dueOn: '2025-03-31',
	probability: 0.94,
	call: null,
	ownerId: 'jane',
	segment: 'mid_market',
	outcome: null,
	renewedMinor: null,
	...given,
});
