import type { HandOff } from './HandOff';

type Stakeholder = HandOff['stakeholders'][number];
const ORDER: readonly Stakeholder['part'][] = ['champion', 'decision_maker', 'influencer'];

/**
 * Whom to talk to first about growing: the champion, else who decides, else who has a say; of several the one spoken to last. Who asked not to be written
 * to is never named. null: there is nobody of these.
 *
 * @example
 * chooseContact([{ contactId: 'c', part: 'champion', lastContactOn: null, mayWrite: true }, { contactId: 'd', part: 'decision_maker', lastContactOn: null, mayWrite: true }])
 * // => 'c'
 */
export function chooseContact(
	stakeholders: readonly Pick<Stakeholder, 'contactId' | 'part' | 'lastContactOn' | 'mayWrite'>[],
): string | null {
	for (const part of ORDER) {
		const [first, ...others] = stakeholders.filter((one) => one.part === part && one.mayWrite);
		if (first === undefined) continue;
		const newest = others.reduce(
			(best, one) => ((one.lastContactOn ?? '') > (best.lastContactOn ?? '') ? one : best),
			first,
		);
		return newest.contactId;
	}
	return null;
}
