import { instantIn } from '../measures/instantIn';
import { isDecisionMaker } from '../measures/isDecisionMaker';
import { isKnownAt } from '../measures/isKnownAt';
import { knowledgeCut } from '../measures/knowledgeCut';
import type { Row } from '../measures/Records';
import type { Evidence, SignalInput, SignalTest } from './Signal';

const MS_PER_DAY = 86_400_000;
/** When a contact was first known; a Data Table fills the last one by itself. */
const SINCE = ['first_seen_at', 'created_at', 'createdAt'];

/**
 * Evidence of a new contact: a decision maker (role change, new executive), or the first in another part of the world by time zone. Rows
 * must say since when a contact is known; if half the contacts or more came at once, a list was loaded and nobody was hired. null otherwise.
 *
 * @example
 * findContact({ asOf: '2026-01-20', records: { contacts: [{ contact_id: 1, title: 'CFO' }] } }, { kind: 'contact', what: 'decision_maker', days: 90 })
 * // => null
 */
export function findContact(
	input: Pick<SignalInput, 'asOf'> & { readonly records: Pick<SignalInput['records'], 'contacts'> },
	test: Extract<SignalTest, { kind: 'contact' }>,
): Evidence | null {
	const cut = knowledgeCut(input.asOf);
	const known = input.records.contacts.flatMap((row) => {
		const since = sinceOf(row);
		const left = instantIn(row, 'left_on');
		return since === null || since > cut || !isKnownAt(row, cut) ? [] : [{ row, since, left }];
	});
	const from = cut - test.days * MS_PER_DAY;
	const older = known.filter(({ since }) => since <= from);
	const newer = known.filter(({ since, left }) => since > from && (left === null || left > cut));
	if (older.length === 0 || newer.length >= known.length / 2) return null;
	const places = new Set(older.map(({ row }) => placeOf(row)));
	const found = newer
		.filter(({ row }) => {
			if (test.what === 'decision_maker') return isDecisionMaker(row);
			return placeOf(row) !== null && places.size > 0 && !places.has(placeOf(row)) && !places.has(null);
		})
		.sort((a, b) => a.since - b.since);
	const last = found.at(-1);
	if (last === undefined) return null;
	const column = test.what === 'region' ? 'time_zone' : last.row.title ? 'title' : 'role';
	const on = dayOf(last.since);
	const subject = test.what === 'region' ? `${placeOf(last.row)}` : String(last.row[column]);
	return {
		value: found.length,
		baseline: null,
		change: null,
		unit: 'contacts',
		aggregate: 'count',
		factor: 1,
		from: dayOf(from),
		to: on,
		observedOn: on,
		statistic: { method: 'count', z: null, pValue: null, n: known.length },
		current: found.map(({ row }) => ({
			table: 'cs_contacts',
			key: { contact_id: String(row.contact_id) },
			column,
			value: String(row[column]),
		})),
		before: [],
		strength: found.length / (found.length + 1),
		words: `${subject}, since ${on}`,
		metric: null,
	};
}

function sinceOf(row: Row): number | null {
	for (const column of SINCE) {
		const at = instantIn(row, column);
		if (at !== null) return at;
	}
	return null;
}

/** Europe of Europe/Berlin. */
function placeOf(row: Row): string | null {
	const zone = typeof row.time_zone === 'string' ? row.time_zone : '';
	return zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : null;
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
