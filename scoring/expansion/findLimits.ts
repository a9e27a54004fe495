import { median } from '../core/median';
import { instantIn } from '../measures/instantIn';
import { isKnownAt } from '../measures/isKnownAt';
import { knowledgeCut } from '../measures/knowledgeCut';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import { columnIn } from './columnIn';
import { isExcursion } from './isExcursion';
import { limitColumn } from './limitColumn';
import { measurePace } from './measurePace';
import { projectUsage } from './projectUsage';
import type { Evidence, SignalInput } from './Signal';
import { usageCells } from './usageCells';
import type { Season } from './UsageWindow';
import { wordNumber } from './wordNumber';

const RECENT = 4;
const MS_PER_DAY = 86_400_000;
/** Weeks in the period of a limit; total: usage is a level, not a flow. */
const WEEKS_IN: Readonly<Record<string, number>> = {
	day: 1 / 7,
	week: 1,
	month: 365.25 / 12 / 7,
	quarter: 365.25 / 4 / 7,
	year: 365.25 / 7,
	total: 1,
};

/** What says how usage goes on. */
export interface Outlook {
	/** By column, see `indexSeason`. */
	readonly seasons: Readonly<Record<string, Season>>;
	/** What was bought is still being rolled out: its rise says when a limit is reached, not how much more to buy. */
	readonly rollingOut: boolean;
}

/**
 * Evidence for every limit of the account of which the median of the last four weeks uses at least `share`, and at least three of these
 * weeks do so by themselves: one busy week is no signal, nor is a month of noise (`isExcursion`). Limits are rows of cs_entitlements valid on the day. Says when the limit will be
 * reached if usage goes on at its pace (`measurePace`). Limits without a column of usage are passed over.
 *
 * @param share 0 to 1
 *
 * @example
 * findLimits({ accountId: 'a', asOf: '2026-01-12', window: null, records: { entitlements: [] } }, 0.85)
 * // => []
 */
export function findLimits(
	input: Pick<SignalInput, 'accountId' | 'asOf' | 'window'> & {
		readonly records: Pick<SignalInput['records'], 'entitlements'>;
	},
	share: number,
	outlook: Outlook = { seasons: {}, rollingOut: false },
): Evidence[] {
	const newest = new Map<string, Row>();
	const cut = knowledgeCut(input.asOf);
	for (const row of input.records.entitlements) {
		if (!isKnownAt(row, cut) || !isValid(row, cut)) continue;
		const metric = String(row.metric);
		const known = newest.get(metric);
		if (known === undefined || String(row.valid_from_on) >= String(known.valid_from_on))
			newest.set(metric, row);
	}
	return [...newest].flatMap(([metric, row]) => limitEvidence(input, { metric, row, share }, outlook) ?? []);
}

function isValid(row: Row, cut: number): boolean {
	const from = instantIn(row, 'valid_from_on');
	const to = instantIn(row, 'valid_to_on');
	return (from === null || from <= cut) && (to === null || to + MS_PER_DAY > cut);
}

function limitEvidence(
	{ accountId, asOf, window }: Pick<SignalInput, 'accountId' | 'asOf' | 'window'>,
	{ metric, row, share }: { readonly metric: string; readonly row: Row; readonly share: number },
	{ seasons, rollingOut }: Outlook,
): Evidence | null {
	const limit = numberIn(row, 'limit_value');
	const factor = WEEKS_IN[String(row.period)];
	if (window === null || limit === null || limit <= 0 || factor === undefined) return null;
	const column = limitColumn(metric);
	const values = window.weeks.map((week) => (week === null ? null : columnIn(week, column)));
	const from = values.length - RECENT;
	const recent = values.slice(from).filter((value) => value !== null);
	const level = median(recent);
	if (level === null || recent.length < RECENT - 1) return null;
	const used = (level * factor) / limit;
	const above = recent.filter((value) => value * factor >= share * limit).length;
	if (used < share || above < RECENT - 1) return null;
	if (isExcursion(values, (share * limit) / factor)) return null;
	const pace = measurePace(values, window.days, seasons[column] ?? null);
	const { projected, reachedOn } = projectUsage(level, pace, limit / factor, window.endsOn);
	const planned = rollingOut ? level : projected;
	const period = row.period === 'total' ? '' : ` a ${String(row.period)}`;
	return {
		value: level * factor,
		baseline: limit,
		change: used,
		unit: `${metric}${period}`,
		aggregate: 'median',
		factor,
		from: window.days[from] ?? null,
		to: window.endsOn,
		observedOn: window.endsOn,
		statistic: { method: 'sustained', z: null, pValue: null, n: recent.length },
		current: usageCells(window, accountId, column, from, values.length),
		before: [
			{
				table: 'cs_entitlements',
				key: { account_id: accountId, metric },
				column: 'limit_value',
				value: limit,
			},
		],
		strength: Math.min(1, 0.5 + (0.5 * (used - share)) / Math.max(0.01, 1 - share)),
		words: `${wordNumber(Math.floor(level * factor))} of ${wordNumber(limit)} ${metric.replace(/_/g, ' ')}${period} used (${Math.round(100 * used)} %)${wordReached(reachedOn, asOf.slice(0, 10))}`,
		metric,
		demand: { projected: planned * factor, limit, reachedOn },
	};
}

/** The usage is that of the last whole week: what the line puts before today is now. */
function wordReached(reachedOn: string | null, today: string): string {
	if (reachedOn === null) return '';
	return reachedOn <= today
		? ', the limit is about to be reached'
		: `, the limit is reached about ${reachedOn}`;
}
