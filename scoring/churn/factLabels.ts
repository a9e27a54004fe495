/** How a fact is said. `change`: relative, "fell 43 %"; `shift`: difference of shares, in points; `share`: percent; `flag`: 1 or 0; `due`: days after
 * (negative: before) a due day. */
export interface FactLabel {
	readonly label: string;
	readonly kind:
		| 'change'
		| 'count'
		| 'days'
		| 'due'
		| 'flag'
		| 'hours'
		| 'number'
		| 'share'
		| 'shift'
		| 'step';
	/** Said after it: "in 60 days", "of 10". */
	readonly after?: string;
	/** Of a flag: what 1 and 0 mean. */
	readonly yes?: string;
	readonly no?: string;
}

const change = (label: string, after: string): FactLabel => ({ label, kind: 'change', after });
const share = (label: string): FactLabel => ({ label, kind: 'share' });
const shift = (label: string): FactLabel => ({ label, kind: 'shift', after: 'against the quarter before' });
const days = (label: string): FactLabel => ({ label, kind: 'days' });
const count = (label: string, after?: string): FactLabel => ({
	label,
	kind: 'count',
	...(after === undefined ? {} : { after }),
});
const number = (label: string, after = ''): FactLabel => ({ label, kind: 'number', after });
const step = (label: string, after: string): FactLabel => ({ label, kind: 'step', after });
const hours = (label: string): FactLabel => ({ label, kind: 'hours' });
const flag = (label: string, yes: string, no: string): FactLabel => ({ label, kind: 'flag', yes, no });

/** Every fact of `measureFacts` in words for people. */
export const FACT_LABELS: Readonly<Record<string, FactLabel>> = {
	tenure_days: days('Time as a customer'),
	weeks_since_usage_data: count('Age of the usage data', 'weeks'),
	weeks_without_use: count('Time without any use', 'weeks'),
	usage_change_14d: change('Usage', 'in 14 days'),
	usage_change_30d: change('Usage', 'in 30 days'),
	usage_change_60d: change('Usage', 'in 60 days'),
	usage_change_90d: change('Usage', 'in 90 days'),
	usage_trend_12w: change('Usage', 'a week over 12 weeks'),
	usage_trend_z_26w: number('Direction of usage over 26 weeks', '(below -2: a clear fall)'),
	usage_against_usual: change('Usage', 'against what is usual for the account'),
	usage_volatility: number('Ups and downs of usage'),
	licence_use_share: share('Share of licences in use'),
	licence_use_share_change: shift('Share of licences in use'),
	feature_share: share('Share of features in use'),
	feature_share_change: shift('Share of features in use'),
	advanced_share: share('Share of advanced use'),
	advanced_share_change: shift('Share of advanced use'),
	sessions_per_user: number('Sessions per user and week'),
	sessions_per_user_change: change('Sessions per user', 'against the quarter before'),
	session_minutes: number('Length of a session', 'minutes'),
	session_minutes_change: change('Length of a session', 'against the quarter before'),
	error_rate: share('Share of runs with errors'),
	error_rate_change: shift('Share of runs with errors'),
	workflows_per_licence: number('Completed workflows per licence and week'),
	api_change_60d: change('API calls', 'in 60 days'),
	top_user_share: share('Share of use by the busiest user'),
	departments: number('Departments that use it'),
	power_user_share: share('Share of power users'),
	help_views_per_user: number('Help pages per user and week'),
	first_value_days: days('Time to first value'),
	tickets_30d: count('Tickets of 30 days'),
	tickets_90d: count('Tickets of 90 days'),
	tickets_90d_change: step('Tickets of 90 days', 'against the 90 days before'),
	open_tickets: count('Open tickets'),
	urgent_open: count('Open urgent tickets'),
	urgent_open_days: days('Age of the oldest urgent ticket'),
	ticket_severity_90d: number('Mean severity of the tickets', 'of 4'),
	ticket_csat: number('Rating of support', 'of 5'),
	ticket_csat_change: step('Rating of support', 'of 5'),
	escalations_180d: count('Escalations of 180 days'),
	resolution_hours: hours('Time to solve a ticket'),
	response_hours: hours('Time to the first response'),
	nps: number('NPS score', 'of 10'),
	nps_change: step('NPS score', 'against the half-year before'),
	nps_lowest: number('Lowest NPS score', 'of 10'),
	nps_response_share: share('Share of NPS questions answered'),
	survey_csat: number('CSAT', 'of 5'),
	contacts_30d: count('Talks of 30 days'),
	contacts_90d: count('Talks of 90 days'),
	contacts_90d_change: step('Talks of 90 days', 'against before'),
	days_since_contact: days('Time since the last contact'),
	meetings_90d: count('Meetings of 90 days'),
	meeting_attendance: share('Share of meetings attended in 90 days'),
	meeting_attendance_before: share('Share of meetings attended before'),
	meetings_missed_in_a_row: count('Meetings missed in a row'),
	sentiment: number('Mood of the talks', '(-1 negative to 1 positive)'),
	sentiment_shift: step('Mood of the talks', 'against the half-year before'),
	known_contacts: count('Known contacts'),
	decision_makers: count('Known people who decide'),
	contacts_left_180d: count('Contacts who left in 180 days'),
	new_deciders_90d: count('New people who decide in 90 days'),
	champion_known: flag('Champion', 'A champion is known', 'No champion is known'),
	champion_left: flag('Champion', 'A champion has left', 'No champion has left'),
	champion_unreplaced: flag(
		'Champion',
		'The champion left and was not replaced',
		'The champion is there or was replaced',
	),
	days_since_champion_left: days('Time since a champion left'),
	overdue_days: days('Oldest overdue invoice'),
	late_share: share('Share of invoices late'),
	payment_delay_days: { label: 'Pays', kind: 'due' },
	payment_delay_change: step('Delay of payment', 'days against before'),
	days_to_end: days('Time to the end of the contract'),
	days_to_open_end: days('Time to the end of what is signed'),
	days_to_notice: days('Time to the notice day'),
	renewal_signed: flag('Renewal', 'The next term is signed', 'The next term is not signed'),
	renewals: count('Renewals so far'),
	auto_renew: flag('Renewal', 'The contract renews by itself', 'The contract does not renew by itself'),
	term_months: number('Term', 'months'),
	uplift_rate: share('Price uplift of this term'),
	seats: count('Seats'),
	seats_change_180d: change('Seats', 'in 180 days'),
	seats_change_365d: change('Seats', 'in a year'),
	arr_change_365d: change('ARR', 'in a year'),
};
