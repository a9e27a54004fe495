import { daysBetween } from '../core/daysBetween';
import { instantIn } from './instantIn';
import { isKnownAt } from './isKnownAt';
import type { Deal } from './readDeals';
import type { Measure, Measures, Row } from './Records';

const MS_PER_DAY = 86_400_000;
/** From here on somebody should have opened the renewal. */
const DUE_DAYS = 90;
/** A renewal that was closed longer ago than this is not the coming one. */
const CLOSED_DAYS = 180;
const COMMITTED = 0.7;
const NONE: Measure = { value: null, observedOn: null };

/**
 * How near the renewal is and how its deal stands. `days_to_renewal`: calendar days to `renewal_on` of the account, or else to the end of
 * the running contract that ends last; negative when overdue, null when no day is known. `renewal_deal`: committed (open and 70 % likely or more) or open; else
 * won or lost when closed in the last 180 days; else none when the renewal is due within 90 days; else null, because nobody expects one yet.
 *
 * @param account row of cs_accounts (renewal_on)
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * measureRenewal({ renewal_on: '1970-03-02' }, [], [], 0)
 * // => { days_to_renewal: { value: 60, observedOn: null, note: 'on 1970-03-02' }, renewal_deal: { value: 'none', observedOn: null } }
 */
export function measureRenewal(
	account: Row,
	contracts: readonly Row[],
	deals: readonly Deal[],
	cut: number,
): Measures {
	const renewal = renewalOn(account, contracts, cut);
	const days = renewal === null ? null : daysBetween(dayOf(cut), renewal);
	return {
		days_to_renewal: days === null ? NONE : { value: days, observedOn: null, note: `on ${renewal}` },
		renewal_deal: renewalDeal(
			deals.filter((deal) => deal.kind === 'renewal'),
			days,
			cut,
		),
	};
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

function renewalOn(account: Row, contracts: readonly Row[], cut: number): string | null {
	const own = instantIn(account, 'renewal_on');
	if (own !== null) return dayOf(own);
	let latest: number | null = null;
	for (const row of contracts) {
		const starts = instantIn(row, 'starts_on');
		const ends = instantIn(row, 'ends_on');
		if (ends === null || (starts !== null && starts > cut) || !isKnownAt(row, cut)) continue;
		if (/^(draft|ended|terminated|cancel)/i.test(String(row.status))) continue;
		if (latest === null || ends > latest) latest = ends;
	}
	return latest === null ? null : dayOf(latest);
}

function renewalDeal(renewals: readonly Deal[], days: number | null, cut: number): Measure {
	const open = renewals.filter((deal) => deal.status === 'open');
	if (open.length > 0) {
		const likely = open.some(({ probability }) => probability !== null && probability >= COMMITTED);
		return { value: likely ? 'committed' : 'open', observedOn: null };
	}
	let newest: Deal | null = null;
	for (const deal of renewals) {
		if (deal.closedAt === null || deal.closedAt <= cut - CLOSED_DAYS * MS_PER_DAY) continue;
		if (newest === null || deal.closedAt > (newest.closedAt as number)) newest = deal;
	}
	if (newest !== null) {
		return { value: newest.status, observedOn: null, note: `on ${dayOf(newest.closedAt as number)}` };
	}
	return days !== null && days <= DUE_DAYS ? { value: 'none', observedOn: null } : NONE;
}
