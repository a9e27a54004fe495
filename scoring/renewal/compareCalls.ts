import type { CallComparison, ScoredContract } from './Accuracy';
import type { ForecastCategory } from './RenewalForecast';

/** What a call claims; best case claims neither. */
const CLAIMS: Readonly<Partial<Record<ForecastCategory, boolean>>> = {
	commit: true,
	most_likely: true,
	pipeline: false,
	omitted: false,
};

/**
 * Whether the person or the model was right where they said different things: commit and most likely claim a renewal, pipeline and omitted
 * none, best case neither (project choice); the model claims one from probability 0.5. It came true when at least half of the amount due was
 * renewed. Only decided contracts count, each forecast of one once.
 *
 * @example
 * compareCalls([{ called: true, category: 'commit', currency: 'USD', amountMinor: 100, weightedMinor: 30, outcome: { decided: true, dueMinor: 100, renewedMinor: 0 } }])[0].modelRight
 * // => 1
 */
export function compareCalls(contracts: readonly ScoredContract[]): CallComparison[] {
	const groups = new Map<
		string,
		{ -readonly [name in keyof CallComparison]: CallComparison[name] } & { squares: number }
	>();
	for (const { called, category, currency, amountMinor, weightedMinor, outcome } of contracts) {
		const claim = category === null ? undefined : CLAIMS[category];
		if (!called || claim === undefined || weightedMinor === null || amountMinor === 0 || !outcome.decided)
			continue;
		const group = groups.get(currency) ?? emptyComparison(currency);
		groups.set(currency, group);
		const probability = weightedMinor / amountMinor;
		const renewed = outcome.renewedMinor * 2 >= outcome.dueMinor && outcome.dueMinor > 0;
		group.compared++;
		group.squares += (probability - (renewed ? 1 : 0)) ** 2;
		if (claim === probability >= 0.5) continue;
		group.disagreed++;
		if (claim === renewed) {
			group.callRight++;
			group.callRightMinor += amountMinor;
		} else {
			group.modelRight++;
			group.modelRightMinor += amountMinor;
		}
	}
	return [...groups.values()].map(({ squares, ...group }) => ({
		...group,
		modelBrier: squares / group.compared,
	}));
}

const emptyComparison = (currency: string) => ({
	currency,
	compared: 0,
	disagreed: 0,
	callRight: 0,
	modelRight: 0,
	callRightMinor: 0,
	modelRightMinor: 0,
	modelBrier: null,
	squares: 0,
});
