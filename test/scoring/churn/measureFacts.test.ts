import { FACT_LABELS } from '../../../scoring/churn/factLabels';
import type { Row } from '../../../scoring/measures/Records';
import { facts, week } from './factRows';

test('without rows everything is not observed, and everything has a label', () => {
	const measured = facts([]);
	expect(Object.values(measured).every((value) => value === null)).toBe(true);
	const unnamed = Object.keys(measured).filter((name) => FACT_LABELS[name] === undefined);
	expect(unnamed).toEqual(['arr_minor', 'currency']);
	expect(Object.keys(FACT_LABELS).filter((name) => measured[name] === undefined)).toEqual([]);
});

test('nothing is known on a day that is none', () => {
	expect(facts([], {}, 'soon')).toEqual({});
});

test('tickets stand as they stood: solved later is open, rated later is not rated', () => {
	const rows = [
		{
			ticket_id: 1,
			priority: 'urgent',
			opened_at: '2026-01-10',
			resolved_at: '2026-01-20',
			csat: 1,
			escalated: true,
		},
		{
			ticket_id: 2,
			priority: 'low',
			opened_at: '2026-01-02',
			resolved_at: '2026-01-03',
			csat: 4,
			status: 'open',
		},
		{ ticket_id: 3, priority: 'low', opened_at: '2025-09-02', resolved_at: null, status: 'closed' },
	];
	expect(facts(rows)).toMatchObject({
		tickets_30d: 2,
		open_tickets: 1,
		urgent_open: 1,
		urgent_open_days: 4,
		ticket_csat: 4,
		escalations_180d: 0,
		resolution_hours: 24,
	});
	expect(facts(rows, {}, '2026-01-21')).toMatchObject({
		urgent_open: 0,
		ticket_csat: 2.5,
		escalations_180d: 1,
	});
	expect(facts(rows, {}, '2025-08-01').open_tickets).toBeNull();
});

test('surveys: answers of half a year, change against the half before, share answered', () => {
	const answer = (id: number, asked: string, score: number | null): Row => ({
		answer_id: id,
		kind: 'nps',
		asked_at: asked,
		answered_at: score === null ? null : asked,
		score,
	});
	const rows = [answer(1, '2025-12-01', 4), answer(2, '2025-12-01', null), answer(3, '2025-05-01', 9)];
	expect(facts([...rows, answer(4, '2025-12-02', 99)])).toMatchObject({
		nps: 4,
		nps_change: -5,
		nps_lowest: 4,
		survey_csat: null,
	});
	expect(facts(rows).nps_response_share).toBe(0.5);
});

test('interactions: attendance now and before, missed in a row, mood and its shift', () => {
	const talk = (id: number, day: string, attended: boolean | null, sentiment: string | null): Row => ({
		interaction_id: id,
		occurred_at: day,
		attended,
		sentiment,
	});
	const rows = [
		talk(1, '2025-08-01', true, 'positive'),
		talk(2, '2025-12-01', false, 'negative'),
		talk(3, '2026-01-02', false, null),
		talk(4, '2026-02-01', true, 'positive'),
	];
	expect(facts(rows)).toMatchObject({
		contacts_90d: 2,
		days_since_contact: 166,
		meeting_attendance: 0,
		meeting_attendance_before: 1,
		meetings_missed_in_a_row: 2,
		sentiment: -1,
		sentiment_shift: -2,
	});
});

test('time as a customer counts from its first day, else from the first contract or usage known', () => {
	expect(facts([], { started_on: '2025-01-14' }).tenure_days).toBe(365);
	expect(facts([], { started_on: '2026-02-14' }).tenure_days).toBeNull();
	expect(facts([{ contract_id: 1, starts_on: '2025-12-15', ends_on: '2026-12-14' }]).tenure_days).toBe(30);
	expect(facts([week(3, { sessions: 1 })]).tenure_days).toBe(30);
});
