import { createRandom } from './createRandom';
import { formatDay } from './formatDay';
import { namePerson } from './namePerson';
import { PLACES, type Region } from './places';
import type { PortfolioRow } from './PortfolioRows';

interface Team {
	readonly prefix: string;
	readonly role: string;
	readonly regions: readonly (readonly [Region, number])[];
	readonly skills: readonly string[];
}

/** Numbers run on through the regions: CSM_01 to CSM_11 sit in the Americas, as profileAccount.ts expects. */
const TEAMS: readonly Team[] = [
	{
		prefix: 'CSM',
		role: 'csm',
		regions: [
			['amer', 11],
			['emea', 8],
			['apac', 5],
		],
		skills: ['onboarding', 'healthcare', 'financial', 'manufacturing', 'integrations', 'renewals'],
	},
	{
		prefix: 'AE',
		role: 'ae',
		regions: [
			['amer', 4],
			['emea', 3],
			['apac', 1],
		],
		skills: ['enterprise', 'expansion'],
	},
	{
		prefix: 'EXEC',
		role: 'executive',
		regions: [
			['amer', 1],
			['emea', 1],
			['apac', 1],
		],
		skills: ['escalations'],
	},
	{ prefix: 'OPS', role: 'ops', regions: [['emea', 2]], skills: ['n8n', 'data'] },
];
/** On holiday on the day of the portfolio. */
const ABSENT = 'CSM_03';
const DEPUTY = 'CSM_04';

/** Our own people by team and region: CSMs, account executives, executives, operations. */
export function writePeople(seed: number, asOf: number): PortfolioRow[] {
	return TEAMS.flatMap(({ prefix, role, regions, skills }, team) => {
		const seats = regions.flatMap(([region, count]) => Array<Region>(count).fill(region));
		return seats.map((region, index) => {
			const random = createRandom(seed, 100 * team + index, 'people');
			const place = random.pick(PLACES.filter((candidate) => candidate.region === region));
			const personId = `${prefix}_${String(index + 1).padStart(2, '0')}`;
			const { name, handle } = namePerson(random, place.style);
			const absent = personId === ABSENT;
			return {
				person_id: personId,
				name,
				email: `${handle}.${personId.toLowerCase().replace('_', '')}@our-company.example`,
				role,
				chat_id: `U${personId.replace('_', '')}`,
				time_zone: place.timeZone,
				absent_from_on: absent ? formatDay(asOf - 4) : null,
				absent_to_on: absent ? formatDay(asOf + 9) : null,
				deputy_id: absent ? DEPUTY : null,
				skills: [random.pick(skills), random.pick(skills)]
					.filter((skill, at, all) => all.indexOf(skill) === at)
					.join(','),
				quiet_hours: random.chance(0.8) ? '20:00-07:00' : null,
			};
		});
	});
}
