import fc from 'fast-check';

import { addDays } from '../../../scoring/core/addDays';
import { daysBetween } from '../../../scoring/core/daysBetween';
import { choosePlanContacts } from '../../../scoring/value/choosePlanContacts';
import { createSuccessPlan } from '../../../scoring/value/createSuccessPlan';
import { PLAN_DESIGNS } from '../../../scoring/value/planDesigns';
import { planKickoff } from '../../../scoring/value/planKickoff';
import type { Person, PlanContact, PlanRequest } from '../../../scoring/value/SuccessPlan';

const person = (personId: string, over: Partial<Person> = {}): Person => ({
	personId,
	roles: ['csm'],
	skills: ['fintech'],
	absentFromOn: null,
	absentToOn: null,
	deputyId: null,
	load: 5,
	...over,
});
const contact = (contactId: string, over: Partial<PlanContact> = {}): PlanContact => ({
	contactId,
	role: null,
	title: null,
	leftOn: null,
	lastContactOn: null,
	...over,
});
const nobody = { primaryId: null, sponsorId: null };

describe('whom we talk to', () => {
	test('by role, sponsor by what may sign, two people where there are two', () => {
		const contacts = [
			contact('ceo', { title: 'CEO', lastContactOn: '2026-01-02' }),
			contact('champ', { role: 'champion' }),
			contact('main', { role: 'primary contact' }),
		];
		expect(choosePlanContacts(contacts, nobody, '2026-01-10')).toEqual({
			primaryId: 'main',
			sponsorId: 'ceo',
			reasons: [],
		});
		expect(choosePlanContacts([contact('ceo', { title: 'CEO' })], nobody, '2026-01-10')).toMatchObject({
			primaryId: 'ceo',
			sponsorId: 'ceo',
		});
		expect(
			choosePlanContacts([contact('x', { title: 'Analyst' })], nobody, '2026-01-10').sponsorId,
		).toBeNull();
		expect(choosePlanContacts([], nobody, '2026-01-10')).toMatchObject({ primaryId: null, sponsorId: null });
	});

	test('who left is not chosen, even when named', () => {
		const contacts = [contact('gone', { role: 'primary', leftOn: '2026-01-10' }), contact('here')];
		const { primaryId, reasons } = choosePlanContacts(
			contacts,
			{ ...nobody, primaryId: 'gone' },
			'2026-01-10',
		);
		expect(primaryId).toBe('here');
		expect(reasons).toEqual([expect.stringMatching(/gone was named/)]);
	});
});

test('the kick-off is a working day within the days after any signing', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 2, max: 14 }), (offset, within) => {
			const signedOn = addDays('2000-01-01', offset);
			const kickoff = planKickoff(signedOn, within);
			const days = daysBetween(signedOn, kickoff) ?? NaN;
			expect(days).toBeGreaterThanOrEqual(0);
			expect(days).toBeLessThanOrEqual(within);
			expect([0, 6]).not.toContain(new Date(`${kickoff}T00:00:00Z`).getUTCDay());
		}),
	);
	expect(planKickoff('soon', 7)).toBe('soon');
});

const request = (over: Partial<PlanRequest> = {}): PlanRequest => ({
	planId: 'P',
	accountId: 'a',
	kind: 'onboarding',
	signedOn: '2024-11-25',
	startsOn: null,
	vertical: 'fintech',
	csmId: null,
	contactId: null,
	sponsorId: null,
	hasBaseline: true,
	criteria: [],
	risks: [],
	...over,
});
const setting = {
	people: [person('p1')],
	contacts: [contact('c1', { role: 'primary' }), contact('c2', { title: 'CFO' })],
	asOfOn: '2024-11-26',
	kickoffDays: 7,
};

describe('a new plan', () => {
	test.each(Object.values(PLAN_DESIGNS).map((design) => [design.kind, design] as const))(
		'%s: weights add up to 100, keys are unique, nothing is due after its end',
		(_, design) => {
			expect(design.milestones.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
			expect(new Set(design.milestones.map(({ key }) => key)).size).toBe(design.milestones.length);
			for (const { week } of design.milestones) expect(week).toBeLessThanOrEqual(design.weeks);
		},
	);

	test('has people, a kick-off within 7 days, and dates by weeks', () => {
		const plan = createSuccessPlan(request(), PLAN_DESIGNS.onboarding, setting);
		expect(plan).toMatchObject({
			status: 'active',
			csmId: 'p1',
			contactId: 'c1',
			sponsorId: 'c2',
			startsOn: '2024-11-25',
			endsOn: '2025-02-17',
			kickoffOn: '2024-12-02',
		});
		expect(plan.milestones[0]).toMatchObject({
			milestoneId: 'P:kickoff',
			dueOn: '2024-12-02',
			ownerId: 'p1',
		});
		expect(plan.milestones.find(({ milestoneId }) => milestoneId === 'P:automated')).toMatchObject({
			dueOn: '2025-01-20',
			ownerId: 'c1',
		});
		expect(plan.risks.map(({ id }) => id)).toEqual(['no-criteria']);
	});

	test('crosses a leap day by weeks', () => {
		const plan = createSuccessPlan(request({ signedOn: '2024-02-26' }), PLAN_DESIGNS.renewal, setting);
		expect(plan.milestones.map(({ dueOn }) => dueOn)).toEqual([
			'2024-03-04',
			'2024-03-04',
			'2024-03-11',
			'2024-03-18',
			'2024-03-25',
		]);
	});

	test('names what is wrong from the start, and is a draft without day or owner', () => {
		const empty = createSuccessPlan(
			request({ signedOn: null, hasBaseline: false }),
			PLAN_DESIGNS.onboarding,
			{
				...setting,
				people: [],
				contacts: [],
			},
		);
		expect(empty).toMatchObject({
			status: 'draft',
			startsOn: null,
			endsOn: null,
			kickoffOn: null,
			csmId: null,
		});
		expect(empty.milestones.every(({ dueOn }) => dueOn === null)).toBe(true);
		expect(empty.risks.map(({ id }) => id)).toEqual([
			'no-csm',
			'no-contact',
			'no-sponsor',
			'no-signing-day',
			'no-baseline',
			'no-criteria',
		]);
		const late = createSuccessPlan(request(), PLAN_DESIGNS.onboarding, { ...setting, asOfOn: '2024-12-03' });
		expect(late.risks.map(({ id }) => id)).toContain('kickoff-late');
		const one = createSuccessPlan(request(), PLAN_DESIGNS.onboarding, {
			...setting,
			contacts: [contact('c2', { title: 'CFO' })],
		});
		expect(one.risks.map(({ id }) => id)).toContain('one-person');
	});
});
