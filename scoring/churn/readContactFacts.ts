import { instantIn } from '../measures/instantIn';
import { isDecisionMaker } from '../measures/isDecisionMaker';
import type { AccountRecords, Row } from '../measures/Records';
import type { FactsAt } from './ChurnFacts';
import { knownSpan } from './knownSpan';

const MS_PER_DAY = 86_400_000;
const CHAMPION = /champion/i;
const SEEN: ReadonlyArray<readonly [table: 'interactions' | 'surveyAnswers', columns: readonly string[]]> = [
	['interactions', ['occurred_at']],
	['surveyAnswers', ['asked_at', 'answered_at']],
];

/**
 * Facts about the people at the customer: how many are known, how many may decide, whether the champion is there, has left, was replaced,
 * and how long ago it left. cs_contacts says who is known today, not since when; so a contact counts from the first interaction,
 * survey question or stamp that shows it, and until `left_on`. `last_contact_at` holds the last of all contacts and so tells the future: it is
 * not used. Role and title are taken as they are written. null where no contact was known by then.
 *
 * @example
 * readContactFacts({ contacts: [{ contact_id: 1, role: 'champion', left_on: '1970-01-05' }], interactions: [], surveyAnswers: [] })(9 * 86400000).champion_unreplaced
 * // => 1
 */
export function readContactFacts(
	records: Pick<AccountRecords, 'contacts' | 'interactions' | 'surveyAnswers'>,
): FactsAt {
	const seen = firstSeen(records);
	const people = records.contacts.map((row) => {
		const left = instantIn(row, 'left_on') ?? Number.POSITIVE_INFINITY;
		const { from, until } = knownSpan(row);
		const created = instantIn(row, 'created_at') ?? Number.POSITIVE_INFINITY;
		const shown = Math.min(created, seen.get(String(row.contact_id)) ?? Number.POSITIVE_INFINITY, left);
		// A stamp alone shows the contact; where something happened with it, it was there before it was last written down.
		const since = Number.isFinite(shown) ? shown : from > 0 ? from : Number.POSITIVE_INFINITY;
		const described = isText(row.title) || isText(row.role);
		return {
			since,
			until,
			left,
			described,
			champion: CHAMPION.test(String(row.role)),
			deciding: described && isDecisionMaker(row),
		};
	});
	return (cut) => {
		const known = people.filter(({ since, until }) => since <= cut && until > cut);
		const present = known.filter(({ left }) => left > cut);
		const described = present.filter((person) => person.described);
		const champions = known.filter(({ champion }) => champion);
		const there = champions.some(({ left }) => left > cut);
		const lastLeft = Math.max(...champions.filter(({ left }) => left <= cut).map(({ left }) => left));
		const hasLeft = Number.isFinite(lastLeft);
		const leftLately = known.filter(({ left }) => left <= cut && left > cut - 180 * MS_PER_DAY).length;
		const none = known.length === 0;
		return {
			known_contacts: none ? null : present.length,
			decision_makers: described.length === 0 ? null : described.filter(({ deciding }) => deciding).length,
			contacts_left_180d: none ? null : leftLately,
			new_deciders_90d: none
				? null
				: present.filter(({ deciding, since }) => deciding && since > cut - 90 * MS_PER_DAY).length,
			champion_known: none ? null : there ? 1 : 0,
			champion_left: champions.length === 0 ? null : hasLeft ? 1 : 0,
			champion_unreplaced: champions.length === 0 ? null : hasLeft && !there ? 1 : 0,
			days_since_champion_left: hasLeft ? Math.floor((cut - lastLeft) / MS_PER_DAY) : null,
		};
	};
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** First instant at which something happened with a contact, by contact id. */
function firstSeen(
	records: Pick<AccountRecords, 'interactions' | 'surveyAnswers'>,
): ReadonlyMap<string, number> {
	const first = new Map<string, number>();
	for (const [table, columns] of SEEN) {
		for (const row of records[table]) {
			if (row.contact_id === undefined || row.contact_id === null) continue;
			const at = Math.min(...columns.map((column) => instantOf(row, column)));
			const id = String(row.contact_id);
			first.set(id, Math.min(first.get(id) ?? Number.POSITIVE_INFINITY, Math.max(at, knownSpan(row).from)));
		}
	}
	return first;
}

const instantOf = (row: Row, column: string): number => instantIn(row, column) ?? Number.POSITIVE_INFINITY;
