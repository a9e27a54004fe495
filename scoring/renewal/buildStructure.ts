import { convertMoney, type RateRow } from '../core/convertMoney';
import { roundHalfUp } from '../core/roundHalfUp';
import { expectedValue } from './expectedValue';
import { findPrice, type PriceRow } from './findPrice';
import type { RenewalAmount } from './RenewalAmount';
import type { RenewalStructure, StructurePart } from './RenewalStructure';

/** An open opportunity that may close with the renewal. */
export interface OpenExpansion {
	readonly opportunityId: string;
	readonly label: string;
	/** A year, minor units; null: the price book may know. */
	readonly amountMinor: number | null;
	readonly currency: string | null;
	readonly probability: number | null;
	/** For the price book. */
	readonly productId: string | null;
	readonly quantity: number | null;
	/** Id of the open opportunity that counts in its place; null or left out: it counts itself. */
	readonly alternativeTo?: string | null;
}

export interface StructureInput {
	readonly amount: RenewalAmount;
	/** 0.05 is 5 %; null: no clause. */
	readonly upliftRate: number | null;
	readonly expansions: readonly OpenExpansion[];
	/** Probability of the renewal, 0 to 1. */
	readonly probability: number | null;
	/** Plan of the account, for prices that hold for one plan; null: not known. */
	readonly tier: string | null;
	/** Rows of cs_prices. */
	readonly prices: readonly PriceRow[];
	/** Price the current lines by the price book of the day the next term begins. */
	readonly reprice: boolean;
	/** Day the next term begins. */
	readonly renewalOn: string;
	readonly rates: readonly RateRow[];
}

/**
 * What to propose at a renewal, part by part: what runs today (875), on request its new price, the uplift clause, and open expansion (280 +
 * 140 + 45), 1,340 in all, +53.1 %. Amounts are of a year, in the currency of the contract. An expansion without an amount takes quantity times
 * unit price from the price book; one without either, or that cannot be converted, is left out by name. So is one that is an alternative to another open
 * one, such as more units beside the next tier: only the other is proposed and expected. null when the current amount is not
 * known.
 *
 * @example
 * buildStructure({ amount: { arrMinor: 875, currency: 'USD', lines: [] }, upliftRate: null, expansions: [{ opportunityId: 'O', label: 'More', amountMinor: 465, currency: 'USD', probability: null }], probability: null, tier: null, prices: [], reprice: false, renewalOn: '2025-04-01', rates: [] }).proposedMinor
 * // => 1340
 */
export function buildStructure(input: StructureInput): RenewalStructure | null {
	const { arrMinor: baseMinor, currency } = input.amount;
	if (baseMinor === null) return null;
	const plain = { probability: null, opportunityId: null };
	const parts: StructurePart[] = [
		{ kind: 'base', label: 'Current contract', amountMinor: baseMinor, ...plain },
	];
	const repriced = input.reprice ? priceChange(input) : 0;
	if (repriced !== 0) parts.push({ kind: 'price', label: 'Price book', amountMinor: repriced, ...plain });
	const uplift = roundHalfUp(baseMinor * (input.upliftRate ?? 0));
	if (uplift !== 0) {
		const label = `Uplift clause ${roundHalfUp((input.upliftRate as number) * 1000) / 10} %`;
		parts.push({ kind: 'uplift', label, amountMinor: uplift, ...plain });
	}
	const leftOut: Array<{ opportunityId: string; reason: string }> = [];
	const amounts = new Map(input.expansions.map((one) => [one.opportunityId, amountOf(one, input)]));
	for (const expansion of input.expansions) {
		const { opportunityId, label, probability } = expansion;
		const amountMinor = amounts.get(opportunityId) as number | string;
		const other = counterpart(expansion, input.expansions, amounts);
		if (typeof amountMinor === 'string') leftOut.push({ opportunityId, reason: amountMinor });
		else if (other !== null)
			leftOut.push({ opportunityId, reason: `it is an alternative to ${other}, which is proposed` });
		else parts.push({ kind: 'expansion', label, amountMinor, probability, opportunityId });
	}
	const proposedMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0);
	const incrementMinor = proposedMinor - baseMinor;
	return {
		currency,
		parts,
		baseMinor,
		proposedMinor,
		incrementMinor,
		changeRate: baseMinor > 0 ? incrementMinor / baseMinor : null,
		expected: expectedValue(parts, input.probability),
		leftOut,
	};
}

/** Id of the open opportunity that is proposed in place of this one; null: none is, or the other has no amount. */
function counterpart(
	{ opportunityId, alternativeTo }: OpenExpansion,
	all: readonly OpenExpansion[],
	amounts: ReadonlyMap<string, number | string>,
): string | null {
	const other = all.find((one) => one.opportunityId === alternativeTo && one.opportunityId !== opportunityId);
	const [own, its] = [amounts.get(opportunityId), amounts.get(other?.opportunityId ?? '')];
	if (other === undefined || typeof its !== 'number') return null;
	// Two rows that name each other, written on different days: the larger one is proposed.
	const first =
		typeof own === 'number' && (own > its || (own === its && opportunityId < other.opportunityId));
	return other.alternativeTo === opportunityId && first ? null : other.opportunityId;
}

function amountOf(expansion: OpenExpansion, input: StructureInput): number | string {
	const { currency } = input.amount;
	let { amountMinor, currency: own } = expansion;
	const { productId, quantity } = expansion;
	if (amountMinor === null && productId !== null && quantity !== null && currency !== null) {
		// The quantity decides on the price: what runs already counts with what is added.
		const present = quantityOf(productId, input);
		const whole = present === null ? null : quantity + present;
		const unit = findPrice(input.prices, {
			productId,
			currency,
			tier: input.tier,
			quantity: whole,
			onDay: input.renewalOn,
		});
		if (unit !== null) [amountMinor, own] = [roundHalfUp(unit * quantity), currency];
	}
	if (amountMinor === null) return 'it has no amount, and the price book has none for it';
	if (own === null || own === currency) return amountMinor;
	if (currency === null) return 'the currency of the contract is not known';
	const converted = convertMoney({ amountMinor, currency: own }, currency, input.renewalOn, input.rates);
	return converted ?? `there is no rate from ${own} to ${currency}`;
}

/** Units of a product that fall due with the contract, over all its lines; null: of one of them it is not known, nor which tier the sum is in. */
const quantityOf = (productId: string, { amount }: StructureInput): number | null =>
	amount.lines.reduce<number | null>((sum, line) => {
		if (line.productId !== productId) return sum;
		return sum === null || line.quantity === null ? null : sum + line.quantity;
	}, 0);

/** What the lines cost by the price book, less what they cost today; lines it does not know stay as they are. */
function priceChange(input: StructureInput): number {
	const { amount, prices, renewalOn: onDay, tier } = input;
	let change = 0;
	for (const { productId, quantity, unitPriceMinor, currency } of amount.lines) {
		if (productId === null || quantity === null || unitPriceMinor === null || currency === null) continue;
		if (currency !== amount.currency) continue;
		const whole = quantityOf(productId, input);
		const unit = findPrice(prices, { productId, currency, tier, quantity: whole, onDay });
		if (unit !== null) change += roundHalfUp((unit - unitPriceMinor) * quantity);
	}
	return change;
}
