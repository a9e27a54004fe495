import { instantIn } from './instantIn';
import { isDecisionMaker } from './isDecisionMaker';
import { isKnownAt } from './isKnownAt';
import type { Measure, Measures, Row } from './Records';

const MS_PER_DAY = 86_400_000;
const NONE: Measure = { value: null, observedOn: null };

/**
 * Who is known at the customer and when there was word of them last: `known_contacts` and `decision_makers` count cs_contacts that have
 * not left; `days_since_contact` is the age of the newest `last_contact_at` or interaction, in whole days. An account without contacts
 * has no counts, one of whose contacts none has a title or role has no count of decision makers: that is not known, not 0.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * measureContacts([{ contact_id: 1, title: 'CFO', last_contact_at: '1970-01-01' }], [], 10 * 86400000).days_since_contact?.value
 * // => 10
 */
export function measureContacts(
	contacts: readonly Row[],
	interactions: readonly Row[],
	cut: number,
): Measures {
	const present = contacts.filter((row) => isPresent(row, cut));
	const described = present.filter((row) => isText(row.title) || isText(row.role));
	const deciding = described.filter(isDecisionMaker).length;
	return {
		known_contacts: present.length === 0 ? NONE : { value: present.length, observedOn: null },
		decision_makers:
			described.length === 0
				? NONE
				: {
						value: deciding,
						observedOn: null,
						note: `of ${described.length} ${described.length === 1 ? 'contact' : 'contacts'} with a title or role`,
					},
		days_since_contact: daysSinceContact(contacts, interactions, cut),
	};
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

function isPresent(row: Row, cut: number): boolean {
	const left = instantIn(row, 'left_on');
	return isKnownAt(row, cut) && (left === null || left > cut);
}

/** With somebody who has left since, too: the account was spoken to. */
function daysSinceContact(contacts: readonly Row[], interactions: readonly Row[], cut: number): Measure {
	const newest = Math.max(
		newestOf(contacts, 'last_contact_at', cut),
		newestOf(interactions, 'occurred_at', cut),
	);
	if (newest === Number.NEGATIVE_INFINITY) return NONE;
	return {
		value: Math.floor((cut - newest) / MS_PER_DAY),
		observedOn: null,
		note: `last on ${new Date(newest).toISOString().slice(0, 10)}`,
	};
}

function newestOf(rows: readonly Row[], column: string, cut: number): number {
	let newest = Number.NEGATIVE_INFINITY;
	for (const row of rows) {
		const at = instantIn(row, column);
		// A meeting the customer did not come to was no contact.
		if (at === null || at > cut || at <= newest || row.attended === false || !isKnownAt(row, cut)) continue;
		newest = at;
	}
	return newest;
}
