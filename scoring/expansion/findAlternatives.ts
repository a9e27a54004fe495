import { convertMoney, type RateRow } from '../core/convertMoney';
import type { ExpansionType } from './Signal';

/** An opportunity of an account, as far as it decides which one counts. */
export interface AlternativeCandidate {
	readonly opportunityId: string;
	readonly type: ExpansionType;
	/** One of its signals is a limit that usage meets. */
	readonly restsOnLimit: boolean;
	readonly blocked: boolean;
	/** A year, minor units; null: not known. */
	readonly amountMinor: number | null;
	readonly currency: string | null;
}

/**
 * Which opportunities of one account are alternatives to another of it, by their ids: the one that is left out of totals, then the one that counts.
 *
 * An upgrade and an upsell are alternatives when the upsell rests on a limit that usage meets: more units, or the next tier that comes with more of
 * them, end the same shortage, and a customer does one of the two. An upsell without a limit (they hire, they grow) is a need of its own, as
 * is every other type. Where seats are sold by seat in both tiers a customer may in the end do both; until a seller says so one counts, because
 * a total that is low is better than one with a need in it twice.
 *
 * The larger one counts; but one with an amount before one without, and one that nothing blocks before one that is blocked. Where they are equal, or no
 * rate makes them comparable, the upsell counts.
 *
 * @param onDay YYYY-MM-DD of the rates
 *
 * @example
 * [...findAlternatives([{ opportunityId: 'more', type: 'upsell', restsOnLimit: true, blocked: false, amountMinor: 200, currency: 'USD' }, { opportunityId: 'next', type: 'upgrade', restsOnLimit: false, blocked: false, amountMinor: 900, currency: 'USD' }], '2026-01-15', [])]
 * // => [['more', 'next']]
 */
export function findAlternatives(
	candidates: readonly AlternativeCandidate[],
	onDay: string,
	rates: readonly RateRow[],
): ReadonlyMap<string, string> {
	const upsell = candidates.find(({ type, restsOnLimit }) => type === 'upsell' && restsOnLimit);
	const upgrade = candidates.find(({ type }) => type === 'upgrade');
	if (upsell === undefined || upgrade === undefined) return new Map();
	const [out, counts] = isBetter(upgrade, upsell, onDay, rates) ? [upsell, upgrade] : [upgrade, upsell];
	return new Map([[out.opportunityId, counts.opportunityId]]);
}

function isBetter(
	one: AlternativeCandidate,
	other: AlternativeCandidate,
	onDay: string,
	rates: readonly RateRow[],
): boolean {
	if ((one.amountMinor === null) !== (other.amountMinor === null)) return other.amountMinor === null;
	if (one.blocked !== other.blocked) return other.blocked;
	const amount = amountIn(one, other.currency ?? one.currency, onDay, rates);
	const against = amountIn(other, other.currency ?? one.currency, onDay, rates);
	return amount !== null && against !== null && amount > against;
}

function amountIn(
	{ amountMinor, currency }: AlternativeCandidate,
	wanted: string | null,
	onDay: string,
	rates: readonly RateRow[],
): number | null {
	if (amountMinor === null || currency === null || wanted === null) return null;
	return convertMoney({ amountMinor, currency }, wanted, onDay, rates);
}
