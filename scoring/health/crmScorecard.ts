import { HEALTH_BANDS } from './healthBands';
import { judgedMetric } from './judgedMetric';
import { measuredMetric } from './measuredMetric';
import type { Dimension, Metric, Scorecard } from './Scorecard';

/** Counts and dates are as old as the read they come from, so they never go stale by themselves. */
const NEVER = null;
/** Attendance is a mean of 90 days; without a meeting for as long as a judgement holds it says nothing of today. */
const ATTENDANCE_DAYS = 120;

const CONTACTS: readonly Metric[] = [
	// One known person is a single point of failure; from three on a change of jobs does not end the relation.
	measuredMetric('known_contacts', 'Known contacts', '', NEVER, [
		[0, 0],
		[1, 50],
		[3, 70],
		[5, 85],
		[10, 100],
	]),
	// Renewals are signed by somebody who may sign. Nobody known who may is fair at best (not poor: a title may be missing).
	measuredMetric('decision_makers', 'Decision makers known', '', NEVER, [
		[0, 40],
		[1, 75],
		[2, 85],
		[4, 100],
	]),
	// A touch a fortnight is close, one a month usual; after a quarter of silence the account is on its own.
	measuredMetric('days_since_contact', 'Last contact', 'days ago', NEVER, [
		[0, 100],
		[14, 85],
		[30, 70],
		[60, 50],
		[120, 0],
	]),
];

const MEETINGS: readonly Metric[] = [
	// Monthly is close, a quarterly review the least that the framework asks for, half a year none at all.
	measuredMetric('days_since_meeting', 'Last meeting', 'days ago', NEVER, [
		[0, 100],
		[30, 85],
		[60, 70],
		[90, 50],
		[180, 0],
	]),
	judgedMetric('next_meeting', 'Next meeting', [
		['booked', 'Booked within 30 days', 95],
		['booked_later', 'Booked, more than 30 days ahead', 77],
		['none', 'No meeting booked', 40],
	]),
	measuredMetric('meeting_attendance_rate', 'Meeting attendance', '%', ATTENDANCE_DAYS, [
		[0, 0],
		[50, 50],
		[70, 70],
		[85, 85],
		[100, 100],
	]),
];

const TICKETS: readonly Metric[] = [
	// One urgent ticket is work in hand, two are a pattern, from three on the customer is being failed.
	measuredMetric('open_urgent_tickets', 'Open urgent tickets', '', NEVER, [
		[0, 100],
		[1, 60],
		[2, 30],
		[3, 0],
	]),
	// A few open tickets are the sign of a product in use; the rubric only falls where a queue builds up.
	measuredMetric('open_tickets', 'Open tickets', '', NEVER, [
		[0, 100],
		[2, 90],
		[4, 75],
		[8, 50],
		[20, 0],
	]),
];

const DEALS: readonly Metric[] = [
	// No open deal is the ordinary state of a customer, hence the upper end of fair and not poor.
	measuredMetric('open_growth_deals', 'Open expansion deals', '', NEVER, [
		[0, 65],
		[1, 85],
		[3, 100],
	]),
	measuredMetric('lost_deals', 'Deals lost in a year', '', NEVER, [
		[0, 100],
		[1, 60],
		[2, 30],
		[4, 0],
	]),
];

const RENEWAL: readonly Metric[] = [
	{
		// Not a fault of the account, a fact of the calendar: the nearer the day, the less time is left to put anything right. Overdue is poor.
		...measuredMetric('days_to_renewal', 'Days to renewal', '', NEVER, [
			[-30, 0],
			[0, 40],
			[30, 55],
			[90, 75],
			[180, 90],
			[365, 100],
		]),
		fixed: true,
	},
	judgedMetric('renewal_deal', 'Renewal deal', [
		['won', 'Renewal won', 95],
		['committed', 'Renewal deal open, 70 % likely or more', 80],
		['open', 'Renewal deal open', 60],
		['none', 'Renewal within 90 days and no renewal deal', 30],
		['lost', 'Renewal lost', 5],
	]),
];

const dimension = (id: string, label: string, weight: number, metrics: readonly Metric[]): Dimension => ({
	id,
	label,
	weight,
	metrics,
});

/**
 * For accounts of which only the CRM is known: contacts .25, meetings .25, tickets .20, deals .10, renewal .20. It cannot see what people
 * do in the product, what value they get, or what they think; those are in the framework scorecard.
 *
 * The framework has no such scorecard: weights and rubrics are chosen by this project. Relations weigh half, because silence and absence
 * are the framework's earliest signs of risk (executive sponsor silent, attendance falling) and what a CRM holds best; deals weigh
 * least, because no deal is ordinary. Thresholds are worth 85, 70 and 50 points as in the framework; the reason of each stands at its
 * metric. Bands and the 40-point cap for an urgent ticket older than 48 h are the framework's; a renewal that was lost caps at 30. A
 * CRM without tickets or meetings is usual, so a quarter of the weight is enough for a score: coverage and confidence tell how much it knows.
 */
export const CRM_SCORECARD: Scorecard = {
	id: 'crm',
	name: 'CRM only',
	dimensions: [
		dimension('contacts', 'Contacts', 0.25, CONTACTS),
		dimension('meetings', 'Meetings', 0.25, MEETINGS),
		dimension('tickets', 'Tickets', 0.2, TICKETS),
		dimension('deals', 'Deals', 0.1, DEALS),
		dimension('renewal', 'Renewal', 0.2, RENEWAL),
	],
	bands: HEALTH_BANDS,
	minCoverage: 0.25,
	caps: [
		{
			id: 'urgent_ticket',
			label: 'Urgent ticket older than 48 h',
			field: 'urgent_ticket_hours',
			operator: 'above',
			threshold: 48,
			cap: 40,
		},
		{
			id: 'renewal_lost',
			label: 'Renewal lost',
			field: 'renewal_deal',
			operator: 'equals',
			threshold: 'lost',
			cap: 30,
		},
	],
	lifecycle: [],
};
