/**
 * Largest value of a fact: beyond it more of the same tells nothing more, and a straight line drawn through it would tell nonsense (a contract
 * that runs three more years is not three times as safe). `measureFacts` holds facts at these values; words say "or more".
 */
export const FACT_LIMITS: Readonly<Record<string, number>> = {
	tenure_days: 1825,
	weeks_since_usage_data: 12,
	weeks_without_use: 12,
	usage_change_14d: 2,
	usage_change_30d: 2,
	usage_change_60d: 2,
	usage_change_90d: 2,
	usage_against_usual: 2,
	sessions_per_user_change: 2,
	session_minutes_change: 2,
	api_change_60d: 2,
	resolution_hours: 720,
	response_hours: 168,
	urgent_open_days: 90,
	days_since_contact: 365,
	days_since_champion_left: 180,
	days_to_end: 400,
	days_to_open_end: 400,
	days_to_notice: 400,
	seats_change_180d: 2,
	seats_change_365d: 2,
	arr_change_365d: 2,
};
