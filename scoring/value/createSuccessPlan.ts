import { addDays } from '../core/addDays';
import { isDay } from '../core/isDay';
import { choosePlanContacts } from './choosePlanContacts';
import { choosePlanOwner } from './choosePlanOwner';
import { choosePlanTeam } from './choosePlanTeam';
import { planKickoff } from './planKickoff';
import type {
	CreatedPlan,
	Person,
	PlanContact,
	PlanDesign,
	PlannedMilestone,
	PlanRequest,
	PlanRisk,
} from './SuccessPlan';

export interface PlanSetting {
	readonly people: readonly Person[];
	readonly contacts: readonly PlanContact[];
	/** YYYY-MM-DD */
	readonly asOfOn: string;
	/** The kick-off is due within this many days of the signing. */
	readonly kickoffDays: number;
}

/**
 * A success plan from what was won: who looks after it (`choosePlanOwner`), whom we talk to (`choosePlanContacts`), milestones by the design's weeks,
 * the kick-off within days of the signing, the team of both sides (`choosePlanTeam`), and the risks that are already there. It is a draft while nobody is in charge or the day of
 * signing is not known; then dates stay null.
 *
 * @example
 * createSuccessPlan({ planId: 'P', accountId: 'a', kind: 'renewal', signedOn: '2024-11-25', startsOn: null, vertical: null, csmId: null, contactId: null, sponsorId: null, hasBaseline: true, criteria: [], risks: [] }, { kind: 'renewal', weeks: 4, milestones: [{ key: 'kickoff', name: 'Kick-off', phase: 'Kick-off', week: 1, weight: 100, owner: 'csm' }] }, { people: [], contacts: [], asOfOn: '2024-11-25', kickoffDays: 7 }).milestones[0].dueOn
 * // => '2024-12-02'
 */
export function createSuccessPlan(
	request: PlanRequest,
	design: PlanDesign,
	setting: PlanSetting,
): CreatedPlan {
	const signedOn = isDay(request.signedOn) ? request.signedOn : null;
	const startsOn = isDay(request.startsOn) ? request.startsOn : signedOn;
	const kickoffOn = signedOn === null ? null : planKickoff(signedOn, setting.kickoffDays);
	const owner = choosePlanOwner(setting.people, {
		skill: request.vertical,
		namedId: request.csmId,
		onDay: kickoffOn,
	});
	const named = { primaryId: request.contactId, sponsorId: request.sponsorId };
	const { primaryId, sponsorId, reasons } = choosePlanContacts(setting.contacts, named, setting.asOfOn);

	const milestones = design.milestones.map(
		({ key, name, phase, week, weight, owner: by }, index): PlannedMilestone => {
			const dueOn = index === 0 ? kickoffOn : startsOn === null ? null : addDays(startsOn, 7 * week);
			return {
				milestoneId: `${request.planId}:${key}`,
				name,
				phase,
				weight,
				dueOn,
				ownerId: by === 'csm' ? owner.personId : (primaryId ?? owner.personId),
			};
		},
	);
	const risks = [...request.risks];
	const risk = (isThere: boolean, id: string, text: string, mitigation: string): void => {
		if (isThere) risks.push({ id, text, mitigation });
	};
	const { asOfOn } = setting;
	risk(
		owner.personId === null,
		'no-csm',
		`Nobody is in charge: ${owner.reason}.`,
		'Name a customer success manager.',
	);
	risk(
		owner.hasSkill === false,
		'csm-without-skill',
		`${owner.personId ?? ''} does not know ${request.vertical ?? ''}.`,
		'Add somebody who does for the first weeks.',
	);
	risk(
		owner.standsInFor !== null,
		'csm-absent',
		`${owner.standsInFor ?? ''} is absent at the kick-off; ${owner.personId ?? ''} stands in.`,
		'Agree on the day of the handover.',
	);
	risk(
		primaryId === null,
		'no-contact',
		'The customer has no primary contact.',
		'Ask the seller whom to call.',
	);
	risk(
		sponsorId === null,
		'no-sponsor',
		'The customer has no executive sponsor.',
		'Ask the primary contact who signs, and invite that person to the kick-off.',
	);
	risk(
		sponsorId !== null && sponsorId === primaryId,
		'one-person',
		'Primary contact and sponsor are the same person.',
		'Find a second contact, so that the plan outlives a change of role.',
	);
	risk(
		signedOn === null,
		'no-signing-day',
		'The day of signing is not known.',
		'Fill it in; the dates follow from it.',
	);
	risk(
		kickoffOn !== null && kickoffOn < asOfOn,
		'kickoff-late',
		`The kick-off was due on ${kickoffOn ?? ''}.`,
		'Call today and agree on the next free day.',
	);
	risk(
		!request.hasBaseline,
		'no-baseline',
		'Nobody measured where the customer starts from.',
		'Take the baseline in the kick-off; later it cannot be taken any more.',
	);
	risk(
		request.criteria.length === 0,
		'no-criteria',
		'There are no success criteria.',
		'Agree on two to four, each with a target and a week.',
	);
	return {
		status: owner.personId === null || startsOn === null ? 'draft' : 'active',
		csmId: owner.personId,
		contactId: primaryId,
		sponsorId,
		startsOn,
		endsOn: startsOn === null ? null : addDays(startsOn, 7 * design.weeks),
		kickoffOn,
		milestones,
		risks: risks satisfies PlanRisk[],
		team: choosePlanTeam(setting.people, setting.contacts, {
			csmId: owner.personId,
			contactId: primaryId,
			sponsorId,
			members: request.team ?? [],
			onDay: kickoffOn ?? asOfOn,
		}),
		reasons: [...(owner.personId === null ? [] : [`${owner.personId} ${owner.reason}`]), ...reasons],
	};
}
