import { instantIn } from './instantIn';
import { isKnownAt } from './isKnownAt';
import { jsonIn } from './jsonIn';
import { numberIn } from './numberIn';
import type { RecentWeeks } from './recentWeeks';
import type { Measure, Row } from './Records';
import { shareOfWeeks } from './shareOfWeeks';

/** Weeks in one period of an entitlement. */
const WEEKS_IN: Readonly<Record<string, number>> = {
	day: 1 / 7,
	week: 1,
	month: 365.25 / 12 / 7,
	quarter: 365.25 / 4 / 7,
	year: 365.25 / 7,
};
const WORKFLOW_METRICS = new Set(['workflows', 'workflows_completed', 'workflow_volume']);
const NONE: Measure = { value: null, observedOn: null };

/**
 * Share of the plan's workflow limit that is used, in percent: the mean of `more_json.limit_share` over the recent weeks, else
 * completed workflows per week over the entitlement that is valid at the cut, brought to a week. null when neither is known.
 *
 * @example
 * measureWorkflowVolume({ recent: [{ more_json: '{"limit_share":0.78}' }], before: [], endsOn: '2026-01-11' }, [], 0).value
 * // => 78
 */
export function measureWorkflowVolume(
	weeks: RecentWeeks,
	entitlements: readonly Row[],
	cut: number,
): Measure {
	const shares = (rows: readonly Row[]): Row[] =>
		rows.map((row) => ({ share: numberIn(jsonIn(row, 'more_json'), 'limit_share') }));
	const asShares = { recent: shares(weeks.recent), before: shares(weeks.before), endsOn: weeks.endsOn };
	const byShare = shareOfWeeks(asShares, 'share', 1, 'plan limit');
	if (typeof byShare.value === 'number') {
		return { ...byShare, note: `${Math.round(byShare.value)} % of the plan limit` };
	}

	const limit = weeklyLimit(entitlements, cut);
	if (limit === null) return NONE;
	return shareOfWeeks(weeks, 'workflows_completed', limit, 'workflows a week');
}

/** Of several valid limits the one that began last. */
function weeklyLimit(entitlements: readonly Row[], cut: number): number | null {
	let latest: readonly [from: number, limit: number] | null = null;
	for (const row of entitlements) {
		if (!WORKFLOW_METRICS.has(String(row.metric)) || !isKnownAt(row, cut)) continue;
		const limit = numberIn(row, 'limit_value');
		const weeks = WEEKS_IN[String(row.period)];
		const from = instantIn(row, 'valid_from_on') ?? Number.NEGATIVE_INFINITY;
		const until = instantIn(row, 'valid_to_on');
		if (limit === null || weeks === undefined || from > cut) continue;
		// valid_to_on is inclusive: the limit ends with that day.
		if (until !== null && until + 86_400_000 <= cut) continue;
		if (latest === null || from >= latest[0]) latest = [from, limit / weeks];
	}
	return latest === null ? null : latest[1];
}
