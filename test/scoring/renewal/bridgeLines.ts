import type { BridgeLine, BridgeOptions } from '../../../scoring/renewal/Bridge';

/** A line of 2025 of account `a`; tests name only what they are about. */
export function line(given: Partial<BridgeLine> & { lineId: string }): BridgeLine {
	return {
		contractId: `C-${given.lineId}`,
		accountId: 'a',
		productId: 'plan',
		quantity: 10,
		unitPriceMinor: null,
		arrMinor: 100_000,
		currency: 'USD',
		startsOn: '2025-01-01',
		endsOn: '2025-12-31',
		replacesLineId: null,
		status: 'active',
		recordedAt: null,
		supersededAt: null,
		rollsByMonths: null,
		...given,
	};
}

const END_OF = (day: string): number => Date.parse(`${day}T23:59:59.999Z`);

/** From the end of 2025 to the end of March 2026, all rows as known at the closing. */
export const quarter: BridgeOptions = {
	openingOn: '2025-12-31',
	closingOn: '2026-03-31',
	openingCut: END_OF('2026-03-31'),
	closingCut: END_OF('2026-03-31'),
	reportCurrency: null,
	rates: [],
	graceDays: 30,
};

/** The same with the opening as it was known then. */
export const asKnownThen: BridgeOptions = { ...quarter, openingCut: END_OF('2025-12-31') };
