import { instantIn } from '../measures/instantIn';
import { isDecisionMaker } from '../measures/isDecisionMaker';
import { isKnownAt } from '../measures/isKnownAt';
import { knowledgeCut } from '../measures/knowledgeCut';
import type { Row } from '../measures/Records';

const MS_PER_DAY = 86_400_000;
const CHAMPION = /champion|advocate|promoter/i;
const RECENT_DAYS = 30;
const KNOWN_DAYS = 90;

/**
 * How strong the champion is, by the data model's words: executive (a champion who can decide), strong (word of them within 30 days), moderate (90),
 * weak (longer ago or not known), none (contacts with roles, but no champion). null: no contact has a role, so nothing is known.
 *
 * @example
 * championStrength([{ role: 'champion', title: 'Team Lead', last_contact_at: '2026-01-10' }], [], '2026-01-20')
 * // => 'strong'
 */
export function championStrength(
	contacts: readonly Row[],
	interactions: readonly Row[],
	asOf: string,
): 'none' | 'weak' | 'moderate' | 'strong' | 'executive' | null {
	const cut = knowledgeCut(asOf);
	const present = contacts.filter((row) => {
		const left = instantIn(row, 'left_on');
		return isKnownAt(row, cut) && (left === null || left > cut);
	});
	if (!present.some(({ role }) => typeof role === 'string' && role !== '')) return null;
	const champions = present.filter(({ role }) => CHAMPION.test(String(role)));
	if (champions.length === 0) return 'none';
	if (champions.some((row) => isDecisionMaker({ title: row.title }))) return 'executive';
	const ids = new Set(champions.map((row) => row.contact_id));
	let newest = Number.NEGATIVE_INFINITY;
	const see = (at: number | null): void => {
		if (at !== null && at <= cut && at > newest) newest = at;
	};
	for (const row of champions) see(instantIn(row, 'last_contact_at'));
	for (const row of interactions) if (ids.has(row.contact_id)) see(instantIn(row, 'occurred_at'));
	const days = (cut - newest) / MS_PER_DAY;
	return days <= RECENT_DAYS ? 'strong' : days <= KNOWN_DAYS ? 'moderate' : 'weak';
}
