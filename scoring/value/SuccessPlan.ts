import type { Criterion } from './Checkpoint';

export type PlanKind = 'onboarding' | 'expansion' | 'renewal' | 'advocacy';
export type PlanStatus = 'draft' | 'active' | 'on_track' | 'at_risk' | 'completed' | 'cancelled';

export interface MilestoneDesign {
	/** Part of the milestone's id: never change it. */
	readonly key: string;
	readonly name: string;
	readonly phase: string;
	/** Weeks after the start at whose end it is due. */
	readonly week: number;
	/** Share in the progress; those of a plan add up to 100. */
	readonly weight: number;
	readonly owner: 'csm' | 'contact';
}

export interface PlanDesign {
	readonly kind: PlanKind;
	readonly weeks: number;
	/** The first one is the kick-off; its week is replaced by the days after signing. */
	readonly milestones: readonly MilestoneDesign[];
}

/** One of our own people. Days are YYYY-MM-DD; null: not known, or none. */
export interface Person {
	readonly personId: string;
	readonly roles: readonly string[];
	readonly skills: readonly string[];
	readonly absentFromOn: string | null;
	readonly absentToOn: string | null;
	readonly deputyId: string | null;
	/** Accounts and plans in hand; see the caller for what it counts. */
	readonly load: number;
}

/** Someone at the customer. */
export interface PlanContact {
	readonly contactId: string;
	readonly role: string | null;
	readonly title: string | null;
	readonly leftOn: string | null;
	readonly lastContactOn: string | null;
}

export interface PlanRisk {
	readonly id: string;
	readonly text: string;
	readonly mitigation: string;
}

/** Somebody, or so many of a trade, who brings a plan about. */
export interface TeamMember {
	readonly side: 'ours' | 'customer';
	/** What the person is in the plan: csm, executive_oversight, primary_contact, executive_sponsor, technical_lead, or a trade of the event's own. */
	readonly role: string;
	/** person_id (ours) or contact_id (customer); null: the place is there, its name is not known yet. */
	readonly id: string | null;
	/** How many of them; 1 where an id is given. */
	readonly count: number;
}

/** What a plan is made from. */
export interface PlanRequest {
	/** Made by the caller from the event, so that the same event makes the same plan. */
	readonly planId: string;
	readonly accountId: string;
	readonly kind: PlanKind;
	/** null: not known; the plan is then a draft without dates. */
	readonly signedOn: string | null;
	/** First day of week 1; null: the day of signing. */
	readonly startsOn: string | null;
	/** Industry of the account, matched with the skills of our people. */
	readonly vertical: string | null;
	/** Named by the event or already in charge. */
	readonly csmId: string | null;
	readonly contactId: string | null;
	readonly sponsorId: string | null;
	/** Whether anybody measured where the customer starts from. */
	readonly hasBaseline: boolean;
	readonly criteria: readonly Criterion[];
	readonly risks: readonly PlanRisk[];
	/** Who the event says brings it about, besides those in charge. */
	readonly team?: readonly TeamMember[];
}

export interface PlannedMilestone {
	readonly milestoneId: string;
	readonly name: string;
	readonly phase: string;
	readonly weight: number;
	readonly dueOn: string | null;
	readonly ownerId: string | null;
}

export interface CreatedPlan {
	readonly status: PlanStatus;
	readonly csmId: string | null;
	readonly contactId: string | null;
	readonly sponsorId: string | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly kickoffOn: string | null;
	readonly milestones: readonly PlannedMilestone[];
	readonly risks: readonly PlanRisk[];
	readonly team: readonly TeamMember[];
	/** Why each person was chosen. */
	readonly reasons: readonly string[];
}

/** A milestone as it stands. */
export interface MilestoneState {
	readonly milestoneId: string;
	readonly name: string;
	readonly weight: number;
	readonly dueOn: string | null;
	/** UTC calendar day; null: not done, or nobody knows when. */
	readonly doneOn: string | null;
	readonly status: 'open' | 'done' | 'cancelled';
}
