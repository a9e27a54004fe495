import { isAbsent } from './isAbsent';
import type { Person } from './SuccessPlan';

export interface PlanOwner {
	/** null: nobody can take it. */
	readonly personId: string | null;
	readonly reason: string;
	/** Stands in for somebody who is absent. */
	readonly standsInFor: string | null;
	/** Whether the person has the skill asked for; null: none was asked for. */
	readonly hasSkill: boolean | null;
}

export interface OwnerNeed {
	/** null: any skill will do. */
	readonly skill: string | null;
	/** Named already; null: to be chosen. */
	readonly namedId: string | null;
	/** YYYY-MM-DD on which the person must be there; null: absence is not looked at. */
	readonly onDay: string | null;
}

const folded = (text: string): string =>
	text
		.trim()
		.toLowerCase()
		.replace(/[\s-]+/g, '_');

const byLoad = (a: Person, b: Person): number => a.load - b.load || (a.personId < b.personId ? -1 : 1);

/**
 * Who looks after a plan (a skill matches its own name and what begins with it: "financial" matches "Financial Services"): the person named already; else, of the customer success managers (role csm) with the skill, the one with the least
 * load (then the lowest id) who is not absent that day; else the deputy of such a one; else the same among those without the skill. A named person who is
 * absent is replaced by the deputy.
 *
 * @example
 * choosePlanOwner([{ personId: 'p1', roles: ['csm'], skills: ['fintech'], absentFromOn: null, absentToOn: null, deputyId: null, load: 9 }, { personId: 'p2', roles: ['csm'], skills: ['retail'], absentFromOn: null, absentToOn: null, deputyId: null, load: 1 }], { skill: 'FinTech', namedId: null, onDay: null }).personId
 * // => 'p1'
 */
export function choosePlanOwner(people: readonly Person[], { skill, namedId, onDay }: OwnerNeed): PlanOwner {
	const byId = new Map(people.map((person) => [person.personId, person]));
	const hasSkill = (person: Person): boolean | null =>
		skill === null
			? null
			: person.skills
					.map(folded)
					.some((known) => known !== '' && `${folded(skill)}_`.startsWith(`${known}_`));
	const chosen = (person: Person, reason: string, standsInFor: string | null = null): PlanOwner => ({
		personId: person.personId,
		reason,
		standsInFor,
		hasSkill: hasSkill(person),
	});
	const deputyOf = (absent: Person): PlanOwner | null => {
		const deputy = absent.deputyId === null ? undefined : byId.get(absent.deputyId);
		if (deputy === undefined || isAbsent(deputy, onDay)) return null;
		const reason = `stands in for ${absent.personId}, who is absent on ${onDay ?? ''}`;
		return chosen(deputy, reason, absent.personId);
	};

	const named = namedId === null ? undefined : byId.get(namedId);
	if (named !== undefined) {
		if (!isAbsent(named, onDay)) return chosen(named, 'is in charge already');
		return deputyOf(named) ?? chosen(named, 'is in charge already; absent, and no deputy is there');
	}
	const managers = people.filter(({ roles }) => roles.map(folded).includes('csm')).sort(byLoad);
	const groups: ReadonlyArray<readonly [Person[], string]> =
		skill === null
			? [[managers, 'has the least load']]
			: [
					[managers.filter(hasSkill), `knows ${skill} and has the least load of those who do`],
					[managers, `has the least load; nobody who knows ${skill} is there`],
				];
	for (const [group, reason] of groups) {
		const present = group.find((person) => !isAbsent(person, onDay));
		if (present !== undefined) return chosen(present, reason);
		for (const absent of group) {
			const deputy = deputyOf(absent);
			if (deputy !== null) return deputy;
		}
	}
	const reason =
		managers.length === 0 ? 'nobody has the role csm' : 'every customer success manager and deputy is absent';
	return { personId: null, reason, standsInFor: null, hasSkill: null };
}
