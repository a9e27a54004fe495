import fc from 'fast-check';

import { addDays } from '../../../scoring/core/addDays';
import { groupRecords } from '../../../scoring/measures/groupRecords';
import { isDecisionMaker } from '../../../scoring/measures/isDecisionMaker';
import { measureAccount } from '../../../scoring/measures/measureAccount';
import type { AccountRecords, Measures, Row } from '../../../scoring/measures/Records';

const AS_OF = '2026-11-20T06:00:00.000Z';
const DAY = AS_OF.slice(0, 10);
const at = (days: number): string => `${addDays(DAY, days)}T05:00:00.000Z`;

const CRM_MEASURES = [
	'known_contacts',
	'decision_makers',
	'days_since_contact',
	'days_since_meeting',
	'next_meeting',
	'open_urgent_tickets',
	'open_tickets',
	'open_growth_deals',
	'lost_deals',
	'days_to_renewal',
	'renewal_deal',
] as const;

function measure(rows: readonly Row[], account: Row = {}, asOf = AS_OF, readAtCut = true): Measures {
	const grouped = groupRecords([
		{ account_id: 'a', entitlement: 'none', metric: 'none', limit_value: null },
		...rows.map((row) => ({ account_id: 'a', ...row })),
	]);
	return measureAccount(account, grouped.accounts.get('a') as AccountRecords, asOf, readAtCut);
}
const valueOf = (
	id: (typeof CRM_MEASURES)[number],
	rows: readonly Row[],
	account: Row = {},
	asOf = AS_OF,
	readAtCut = true,
) => measure(rows, account, asOf, readAtCut)[id]?.value;

test('what a CRM does not hold is null, never 0', () => {
	const measures = measure([]);
	for (const id of CRM_MEASURES) expect([id, measures[id]?.value]).toEqual([id, null]);
});

test('tasks and colleagues are no unknown rows, and deals are known by their key', () => {
	const { accounts, unknown } = groupRecords([
		{ account_id: 'a', task_id: 't1' },
		{ person_id: 'p1', name: 'Ada' },
		{ account_id: 'a', opportunity_id: 'o1' },
		{ account_id: 'a', colour: 'red' },
	]);
	expect([accounts.get('a')?.opportunities.length, unknown]).toEqual([1, 1]);
});

describe('contacts', () => {
	const contact = (id: number, columns: Row): Row => ({ contact_id: id, ...columns });

	test('counts who is still there, and of those with a title or role who may decide', () => {
		const rows = [
			contact(1, { title: 'CFO' }),
			contact(2, { title: 'Product Owner' }),
			contact(3, { role: 'DECISION_MAKER' }),
			contact(4, {}),
			contact(5, { title: 'CEO', left_on: '2026-10-01' }),
			contact(6, { title: 'Engineer', left_on: '2026-12-01' }),
		];
		expect(valueOf('known_contacts', rows)).toBe(5);
		expect(measure(rows).decision_makers).toEqual({
			value: 2,
			observedOn: null,
			note: 'of 4 contacts with a title or role',
		});
		expect(valueOf('decision_makers', [contact(4, { title: ' ', role: null })])).toBeNull();
		expect(valueOf('decision_makers', [contact(4, { title: 'Engineer' })])).toBe(0);
	});

	test.each([
		['Chief Executive Officer', true],
		['CTO', true],
		['SVP Sales', true],
		['Vice President, Operations', true],
		['Head of IT', true],
		['Geschäftsführerin', true],
		['Managing Partner', true],
		['Assistant to the CEO', false],
		['Data Owner', false],
		['Partner Manager', false],
		['Director of Nothing', true],
		['Directory Administrator', false],
		['', false],
	])('%s decides: %s', (title, decides) => {
		expect(isDecisionMaker({ title })).toBe(decides);
	});

	test('the last contact is the newest word or meeting, also with somebody who has left', () => {
		const rows = [
			contact(1, { last_contact_at: at(-40) }),
			contact(2, { last_contact_at: at(-12), left_on: '2026-11-15' }),
			{ interaction_id: 1, kind: 'email', occurred_at: at(-20) },
			{ interaction_id: 2, kind: 'meeting', occurred_at: at(-3), attended: false },
			{ interaction_id: 3, kind: 'meeting', occurred_at: at(5) },
		];
		expect(measure(rows).days_since_contact).toEqual({
			value: 12,
			observedOn: null,
			note: 'last on 2026-11-08',
		});
		expect(valueOf('days_since_contact', [contact(1, { last_contact_at: at(2) })])).toBeNull();
	});
});

