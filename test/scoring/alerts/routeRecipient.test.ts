import fc from 'fast-check';

import { routeRecipient } from '../../../scoring/alerts/routeRecipient';
import { DAY, person } from './alertRows';

const away = { absent_from_on: '2024-01-10', absent_to_on: DAY };
const map = (...people: Array<ReturnType<typeof person>>) =>
	new Map(people.map((row) => [row.person_id, row]));

test('a present person gets it', () => {
	expect(routeRecipient('a', map(person('a')), DAY)).toMatchObject({
		person: { person_id: 'a' },
		reason: null,
	});
});

test.each([
	['2024-01-09', 'a'],
	['2024-01-10', 'b'],
	[DAY, 'b'],
	['2024-01-16', 'a'],
])('first and last day of absence count: on %s it is %s', (day, expected) => {
	const people = map(person('a', { ...away, deputy_id: 'b' }), person('b'));
	expect(routeRecipient('a', people, day).person?.person_id).toBe(expected);
});

test.each([
	[{ absent_from_on: '2024-01-10' }, 'b'],
	[{ absent_to_on: DAY }, 'b'],
	[{ absent_from_on: '2024-01-16' }, 'a'],
	[{}, 'a'],
])('an open end of absence stays open: %j', (absence, expected) => {
	const people = map(person('a', { ...absence, deputy_id: 'b' }), person('b'));
	expect(routeRecipient('a', people, DAY).person?.person_id).toBe(expected);
});

test('a chain of deputies is followed', () => {
	const people = map(
		person('a', { ...away, deputy_id: 'b' }),
		person('b', { ...away, deputy_id: 'c' }),
		person('c'),
	);
	const route = routeRecipient('a', people, DAY);
	expect(route.person?.person_id).toBe('c');
	expect(route.absent.map((row) => row.person_id)).toEqual(['a', 'b']);
});

test.each([
	[null, map(), 'nobody is assigned'],
	['x', map(), 'person x is not in cs_people'],
	['a', map(person('a', away)), 'A is absent and has no deputy'],
	['a', map(person('a', { ...away, deputy_id: 'x' })), 'person x is not in cs_people'],
	['a', map(person('a', { ...away, deputy_id: 'a' })), 'A are absent and only stand in for each other'],
	[
		'a',
		map(person('a', { ...away, deputy_id: 'b' }), person('b', { ...away, deputy_id: 'a' })),
		'A and B are absent and only stand in for each other',
	],
])('%s reaches nobody: the reason is said', (id, people, reason) => {
	expect(routeRecipient(id, people, DAY)).toMatchObject({ person: null, reason });
});

test('whoever it finds is present, however the deputies are set', () => {
	const ids = ['a', 'b', 'c', 'd'];
	const team = fc.tuple(
		...ids.map((id) =>
			fc
				.record({ absent: fc.boolean(), deputy: fc.option(fc.constantFrom(...ids)) })
				.map(({ absent, deputy }) => person(id, { ...(absent ? away : {}), deputy_id: deputy })),
		),
	);
	fc.assert(
		fc.property(team, fc.constantFrom(...ids), (people, id) => {
			const route = routeRecipient(id, map(...people), DAY);
			expect(route.person === null).toBe(route.reason !== null);
			if (route.person !== null) expect(route.person.absent_from_on).toBeNull();
		}),
	);
});
