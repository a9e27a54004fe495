import { instantIn } from '../measures/instantIn';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import type { FactsAt } from './ChurnFacts';
import { knownSpan } from './knownSpan';

const MS_PER_DAY = 86_400_000;
/** A term that has just ended still tells what the customer paid, until its successor is recorded. */
const GRACE_DAYS = 45;

interface Holding {
	readonly arrMinor: number | null;
	readonly currency: string | null;
	readonly seats: number | null;
}

/**
 * What the customer paid for on a day, from the lines of cs_contract_lines that ran then and were recorded by then (and not superseded):
 * `arr_minor` and `currency` (null when lines have several currencies), `seats` (sum of quantities), and the changes of seats and
 * ARR (share) against 180 and 365 days earlier, as known at the cut. null without lines.
 *
 * @example
 * readArrFacts([{ line_id: 1, quantity: 5, arr_minor: 900, currency: 'EUR', starts_on: '1970-01-01', ends_on: '1970-12-31' }])(0).arr_minor
 * // => 900
 */
export function readArrFacts(rows: readonly Row[]): FactsAt {
	const lines = rows.flatMap((row) => {
		const starts = instantIn(row, 'starts_on');
		if (starts === null) return [];
		const ends = (instantIn(row, 'ends_on') ?? Number.POSITIVE_INFINITY) + MS_PER_DAY - 1;
		const currency = typeof row.currency === 'string' && row.currency !== '' ? row.currency : null;
		const { from, until } = knownSpan(row);
		const held = { arr: numberIn(row, 'arr_minor'), seats: numberIn(row, 'quantity'), currency };
		return [{ ...held, starts, ends, from: Math.max(from, starts), until, recorded: from }];
	});
	const holdingOn = (day: number, cut: number): Holding => {
		const known = lines.filter(
			({ recorded, starts, until }) => recorded <= cut && starts <= day && until > cut,
		);
		let running = known.filter(({ ends }) => ends >= day);
		if (running.length === 0) {
			const lastEnd = Math.max(...known.map(({ ends }) => ends));
			if (lastEnd >= day - GRACE_DAYS * MS_PER_DAY) running = known.filter(({ ends }) => ends === lastEnd);
		}
		const currencies = new Set(running.map(({ currency }) => currency));
		const [currency = null] = currencies;
		const mixed = currencies.size > 1;
		return {
			arrMinor: mixed ? null : sumOf(running.map(({ arr }) => arr)),
			currency: mixed ? null : currency,
			seats: sumOf(running.map(({ seats }) => seats)),
		};
	};
	return (cut) => {
		const now = holdingOn(cut, cut);
		const changes = [180, 365].map((days) => holdingOn(cut - days * MS_PER_DAY, cut));
		const [half, year] = changes as [Holding, Holding];
		return {
			arr_minor: now.arrMinor,
			currency: now.currency,
			seats: now.seats,
			seats_change_180d: changeOf(now.seats, half.seats),
			seats_change_365d: changeOf(now.seats, year.seats),
			arr_change_365d: now.currency === year.currency ? changeOf(now.arrMinor, year.arrMinor) : null,
		};
	};
}

/** null when nothing is known of any line: then there is no sum. */
function sumOf(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function changeOf(now: number | null, then: number | null): number | null {
	return now === null || then === null || then <= 0 ? null : now / then - 1;
}
