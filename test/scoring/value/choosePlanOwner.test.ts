import { choosePlanOwner } from '../../../scoring/value/choosePlanOwner';
import type { Person } from '../../../scoring/value/SuccessPlan';

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
const need = { skill: 'FinTech', namedId: null, onDay: '2024-12-02' };
const away = { absentFromOn: '2024-11-30', absentToOn: '2024-12-10' };

describe('who looks after a plan', () => {
	test('the least loaded one with the skill, not the least loaded one', () => {
		const people = [
			person('a', { load: 9 }),
			person('b', { load: 7 }),
			person('c', { skills: ['retail'], load: 0 }),
		];
		expect(choosePlanOwner(people, need)).toMatchObject({ personId: 'b', hasSkill: true, standsInFor: null });
		expect(choosePlanOwner([...people].reverse(), need).personId).toBe('b');
		expect(choosePlanOwner(people, { ...need, skill: null })).toMatchObject({
			personId: 'c',
			hasSkill: null,
		});
	});

	test('skills and roles are compared without case, blanks and hyphens; equal loads by id', () => {
		const people = [person('b', { skills: ['Public Sector'], roles: ['ae', 'CSM'] }), person('a')];
		expect(choosePlanOwner(people, { ...need, skill: 'public-sector' }).personId).toBe('b');
		expect(choosePlanOwner([person('b'), person('a')], need).personId).toBe('a');
		const broad = [person('a', { skills: ['fin', ''] }), person('b', { skills: ['financial'], load: 9 })];
		expect(choosePlanOwner(broad, { ...need, skill: 'Financial Services' }).personId).toBe('b');
	});

	test('absent ones are skipped, first and last day included', () => {
		const people = [person('a', { load: 0, ...away }), person('b', { load: 9 })];
		expect(choosePlanOwner(people, need).personId).toBe('b');
		for (const onDay of ['2024-11-30', '2024-12-10'])
			expect(choosePlanOwner(people, { ...need, onDay }).personId).toBe('b');
		for (const onDay of ['2024-11-29', '2024-12-11'])
			expect(choosePlanOwner(people, { ...need, onDay }).personId).toBe('a');
	});

	test('when all who know it are absent, a deputy stands in before somebody without the skill', () => {
		const people = [
			person('a', { ...away, deputyId: 'd' }),
			person('c', { skills: [], load: 0 }),
			person('d', { roles: ['ops'], skills: [], load: 3 }),
		];
		expect(choosePlanOwner(people, need)).toMatchObject({ personId: 'd', standsInFor: 'a', hasSkill: false });
		expect(choosePlanOwner([person('a', away), person('c', { skills: [] })], need)).toMatchObject({
			personId: 'c',
			hasSkill: false,
		});
		expect(choosePlanOwner([person('a', away)], need)).toMatchObject({ personId: null });
		expect(choosePlanOwner([person('s', { roles: ['ae'] })], need).reason).toMatch(/role csm/);
	});

	test('who is in charge stays, or is replaced by the deputy while absent', () => {
		const people = [person('a', { load: 0 }), person('z', { load: 90, skills: [] })];
		expect(choosePlanOwner(people, { ...need, namedId: 'z' }).personId).toBe('z');
		expect(
			choosePlanOwner([...people, person('y', { ...away, deputyId: 'z' })], { ...need, namedId: 'y' }),
		).toMatchObject({ personId: 'z', standsInFor: 'y' });
		expect(choosePlanOwner([person('y', away)], { ...need, namedId: 'y' }).personId).toBe('y');
		expect(choosePlanOwner(people, { ...need, namedId: 'unknown' }).personId).toBe('a');
	});
});