describe('meetings', () => {
	const meeting = (days: number, columns: Row = {}): Row => ({
		interaction_id: `m${days}`,
		kind: 'meeting',
		occurred_at: at(days),
		...columns,
	});

	test('the last one that took place', () => {
		const rows = [
			meeting(-50),
			meeting(-2, { attended: false }),
			meeting(-9, { kind: 'email' }),
			meeting(-30, { kind: 'qbr' }),
		];
		expect(measure(rows).days_since_meeting).toEqual({
			value: 30,
			observedOn: null,
			note: 'last on 2026-10-21',
		});
	});

	test.each([
		[[-50], 'none'],
		[[-50, 30], 'booked'],
		[[-50, 31], 'booked_later'],
		[[44, 10], 'booked'],
	])('of %j the next one is %s', (days, answer) => {
		expect(
			valueOf(
				'next_meeting',
				days.map((offset) => meeting(offset)),
			),
		).toBe(answer);
	});

	test('an account whose CRM holds no meetings is not one without a next meeting', () => {
		expect(valueOf('next_meeting', [meeting(-4, { kind: 'email' })])).toBeNull();
	});

	test('of an earlier day it is not known, unless every meeting says when it was recorded', () => {
		const rows = [meeting(-50), meeting(10)];
		expect(valueOf('next_meeting', rows, {}, AS_OF, false)).toBeNull();
		const stamped = rows.map((row) => ({ ...row, recorded_at: at(-60) }));
		expect(valueOf('next_meeting', stamped, {}, AS_OF, false)).toBe('booked');
		const late = [
			{ ...meeting(-50), recorded_at: at(-60) },
			{ ...meeting(10), recorded_at: at(2) },
		];
		expect(valueOf('next_meeting', late, {}, AS_OF, false)).toBe('none');
		const unstamped = [{ ...meeting(-50), recorded_at: at(-60) }, meeting(10)];
		expect(valueOf('next_meeting', unstamped, {}, AS_OF, false)).toBe('none');
	});

	test('a meeting ahead of which it is known whether it was attended was read later', () => {
		expect(valueOf('next_meeting', [meeting(-50), meeting(10, { attended: true })])).toBe('none');
	});
});

describe('tickets', () => {
	const ticket = (id: number, columns: Row): Row => ({ ticket_id: id, opened_at: at(-10), ...columns });

	test('open ones as they stood, urgent and critical alike', () => {
		const rows = [
			ticket(1, { priority: 'urgent' }),
			ticket(2, { priority: 'critical', resolved_at: at(1) }),
			ticket(3, { priority: 'urgent', resolved_at: at(-1) }),
			ticket(4, { priority: 'low' }),
			ticket(5, { priority: 'urgent', status: 'closed' }),
			ticket(6, { priority: 'urgent', opened_at: at(1) }),
		];
		expect(valueOf('open_urgent_tickets', rows)).toBe(2);
		expect(valueOf('open_tickets', rows)).toBe(3);
		expect(valueOf('open_tickets', [ticket(3, { resolved_at: at(-1) })])).toBe(0);
	});
});

describe('deals', () => {
	const deal = (id: number, columns: Row): Row => ({ opportunity_id: id, ...columns });

	test('open and lost ones besides the renewal', () => {
		const rows = [
			deal(1, { kind: 'expansion', status: 'open', close_on: '2026-12-24' }),
			deal(2, { kind: 'renewal', status: 'open' }),
			deal(3, { kind: null, status: 'lost', close_on: '2026-08-01' }),
			deal(4, { kind: 'expansion', status: 'lost', close_on: '2025-08-01' }),
			deal(5, { kind: 'expansion', status: 'lost', close_on: '2026-12-01' }),
			deal(6, { kind: 'expansion', status: null }),
			deal(7, { kind: 'expansion', status: 'won', close_on: '2026-08-01' }),
		];
		// Number 5 is lost after the day of the score: it was open then.
		expect(valueOf('open_growth_deals', rows)).toBe(2);
		expect(valueOf('lost_deals', rows)).toBe(1);
		expect(valueOf('lost_deals', [deal(7, { kind: 'expansion', status: 'won' })])).toBe(0);
		expect(valueOf('open_growth_deals', [deal(6, { kind: 'expansion', status: 'maybe' })])).toBeNull();
	});
});

