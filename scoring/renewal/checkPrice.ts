import type { PriceCheck } from './PriceCheck';

/** Amounts of a year in minor units of one currency; null: not known. */
export interface PriceInput {
	readonly currentMinor: number | null;
	readonly proposedMinor: number | null;
	readonly competitorMinor: number | null;
	readonly approvedMinor: number | null;
	/** Approved for more beside the renewal. */
	readonly approvedExpansionMinor: number | null;
}

/**
 * Compares the current and the proposed price with what competitors ask and what the customer approved. An approved 950 on a current 875 is
 * +8.57 %; a proposal of 1,340 exceeds it by 390 and is covered when 450 more are approved for expansion. Rates need a
 * price above 0.
 *
 * @example
 * checkPrice({ currentMinor: 875, proposedMinor: 1340, competitorMinor: null, approvedMinor: 950, approvedExpansionMinor: 450 }).budgetGapMinor
 * // => -60
 */
export function checkPrice(input: PriceInput): PriceCheck {
	const { currentMinor, proposedMinor, competitorMinor, approvedMinor, approvedExpansionMinor } = input;
	if (competitorMinor === null && approvedMinor === null) return NOT_OBSERVED;
	const againstCompetitorRate = change(competitorMinor, currentMinor);
	const budgetChangeRate = change(currentMinor, approvedMinor);
	const budgetTotalMinor =
		approvedMinor === null
			? null
			: approvedMinor + (approvedExpansionMinor === null ? 0 : approvedExpansionMinor);
	const budgetGapMinor =
		budgetTotalMinor === null || proposedMinor === null ? null : proposedMinor - budgetTotalMinor;
	const covered = budgetGapMinor === null ? null : budgetGapMinor <= 0;
	const words = [
		againstCompetitorRate === null
			? ''
			: `the price is ${percent(Math.abs(againstCompetitorRate))} ${againstCompetitorRate < 0 ? 'below' : 'above'} the competitor`,
		budgetChangeRate === null
			? ''
			: `the approved budget is ${percent(Math.abs(budgetChangeRate))} ${budgetChangeRate < 0 ? 'under' : 'over'} the current price`,
		covered === null ? '' : covered ? 'and covers the proposal' : 'and does not cover the proposal',
	].filter((part) => part !== '');
	return {
		againstCompetitorRate,
		budgetChangeRate,
		budgetTotalMinor,
		budgetGapMinor,
		covered,
		words: words.length === 0 ? null : words.join(', '),
	};
}

const NOT_OBSERVED: PriceCheck = {
	againstCompetitorRate: null,
	budgetChangeRate: null,
	budgetTotalMinor: null,
	budgetGapMinor: null,
	covered: null,
	words: null,
};

const change = (from: number | null, to: number | null): number | null =>
	from === null || to === null || from <= 0 ? null : to / from - 1;

const percent = (rate: number): string => `${Math.floor(rate * 1000 + 0.5) / 10} %`;
