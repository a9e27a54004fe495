import { columnIn } from './columnIn';
import type { Evidence, SignalInput, SignalTest } from './Signal';
import { testGrowth } from './testGrowth';
import { testRise } from './testRise';
import { usageCells } from './usageCells';
import type { Season, SeriesTest } from './UsageWindow';
import { wordNumber } from './wordNumber';

const RECENT = 4;

/**
 * Evidence that a weekly column of cs_usage grew (`growth`) or a count rose (`rise`); null when it did not, or too few weeks are known.
 *
 * @param season what all accounts did that week, see `indexSeason`; it is taken out of growth
 *
 * @example
 * findGrowth({ accountId: 'a', window: null }, { kind: 'rise', column: 'departments', least: 1 }, null)
 * // => null
 */
export function findGrowth(
	input: Pick<SignalInput, 'accountId' | 'window'>,
	test: Extract<SignalTest, { kind: 'growth' | 'rise' }>,
	season: Season | null,
): Evidence | null {
	const { window, accountId } = input;
	if (window === null) return null;
	const { column } = test;
	const values = window.weeks.map((row) => (row === null ? null : columnIn(row, column)));
	const found =
		test.kind === 'rise'
			? testRise(values, test.least)
			: testGrowth(values, test, season === null ? [] : window.days.map((day) => season.get(day) ?? 0));
	if (found === null || !found.fires) return null;
	const share = test.kind === 'growth' && test.scale === 'points';
	const from = values.length - RECENT;
	return {
		value: found.value,
		baseline: found.baseline,
		change: found.change,
		unit: share ? 'share' : column.replace('more_json.', ''),
		aggregate: 'median',
		factor: 1,
		from: window.days[from] ?? null,
		to: window.endsOn,
		observedOn: window.endsOn,
		statistic: { method: found.method, z: found.z, pValue: found.pValue, n: found.n },
		current: usageCells(window, accountId, column, from, values.length),
		before: usageCells(window, accountId, column, 0, from),
		// At the least change that counts 0.5, more with more, never 1.
		strength: found.change / (found.change + test.least),
		words: wordGrowth(found, test, column),
		metric: column,
	};
}

function wordGrowth(
	{ value, baseline, change, method, n }: SeriesTest,
	test: Extract<SignalTest, { kind: 'growth' | 'rise' }>,
	column: string,
): string {
	const name = column.replace('more_json.', '').replace(/_/g, ' ');
	if (test.kind === 'rise')
		return `${wordNumber(value)} ${name} in the last four weeks, ${wordNumber(baseline)} before`;
	if (test.scale === 'points')
		return `${name} rose from ${Math.round(100 * baseline)} % to ${Math.round(100 * value)} %`;
	const percent = wordNumber(100 * change);
	if (method === 'trend') return `${name} rose steadily by ${percent} % over ${n} weeks`;
	return `${name} rose from ${wordNumber(baseline)} to ${wordNumber(value)} a week (plus ${percent} % with the season taken out)`;
}
