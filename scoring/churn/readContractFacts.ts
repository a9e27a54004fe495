import { instantIn } from '../measures/instantIn';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import type { FactsAt } from './ChurnFacts';
import { knownSpan } from './knownSpan';

const MS_PER_DAY = 86_400_000;
/** So long after its end a contract may be waiting for its successor to be recorded. */
const GRACE_DAYS = 45;

/**
 * Contract facts from cs_contracts: days until the running term ends (negative: it ended lately and no other was signed) and until notice
 * must be given, whether the next term is signed, days to the end of all that is signed, renewals so far, terms, price uplift. A contract is known from its `signed_on` (or its
 * start), whatever its status is today.
 *
 * @example
 * readContractFacts([{ contract_id: 1, signed_on: '1970-01-01', starts_on: '1970-01-01', ends_on: '1970-04-11', notice_days: 30 }])(0)
 * // => { days_to_end: 100, days_to_open_end: 100, days_to_notice: 70, renewal_signed: 0, renewals: 0, auto_renew: null, term_months: null, uplift_rate: null }
 */
export function readContractFacts(rows: readonly Row[]): FactsAt {
	const contracts = rows
		.flatMap((row) => {
			const starts = instantIn(row, 'starts_on');
			const ends = instantIn(row, 'ends_on');
			if (starts === null || ends === null) return [];
			const { from, until } = knownSpan(row);
			const signed = Math.max(from, instantIn(row, 'signed_on') ?? starts);
			return [{ row, starts, ends, signed, until, notice: numberIn(row, 'notice_days') }];
		})
		.sort((left, right) => left.ends - right.ends || left.starts - right.starts);
	return (cut) => {
		const today = Math.floor(cut / MS_PER_DAY) * MS_PER_DAY;
		const known = contracts.filter(({ signed, until }) => signed <= cut && until > cut);
		const running =
			known.filter(({ starts, ends }) => starts <= cut && ends >= today).at(-1) ??
			known.filter(({ ends }) => ends < today && ends >= today - GRACE_DAYS * MS_PER_DAY).at(-1);
		if (running === undefined) return NONE;
		const next = known.some(({ starts, ends }) => starts > running.starts && ends > running.ends);
		const lastEnd = Math.max(running.ends, ...known.map(({ ends }) => ends));
		const daysToEnd = Math.round((running.ends - today) / MS_PER_DAY);
		const past = known.filter(({ starts }) => starts < running.starts).length;
		const autoRenew = running.row.auto_renew;
		return {
			days_to_end: daysToEnd,
			days_to_open_end: Math.round((lastEnd - today) / MS_PER_DAY),
			days_to_notice: running.notice === null ? null : daysToEnd - running.notice,
			renewal_signed: next ? 1 : 0,
			renewals: past,
			auto_renew:
				typeof autoRenew === 'boolean' || autoRenew === 0 || autoRenew === 1 ? Number(autoRenew) : null,
			term_months: numberIn(running.row, 'term_months'),
			uplift_rate: numberIn(running.row, 'uplift_rate'),
		};
	};
}

const NONE: Record<string, null> = {
	days_to_end: null,
	days_to_open_end: null,
	days_to_notice: null,
	renewal_signed: null,
	renewals: null,
	auto_renew: null,
	term_months: null,
	uplift_rate: null,
};
