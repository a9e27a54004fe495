import type { MilestoneDesign, PlanDesign, PlanKind } from './SuccessPlan';

type Line = readonly [key: string, name: string, week: number, weight: number, owner?: 'contact'];

const phase = (name: string, lines: readonly Line[]): MilestoneDesign[] =>
	lines.map(([key, text, week, weight, owner = 'csm' as const]) => ({
		key,
		name: text,
		phase: name,
		week,
		weight,
		owner,
	}));

const kickoff = (weight: number): MilestoneDesign[] =>
	phase('Kick-off', [['kickoff', 'Kick-off with the customer', 1, weight]]);

/**
 * The plans by kind with their phases and weeks. Phases and weeks follow the field's usual course (onboarding weeks 1-4, 5-8, 9-12); the weights are
 * this project's choice and add up to 100.
 */
export const PLAN_DESIGNS: Readonly<Record<PlanKind, PlanDesign>> = {
	onboarding: {
		kind: 'onboarding',
		weeks: 12,
		milestones: [
			...kickoff(10),
			...phase('Foundation setup (weeks 1-4)', [
				['setup', 'Platform set up and reachable', 2, 10],
				['connected', 'Critical systems connected', 3, 10, 'contact'],
				['checked', 'Security and compliance checks passed', 4, 10, 'contact'],
				['access', 'Every authorised user has access', 4, 10, 'contact'],
			]),
			...phase('Process integration (weeks 5-8)', [
				['trained', 'Users trained and certified', 6, 10],
				['automated', 'Agreed processes automated', 8, 10, 'contact'],
			]),
			...phase('Value realization (weeks 9-12)', [
				['reporting', 'Reporting automated', 11, 10],
				['validated', 'Value confirmed with the customer', 12, 10],
				['feedback', 'Feedback asked for, reference agreed', 12, 10],
			]),
		],
	},
	expansion: {
		kind: 'expansion',
		weeks: 8,
		milestones: [
			...kickoff(10),
			...phase('Stakeholders and technology (week 1)', [
				['aligned', 'Stakeholders and technical scope agreed', 1, 15],
			]),
			...phase('Business case (weeks 2-3)', [['case', 'Business case agreed', 3, 25, 'contact']]),
			...phase('Proposal and negotiation (weeks 4-6)', [['proposal', 'Proposal negotiated', 6, 25]]),
			...phase('Contract (weeks 7-8)', [['contract', 'Contract signed', 8, 25, 'contact']]),
		],
	},
	renewal: {
		kind: 'renewal',
		weeks: 4,
		milestones: [
			...kickoff(10),
			...phase('Executive (week 1)', [['executive', 'Results presented to the executive', 1, 25]]),
			...phase('Technical (week 2)', [['technical', 'Technical needs confirmed', 2, 20, 'contact']]),
			...phase('Commercial (week 3)', [['commercial', 'Terms agreed', 3, 20]]),
			...phase('Finalisation (week 4)', [['final', 'Renewal signed', 4, 25, 'contact']]),
		],
	},
	advocacy: {
		kind: 'advocacy',
		weeks: 8,
		milestones: [
			...kickoff(10),
			...phase('Content and executives (weeks 1-2)', [
				['content', 'Story and speakers agreed', 2, 30, 'contact'],
			]),
			...phase('Assets (weeks 3-4)', [['assets', 'Case study and video approved', 4, 30, 'contact']]),
			...phase('Launch (weeks 5-8)', [['launch', 'Published and in use', 8, 30]]),
		],
	},
};
