import type { Row } from './Records';

/** Roles that sign or sponsor, as CRM systems and cs_contacts call them; several may stand in one text. */
const ROLE = /decision[ _-]?maker|budget[ _-]?holder|economic[ _-]?buyer|executive|sponsor/i;
/** Titles of people who may usually sign for a department or more, in the languages CRM titles are mostly written in. */
const TITLE =
	/\b(c[efimoprst]o|ciso|chief|president|[se]?vp|managing partner|head of|director|directeur|direktor|gerente|owner|founder|co-?founder)\b|geschäftsführer|vorstand/i;
/** "Assistant to the CEO", "Product Owner". */
const NOT_TITLE = /\b(assistant|secretary|(product|process|data|project) owner)\b/i;

/**
 * Whether a contact can decide on a purchase, as far as role and title tell. A guess from words; a role that says so goes first.
 *
 * @example
 * isDecisionMaker({ title: 'VP Operations' })
 * // => true
 */
export function isDecisionMaker(contact: Row): boolean {
	if (ROLE.test(String(contact.role))) return true;
	const title = String(contact.title);
	return TITLE.test(title) && !NOT_TITLE.test(title);
}
