import type { RunRow } from './AlertRows';
import type { Finding } from './DailyWatch';

/**
 * Whether a stage scored far fewer accounts on the business day than on the last one before: fewer than `minShare` (0 to 1). null when it did
 * not, or when there is nothing to compare.
 *
 * @example
 * findScoredFewer([], 'health', '2024-01-15', 0.8)
 * // => null
 */
export function findScoredFewer(
	runs: readonly RunRow[],
	stage: string,
	businessDayOn: string,
	minShare: number,
): Finding | null {
	const counted = runs.filter((row) => row.stage === stage && row.status === 'done' && row.scored !== null);
	const today = latest(counted.filter((row) => row.business_day_on === businessDayOn));
	const before = counted.filter((row) => row.business_day_on < businessDayOn);
	const lastDay = before.reduce((day, row) => (row.business_day_on > day ? row.business_day_on : day), '');
	const last = latest(before.filter((row) => row.business_day_on === lastDay));
	if (today?.scored == null || last?.scored == null || last.scored === 0) return null;
	if (today.scored >= last.scored * minShare) return null;
	const share = Math.round((today.scored / last.scored) * 100);
	const words = `Only ${today.scored} accounts were scored, ${share} % of the ${last.scored} on ${lastDay}.`;
	return { code: 'scored-fewer', words };
}

function latest(rows: readonly RunRow[]): RunRow | null {
	return rows.reduce<RunRow | null>(
		(last, row) => (last === null || (row.ended_at ?? '') >= (last.ended_at ?? '') ? row : last),
		null,
	);
}
