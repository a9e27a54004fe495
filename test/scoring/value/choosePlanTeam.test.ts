import { choosePlanTeam } from '../../../scoring/value/choosePlanTeam';
import type { Person, PlanContact, TeamMember } from '../../../scoring/value/SuccessPlan';

const person = (personId: string, more: Partial<Person> = {}): Person => ({
	personId,
	roles: ['executive'],
	skills: [],
	absentFromOn: null,
	absentToOn: null,
	deputyId: null,
	load: 0,
	...more,
});
const contact = (contactId: string, title: string, more: Partial<PlanContact> = {}): PlanContact => ({
	contactId,
	role: null,
	title,
	leftOn: null,
	lastContactOn: null,
	...more,
});
const need = { csmId: 'CSM_1', contactId: 'c1', sponsorId: 'c2', members: [], onDay: '2024-12-02' };
const idOf = (team: readonly TeamMember[], role: string) => team.find((one) => one.role === role)?.id;

test('the executive with the least load oversees it, unless absent on the day of the kick-off', () => {
	const people = [person('E1', { load: 2 }), person('E2', { load: 1 }), person('A1', { roles: ['ae'] })];
	expect(idOf(choosePlanTeam(people, [], need), 'executive_oversight')).toBe('E2');
	const away = [people[0] as Person, person('E2', { absentFromOn: '2024-12-01', absentToOn: '2024-12-05' })];
	expect(idOf(choosePlanTeam(away, [], need), 'executive_oversight')).toBe('E1');
	const back = [people[0] as Person, person('E2', { absentFromOn: '2024-11-01', absentToOn: '2024-12-01' })];
	expect(idOf(choosePlanTeam(back, [], need), 'executive_oversight')).toBe('E2');
});

test('the technical lead is by title or role, still there, and a third person where there is one', () => {
	const contacts = [
		contact('c1', 'IT Manager'),
		contact('c2', 'CFO'),
		contact('c3', 'Solution Architect', { leftOn: '2024-11-30' }),
		contact('c4', 'Analyst', { role: 'technical_lead' }),
	];
	expect(idOf(choosePlanTeam([], contacts, need), 'technical_lead')).toBe('c4');
	expect(idOf(choosePlanTeam([], contacts.slice(0, 3), need), 'technical_lead')).toBe('c1');
	expect(idOf(choosePlanTeam([], [contact('c9', 'Writer')], need), 'technical_lead')).toBeNull();
});

test('the event adds its trades and fills a place itself', () => {
	const members: TeamMember[] = [
		{ side: 'ours', role: 'solution_architect', id: null, count: 3 },
		{ side: 'customer', role: 'technical_lead', id: 'c7', count: 1 },
	];
	const team = choosePlanTeam([], [contact('c4', 'IT Director')], { ...need, members });
	expect(team.map(({ role, id, count }) => [role, id, count])).toEqual([
		['csm', 'CSM_1', 1],
		['executive_oversight', null, 1],
		['primary_contact', 'c1', 1],
		['executive_sponsor', 'c2', 1],
		['solution_architect', null, 3],
		['technical_lead', 'c7', 1],
	]);
});
