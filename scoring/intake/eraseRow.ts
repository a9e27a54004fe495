import type { RowErasure } from './Erasure';
import { eraseFrom } from './eraseFrom';
import type { Identity } from './identifyPerson';
import { wordOf } from './wordOf';

type Row = Readonly<Record<string, unknown>>;

/** Columns that go when the row is about the person: what somebody said, or who they are. */
const THEIR_COLUMNS: Readonly<Record<string, readonly string[]>> = {
	cs_interactions: ['text'],
	cs_survey_answers: ['text'],
	cs_people: ['name', 'email', 'chat_id', 'absent_from_on', 'absent_to_on', 'quiet_hours', 'skills'],
};
const ERASED = '[erased]';
const PERSON_COLUMNS = ['contact_id', 'sponsor_id', 'person_id', 'user_id'];

/**
 * What has to change in one row so that nothing in it names the person; null: nothing. A contact is deleted; the answer and the meeting
 * of that contact stay as figures without text and without contact; our own people keep their id, because tasks hang on it. An outbox
 * row that mentions them and has not been sent is stopped. Anything else loses the mention only.
 *
 * @example
 * eraseRow('cs_survey_answers', ['answer_id'], { answer_id: 'n1', contact_id: 'c1', score: 9, text: 'Great' }, { emails: [], ids: ['c1'], names: [], accountIds: [] })?.set
 * // => { contact_id: null, text: null }
 */
export function eraseRow(
	table: string,
	key: readonly string[],
	row: Row,
	person: Identity,
): RowErasure | null {
	const isThem = PERSON_COLUMNS.some((column) => person.ids.includes(wordOf(row[column])));
	const where = Object.fromEntries(key.map((column) => [column, row[column] ?? null]));
	if (table === 'cs_contacts' && (isThem || person.emails.includes(wordOf(row.email).trim().toLowerCase()))) {
		return { table, where, action: 'delete', set: {}, reason: 'the contact itself' };
	}
	if (table === 'cs_dead_letters' && isLetterOf(row, person)) {
		const set = { external_id: ERASED, payload_json: '{"erased":true}' };
		return { table, where, action: 'update', set, reason: 'the record of the contact that was refused' };
	}
	const set: Record<string, unknown> = {};
	const withNames =
		person.accountIds.includes(wordOf(row.account_id)) ||
		isThem ||
		table === 'cs_audit' ||
		// Where their address or id stands, the name beside it is theirs and no namesake's.
		Object.entries(row).some(([column, value]) => eraseFrom(value, person, false, column) !== value);
	for (const [column, value] of Object.entries(row)) {
		if (table === 'cs_people' && isThem && column === 'person_id') continue;
		if (isThem && THEIR_COLUMNS[table]?.includes(column) === true) {
			if (value !== null && value !== undefined && value !== '') set[column] = null;
		} else if (PERSON_COLUMNS.includes(column) && person.ids.includes(wordOf(value))) {
			set[column] = key.includes(column) ? ERASED : null;
		} else {
			const erased = eraseFrom(value, person, withNames, column);
			if (erased !== value) set[column] = erased;
		}
	}
	const columns = Object.keys(set);
	if (columns.length === 0) return null;
	if (
		table === 'cs_outbox' &&
		(row.status === 'planned' || row.status === 'claimed' || row.status === 'failed')
	) {
		set.status = 'dead';
		set.error = 'Stopped: the person it concerns was erased.';
	}
	return { table, where, action: 'update', set, reason: `mentions the person in ${columns.join(', ')}` };
}

/** A contact's record by vendor id: `hubspot` and `151` of `hubspot:151`. */
function isLetterOf(row: Row, person: Identity): boolean {
	if (row.object !== 'contacts' && row.object !== 'people') return false;
	return person.ids.includes(`${wordOf(row.source)}:${wordOf(row.external_id)}`);
}
