import type { AccuracyOptions, ConversionRow, ScoredContract } from './Accuracy';
import { periodDays } from './periodDays';
import type { ForecastCategory } from './RenewalForecast';

type Sums = { -readonly [name in keyof ConversionRow]: ConversionRow[name] };

const ORDER: readonly ForecastCategory[] = ['closed', 'commit', 'most_likely', 'best', 'pipeline', 'omitted'];

/**
 * How much of what was frozen in each category was renewed, and how much slipped: it was renewed only after the month in which it was
 * due, or is still open after it. Contracts that are not decided are in the slipped amount, not in the converted one. Each forecast
 * of a contract counts once.
 *
 * @example
 * measureConversion([{ category: 'commit', currency: 'USD', amountMinor: 100, period: '2025-03', outcome: { renewedMinor: 100, settledOn: '2025-04-20', decided: true } }], { asOfOn: '2025-06-30' })[0].slippage
 * // => 1
 */
export function measureConversion(
	contracts: readonly ScoredContract[],
	{ asOfOn }: Pick<AccuracyOptions, 'asOfOn'>,
): ConversionRow[] {
	const groups = new Map<string, Sums & { decidedMinor: number }>();
	for (const { category, currency, amountMinor, period, outcome } of contracts) {
		const untilOn = periodDays(period)?.untilOn;
		if (category === null || untilOn === undefined || untilOn >= asOfOn) continue;
		const name = JSON.stringify([category, currency]);
		const sums = groups.get(name) ?? emptySums(category, currency);
		groups.set(name, sums);
		sums.contracts++;
		sums.amountMinor += amountMinor;
		if (outcome.decided) {
			sums.decidedMinor += amountMinor;
			sums.renewedMinor += outcome.renewedMinor;
		} else sums.openContracts++;
		const slipped = outcome.settledOn === null ? !outcome.decided : outcome.settledOn > untilOn;
		if (slipped) {
			sums.slippedContracts++;
			sums.slippedMinor += amountMinor;
		}
	}
	return [...groups.values()]
		.sort(
			(a, b) => ORDER.indexOf(a.category) - ORDER.indexOf(b.category) || (a.currency < b.currency ? -1 : 1),
		)
		.map(({ decidedMinor, ...sums }) => ({
			...sums,
			conversion: decidedMinor > 0 ? sums.renewedMinor / decidedMinor : null,
			slippage: sums.amountMinor > 0 ? sums.slippedMinor / sums.amountMinor : null,
		}));
}

const emptySums = (category: ForecastCategory, currency: string) => ({
	category,
	currency,
	contracts: 0,
	amountMinor: 0,
	decidedMinor: 0,
	renewedMinor: 0,
	conversion: null,
	slippedContracts: 0,
	slippedMinor: 0,
	slippage: null,
	openContracts: 0,
});
