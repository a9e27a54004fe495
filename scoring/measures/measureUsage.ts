import { mean } from '../core/mean';
import { jsonIn } from './jsonIn';
import { measureWorkflowVolume } from './measureWorkflowVolume';
import { numberIn } from './numberIn';
import { recentWeeks, type RecentWeeks } from './recentWeeks';
import type { AccountRecords, Measure, Measures, Row } from './Records';
import { shareOfWeeks } from './shareOfWeeks';

/** A change of API calls below this share is no trend. */
const TREND_SHARE = 0.1;
const NONE: Measure = { value: null, observedOn: null };

/**
 * Usage metrics from the week rows of cs_usage: shares in percent, `login_frequency` as sessions per active user and week
 * (at most 7), `time_to_value` in days. Seats of the account stand in where a week has no licensed users.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * measureUsage({ seats: 20 }, { usage: [{ period: 'week', starts_on: '1970-01-05', active_users: 17 }], entitlements: [] }, 1e12).active_users.note
 * // => '17 of 20 seats'
 */
export function measureUsage(account: Row, records: AccountRecords, cut: number): Measures {
	const weeks = recentWeeks(records.usage, cut);
	const seats = numberIn(account, 'seats');
	const byLicence = shareOfWeeks(weeks, 'active_users', 'licensed_users', 'licensed users');
	const adoption = shareOfWeeks(weeks, 'features_used', 'features_available', 'available features');
	return {
		active_users: byLicence.value === null ? shareOfWeeks(weeks, 'active_users', seats, 'seats') : byLicence,
		feature_adoption: adoption,
		feature_adoption_percentage: adoption,
		workflow_volume: measureWorkflowVolume(weeks, records.entitlements, cut),
		time_to_value: timeToValue(weeks),
		login_frequency: loginFrequency(weeks),
		advanced_feature_usage: advancedShare(weeks),
		api_usage_trend: apiTrend(weeks),
		contract_utilization_percentage: shareOfWeeks(weeks, 'licensed_users', seats, 'contracted seats'),
	};
}

/** The newest week that knows it; once reached it does not change. */
function timeToValue(weeks: RecentWeeks): Measure {
	for (const row of [...weeks.before, ...weeks.recent].reverse()) {
		const days = numberIn(jsonIn(row, 'more_json'), 'first_value_days');
		if (days !== null) {
			return { value: days, observedOn: weeks.endsOn, note: `${days} days to first value` };
		}
	}
	return NONE;
}

function loginFrequency(weeks: RecentWeeks): Measure {
	const share = shareOfWeeks(weeks, 'sessions', 'active_users', 'active users');
	if (typeof share.value !== 'number') return NONE;
	return {
		value: Math.min(7, share.value / 100),
		observedOn: weeks.endsOn,
		note: 'sessions per active user and week',
	};
}

function advancedShare(weeks: RecentWeeks): Measure {
	const shares = weeks.recent.map((row) => numberIn(row, 'advanced_share')).filter((share) => share !== null);
	const value = mean(shares);
	return value === null ? NONE : { value: 100 * value, observedOn: weeks.endsOn };
}

/** The recent four weeks against the four before them. */
function apiTrend(weeks: RecentWeeks): Measure {
	const calls = (rows: readonly Row[]): number | null =>
		mean(rows.map((row) => numberIn(row, 'api_calls')).filter((count) => count !== null));
	const now = calls(weeks.recent);
	const then = calls(weeks.before.slice(-4));
	if (now === null || then === null) return NONE;
	const change = then === 0 ? (now > 0 ? 1 : 0) : now / then - 1;
	const value = change > TREND_SHARE ? 'increasing' : change < -TREND_SHARE ? 'decreasing' : 'stable';
	return {
		value,
		observedOn: weeks.endsOn,
		note: `${Math.round(now)} API calls a week, before ${Math.round(then)}`,
	};
}