describe('renewal', () => {
	const renewal = (status: string, close_on: string | null, probability: number | null = null): Row => ({
		opportunity_id: `${status}${close_on}`,
		kind: 'renewal',
		status,
		close_on,
		probability,
	});
	const contract = (ends_on: string, columns: Row = {}): Row => ({
		contract_id: ends_on,
		starts_on: '2025-01-01',
		ends_on,
		...columns,
	});

	test('days to it by the account, or else by the running contract that ends last', () => {
		const contracts = [
			contract('2026-11-10'),
			contract('2027-01-19'),
			contract('2029-01-01', { status: 'draft' }),
			contract('2029-06-01', { starts_on: '2027-01-20' }),
			contract('2029-09-01', { recorded_at: at(1) }),
		];
		expect(valueOf('days_to_renewal', contracts)).toBe(60);
		expect(valueOf('days_to_renewal', contracts, { renewal_on: '2026-11-15' })).toBe(-5);
		expect(valueOf('days_to_renewal', contracts, { renewal_on: 'soon' })).toBe(60);
	});

	test.each([
		['a likely one', [renewal('open', '2026-12-01', 0.7)], '2026-12-10', 'committed'],
		['one at the beginning', [renewal('open', '2026-12-01', 0.2)], '2026-12-10', 'open'],
		['one open, one lost', [renewal('open', null), renewal('lost', '2026-11-01')], '2026-12-10', 'open'],
		['the one closed last', [renewal('lost', '2026-07-01'), renewal('won', '2026-11-01')], null, 'won'],
		['one lost lately', [renewal('lost', '2026-11-01')], null, 'lost'],
		['one closed later', [renewal('won', '2026-11-25', 1)], '2026-12-10', 'open'],
		['last year’s', [renewal('won', '2025-11-25')], '2026-12-10', 'none'],
		['none though due', [], '2027-02-18', 'none'],
		['none and not due', [], '2027-02-19', null],
		['none and no day', [], null, null],
	])('the renewal deal is %s', (_, deals, renewalOn, answer) => {
		expect(valueOf('renewal_deal', deals, { renewal_on: renewalOn })).toBe(answer);
	});
});

describe('nothing after the cut is used', () => {
	const offset = fc.integer({ min: -200, max: 200 });
	const later = fc.integer({ min: 1, max: 200 });
	const row = fc.oneof(
		fc.record({
			contact_id: fc.nat(),
			title: fc.constantFrom('CEO', 'Clerk', null),
			last_contact_at: fc.option(offset.map(at)),
		}),
		fc.record({
			interaction_id: fc.nat(),
			kind: fc.constantFrom('meeting', 'email'),
			occurred_at: offset.map(at),
			attended: fc.option(fc.boolean()),
		}),
		fc.record({
			opportunity_id: fc.nat(),
			kind: fc.constantFrom('renewal', 'expansion'),
			status: fc.constantFrom('open', 'won', 'lost'),
			close_on: offset.map((days) => addDays(DAY, days)),
			probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
		}),
		fc.record({ contract_id: fc.nat(), ends_on: offset.map((days) => addDays(DAY, days)) }),
		fc.record({ ticket_id: fc.nat(), priority: fc.constant('urgent'), opened_at: offset.map(at) }),
	);
	const future = fc
		.tuple(later, row)
		.map(([days, known]) => ({ ...known, recorded_at: at(days), superseded_at: null }));

	test('rows recorded later change nothing', () => {
		fc.assert(
			fc.property(
				fc.array(row, { maxLength: 10 }),
				fc.array(future, { minLength: 1, maxLength: 4 }),
				(rows, more) => {
					expect(measure([...rows, ...more] as Row[], {}, AS_OF, false)).toEqual(
						measure(rows as Row[], {}, AS_OF, false),
					);
				},
			),
		);
	});

	test('of an earlier day a meeting that took place later changes nothing', () => {
		const meeting = later.map((days) => ({ interaction_id: 1, kind: 'meeting', occurred_at: at(days) }));
		fc.assert(
			fc.property(fc.array(row, { maxLength: 10 }), meeting, (rows, more) => {
				expect(measure([...rows, more] as Row[], {}, AS_OF, false)).toEqual(
					measure(rows as Row[], {}, AS_OF, false),
				);
			}),
		);
	});
});
