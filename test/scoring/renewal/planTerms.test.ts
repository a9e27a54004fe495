import fc from 'fast-check';

import { dayNumber } from '../../../scoring/core/dayNumber';
import { dayText } from '../../../scoring/renewal/dayText';
import { addMonths } from '../../../scoring/renewal/addMonths';
import type { Contract } from '../../../scoring/renewal/Contract';
import { currentTerm } from '../../../scoring/renewal/currentTerm';
import { account, contract, planFirst, settings } from './planFixtures';

const stateOf = (columns: Partial<Contract>, asOf = '2024-11-24') =>
	planFirst({ contracts: [contract(columns)] }, { asOf });
const codes = (columns: Partial<Contract>, asOf?: string) =>
	stateOf(columns, asOf).issues.map(({ code }) => code);

describe('terms', () => {
	test('months are added from one anchor: no drift at month ends, leap days kept where there are any', () => {
		expect([1, 2, 13].map((months) => addMonths('2023-12-31', months))).toEqual([
			'2024-01-31',
			'2024-02-29',
			'2025-01-31',
		]);
		expect(addMonths('2024-02-29', 48)).toBe('2028-02-29');
		expect(addMonths('2024-01-15', -25)).toBe('2021-12-15');
	});

	test('an automatic renewal rolls to the term that holds today, the last day inside', () => {
		const rolling = contract({ startsOn: '2020-03-01', endsOn: '2021-02-28', autoRenew: true });
		expect(currentTerm(rolling, '2021-02-28')).toMatchObject({ number: 0, endsOn: '2021-02-28' });
		expect(currentTerm(rolling, '2021-03-01')).toMatchObject({
			number: 1,
			startsOn: '2021-03-01',
			endsOn: '2022-02-28',
		});
		// The term before a leap day ends on it.
		expect(currentTerm(rolling, '2024-02-10')).toMatchObject({ number: 3, endsOn: '2024-02-29' });
	});

	test('a month-to-month contract begun on the 31st ends on the last day that each month allows', () => {
		const monthly = contract({ startsOn: '2024-01-31', endsOn: null, termMonths: 1, autoRenew: true });
		expect(['2024-02-01', '2024-03-05', '2024-04-02'].map((day) => currentTerm(monthly, day).endsOn)).toEqual(
			['2024-02-28', '2024-03-30', '2024-04-29'],
		);
		expect(currentTerm(monthly, '2024-04-02').kind).toBe('month_to_month');
	});

	test('a term of several years ends once, at its end', () => {
		const years = stateOf({ startsOn: '2023-04-01', endsOn: '2026-03-31', termMonths: 36 });
		expect([years.term.months, years.daysToEnd, years.state]).toEqual([36, 492, 'upcoming']);
		expect(years.crossings).toEqual([]);
	});

	test('an end nobody entered is start plus term, and says so', () => {
		expect(stateOf({ endsOn: null }).term).toMatchObject({ endsOn: '2025-03-31', derived: true });
	});

	test('without a term, an automatic renewal takes the length of the first one', () => {
		const plan = stateOf({ termMonths: null, autoRenew: true, startsOn: '2022-04-01', endsOn: '2023-03-31' });
		expect(plan.term).toMatchObject({ number: 2, endsOn: '2025-03-31', months: 12 });
	});

	test('an automatic renewal of a length nobody knows stays at its end and warns', () => {
		const columns = { termMonths: null, autoRenew: true, startsOn: '2023-04-10', endsOn: '2024-11-01' };
		expect(stateOf(columns).state).toBe('overdue');
		expect(codes(columns)).toContain('no-term');
	});
});

describe('states', () => {
	test.each([
		['draft', { status: 'draft' }],
		['terminated', { status: 'terminated' }],
		['ended', { status: 'ended' }],
		['evergreen', { endsOn: null, termMonths: null, noticeDays: 30 }],
		['evergreen', { endsOn: null, termMonths: null, autoRenew: true }],
		['no_end_date', { endsOn: null, termMonths: null }],
		['no_end_date', { endsOn: null, startsOn: null }],
		['month_to_month', { endsOn: '2024-04-30', termMonths: 1 }],
		['lapsed', { endsOn: '2024-08-25', startsOn: '2023-08-26' }],
	] as const)('%s: nothing is due', (state, columns) => {
		const plan = stateOf(columns);
		expect([plan.state, plan.due, plan.crossings, plan.structure]).toEqual([state, false, [], null]);
	});

	test('a contract of one month that does not renew itself is due as any other', () => {
		const plan = stateOf({ startsOn: '2024-11-10', endsOn: '2024-12-09', termMonths: 1, autoRenew: false });
		expect([plan.state, plan.due, plan.daysToEnd]).toEqual(['upcoming', true, 15]);
	});

	test('the last day is inside, the next is overdue until the catch-up is over', () => {
		expect(stateOf({}, '2025-03-31').state).toBe('in_window');
		expect(stateOf({}, '2025-04-01').state).toBe('overdue');
		expect(stateOf({}, '2025-06-29').state).toBe('overdue');
		expect(stateOf({}, '2025-06-30').state).toBe('lapsed');
	});

	test('a missing end is said with what to enter', () => {
		expect(codes({ endsOn: null, startsOn: null })).toEqual(['no-end-date']);
	});

	test('month-to-month contracts have stages when somebody wants them', () => {
		const stages = { ...settings().stages, monthToMonth: true };
		const monthly = contract({ startsOn: '2024-01-01', endsOn: null, termMonths: 1, autoRenew: true });
		const plan = planFirst(
			{ contracts: [monthly] },
			{ asOf: '2024-11-24', stages: { ...stages, catchUpDays: 0 } },
		);
		expect(plan.crossings.map(({ id, dueOn }) => [id, dueOn])).toEqual([
			['14', '2024-11-16'],
			['7', '2024-11-23'],
		]);
	});
});

test('today is the day where the account is; of a zone nobody knows it is the day in UTC, with a warning', () => {
	const on = (timeZone: string) =>
		planFirst(
			{ accounts: new Map([['techcorp', account({ timeZone })]]) },
			{ asOf: '2025-01-30T20:00:00.000Z' },
		);
	expect(['Asia/Tokyo', 'America/New_York', 'Mars/Base'].map((zone) => on(zone).daysToEnd)).toEqual([
		59, 60, 60,
	]);
	expect(on('Mars/Base').issues.map(({ code }) => code)).toEqual(['bad-time-zone']);
});

test('a day number and its day are the same, over all years', () => {
	fc.assert(
		fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
			expect(dayNumber(dayText(number))).toBe(number);
		}),
	);
	for (const day of [
		'2000-02-29',
		'2100-02-28',
		'2100-03-01',
		'2400-02-29',
		'0001-01-01',
		'9999-12-31',
		'1600-02-29',
	]) {
		expect(dayText(dayNumber(day) as number)).toBe(day);
	}
});

test('a plan for the end of all days ends', () => {
	const plan = stateOf({ autoRenew: true, termMonths: 1, endsOn: '2024-04-30' }, '9999-12-31');
	expect(plan.state).toBe('month_to_month');
});
