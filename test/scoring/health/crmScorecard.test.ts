import fc from 'fast-check';

import { addDays } from '../../../scoring/core/addDays';
import { checkScorecard } from '../../../scoring/health/checkScorecard';
import type { HealthInput } from '../../../scoring/health/HealthScore';
import { CRM_SCORECARD } from '../../../scoring/health/presets';
import { scoreHealth } from '../../../scoring/health/scoreHealth';
import { groupRecords } from '../../../scoring/measures/groupRecords';
import { measureAccount } from '../../../scoring/measures/measureAccount';
import type { AccountRecords, Row } from '../../../scoring/measures/Records';

const DAY = '2026-11-20';
const on = (days: number): string => addDays(DAY, days);

function scoreRows(rows: readonly Row[], renewal_on: string | null) {
	const grouped = groupRecords(rows.map((row) => ({ account_id: 'a', ...row })));
	const observations = measureAccount(
		{ renewal_on },
		grouped.accounts.get('a') as AccountRecords,
		DAY,
		true,
	) as HealthInput['observations'];
	const outcome = scoreHealth({ accountId: 'a', asOfOn: DAY, observations }, CRM_SCORECARD);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
	return outcome.value;
}

/** Close, watched and growing. */
const GOOD: readonly Row[] = [
	...['CEO', 'VP Operations', 'Engineer', 'Engineer', 'Analyst'].map((title, index) => ({
		contact_id: index,
		title,
		last_contact_at: `${on(-14)}T23:59:59.000Z`,
	})),
	{ interaction_id: 1, kind: 'meeting', occurred_at: `${on(-30)}T23:59:59.000Z`, attended: true },
	{ interaction_id: 2, kind: 'meeting', occurred_at: `${on(12)}T10:00:00.000Z` },
	{ ticket_id: 1, priority: 'low', opened_at: `${on(-9)}T08:00:00.000Z` },
	{ ticket_id: 2, priority: 'low', opened_at: `${on(-8)}T08:00:00.000Z` },
	{ opportunity_id: 1, kind: 'expansion', status: 'open', close_on: on(60) },
	{ opportunity_id: 2, kind: 'renewal', status: 'open', close_on: on(170), probability: 0.5 },
];

/** One contact who has gone silent, tickets piling up, and a renewal nobody works on. */
const BAD: readonly Row[] = [
	{ contact_id: 1, title: 'Clerk', last_contact_at: `${on(-100)}T08:00:00.000Z` },
	{ interaction_id: 1, kind: 'meeting', occurred_at: `${on(-80)}T08:00:00.000Z`, attended: false },
	...[1, 2, 3, 4, 5, 6].map((id) => ({
		ticket_id: id,
		priority: id === 1 ? 'urgent' : 'high',
		opened_at: `${on(-id)}T08:00:00.000Z`,
	})),
	{ opportunity_id: 1, kind: 'expansion', status: 'lost', close_on: on(-30) },
];

test('is sound', () => {
	expect(checkScorecard(CRM_SCORECARD)).toEqual([]);
});

test('worked on paper: 85, 93.33, 95, 92.5 and 75 at their weights make 87.83', () => {
	// contacts 85: 5 known (85), 2 decide (85), 14 days (85)
	// meetings 93.33: 30 days (85), booked (95), all attended (100); tickets 95: none urgent (100), 2 open (90)
	// deals 92.5: 1 open (85), none lost (100); renewal 75: 180 days (90), deal open (60)
	const score = scoreRows(GOOD, on(180));
	expect(score.dimensions.map(({ id, value }) => [id, Math.round((value ?? NaN) * 100) / 100])).toEqual([
		['contacts', 85],
		['meetings', 93.33],
		['tickets', 95],
		['deals', 92.5],
		['renewal', 75],
	]);
	const paper = 0.25 * 85 + 0.25 * (280 / 3) + 0.2 * 95 + 0.1 * 92.5 + 0.2 * 75;
	expect(score.value).toBeCloseTo(paper, 9);
	expect(score).toMatchObject({
		rounded: 88,
		band: 'excellent',
		coverage: 1,
		confidence: 'high',
		missing: [],
	});
});

test('a good account scores above a bad one, and the bad one says why', () => {
	const bad = scoreRows(BAD, on(20));
	expect(bad.value).toBeLessThan((scoreRows(GOOD, on(180)).value ?? 0) - 40);
	expect(bad.band).toBe('poor');
	expect(bad.reason).toContain('Renewal within 90 days and no renewal deal');
});

test('a lost renewal is a red account whatever else is well', () => {
	const lost = { opportunity_id: 2, kind: 'renewal', status: 'lost', close_on: on(-3) };
	const rows = [...GOOD.filter((row) => row.opportunity_id !== 2), lost];
	expect(scoreRows(rows, on(20))).toMatchObject({ value: 30, band: 'poor' });
});

test('contacts alone make a score that says what it could not see', () => {
	const score = scoreRows(
		GOOD.filter((row) => row.contact_id !== undefined),
		null,
	);
	expect(score).toMatchObject({ rounded: 85, coverage: 0.25, confidence: 'low' });
	expect(score.missing).toEqual([
		'Open urgent tickets',
		'Open tickets',
		'Days to renewal',
		'Renewal deal',
		'Last meeting',
		'Next meeting',
		'Meeting attendance',
		'Open expansion deals',
		'Deals lost in a year',
	]);
	expect(score.reason).toContain('(25 % of the weight observed; missing: open urgent tickets');
});

test('nothing known is no score', () => {
	expect(scoreRows([{ ticket_id: 1, priority: 'low' }], null)).toMatchObject({
		value: null,
		band: null,
		coverage: 0,
	});
});

describe('more of what is good never lowers the score', () => {
	const observed = fc.record({
		known_contacts: fc.nat(12),
		days_since_contact: fc.nat(150),
		days_since_meeting: fc.nat(200),
		meeting_attendance_rate: fc.nat(100),
		open_urgent_tickets: fc.nat(4),
		open_tickets: fc.nat(25),
		open_growth_deals: fc.nat(4),
		lost_deals: fc.nat(5),
		days_to_renewal: fc.integer({ min: -40, max: 400 }),
	});
	const value = (observations: Record<string, number>): number => {
		const outcome = scoreHealth({ accountId: 'a', asOfOn: DAY, observations }, CRM_SCORECARD);
		return (outcome.ok ? outcome.value.value : null) ?? NaN;
	};
	const RISES = new Set([
		'known_contacts',
		'meeting_attendance_rate',
		'open_growth_deals',
		'days_to_renewal',
	]);

	test.each(
		CRM_SCORECARD.dimensions
			.flatMap((dimension) => dimension.metrics)
			.filter((metric) => metric.rubric.kind === 'anchors' && metric.id !== 'decision_makers')
			.map((metric) => metric.id),
	)('%s', (id) => {
		fc.assert(
			fc.property(observed, fc.integer({ min: 1, max: 60 }), (observations, step) => {
				const better = {
					...observations,
					[id]: observations[id as 'lost_deals'] + (RISES.has(id) ? step : -step),
				};
				expect(value(better)).toBeGreaterThanOrEqual(value(observations) - 1e-9);
			}),
		);
	});
});
