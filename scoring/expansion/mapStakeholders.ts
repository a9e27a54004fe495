import { instantIn } from '../measures/instantIn';
import { isDecisionMaker } from '../measures/isDecisionMaker';
import { isKnownAt } from '../measures/isKnownAt';
import { knowledgeCut } from '../measures/knowledgeCut';
import type { Row } from '../measures/Records';
import type { HandOff } from './HandOff';

type Stakeholder = HandOff['stakeholders'][number];
const PARTS: readonly Stakeholder['part'][] = ['decision_maker', 'champion', 'influencer', 'user'];

/**
 * The people at the customer who matter for a purchase: who decides, who speaks for us, who has a say (manager, lead, architect, procurement, IT), who uses it;
 * in this order, then by name. Who has left is not in it; who asked not to be written to is marked.
 *
 * @example
 * mapStakeholders([{ contact_id: 'c', name: 'Mike', title: 'CFO' }], [], '2026-01-20')[0].part
 * // => 'decision_maker'
 */
export function mapStakeholders(
	contacts: readonly Row[],
	interactions: readonly Row[],
	asOf: string,
): Stakeholder[] {
	const cut = knowledgeCut(asOf);
	const present = contacts.filter((row) => {
		const left = instantIn(row, 'left_on');
		return isKnownAt(row, cut) && (left === null || left > cut);
	});
	const newest = new Map<unknown, number>();
	for (const row of interactions) {
		const at = instantIn(row, 'occurred_at');
		if (at !== null && at <= cut && row.attended !== false)
			newest.set(row.contact_id, Math.max(at, newest.get(row.contact_id) ?? at));
	}
	const people = present.map((row): Stakeholder => {
		const own = instantIn(row, 'last_contact_at');
		const seen = newest.get(row.contact_id) ?? null;
		const last = own === null || own > cut ? seen : Math.max(own, seen ?? own);
		const optedOut = instantIn(row, 'opted_out_at');
		return {
			contactId: String(row.contact_id),
			name: textOf(row.name),
			title: textOf(row.title),
			part: partOf(row),
			lastContactOn: last === null ? null : new Date(last).toISOString().slice(0, 10),
			mayWrite: optedOut === null || optedOut > cut,
		};
	});
	return people.sort((a, b) => {
		const place = PARTS.indexOf(a.part) - PARTS.indexOf(b.part);
		return place !== 0 ? place : (a.name ?? a.contactId) < (b.name ?? b.contactId) ? -1 : 1;
	});
}

function partOf(row: Row): Stakeholder['part'] {
	if (/champion|advocate/i.test(String(row.role))) return 'champion';
	if (isDecisionMaker(row)) return 'decision_maker';
	const words = `${String(row.role)} ${String(row.title)}`;
	return /manager|lead|architect|procurement|purchas|security|\bit\b|admin|influencer/i.test(words)
		? 'influencer'
		: 'user';
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
