import { median } from '../core/median';
import { columnIn } from './columnIn';
import type { UsageWindow } from './UsageWindow';

const RECENT = 4;

/**
 * Usual length of a session in minutes over the last four weeks (minutes / sessions by week, their median); null when not observed.
 *
 * @example
 * measureSessions({ weeks: [{ minutes: 340, sessions: 10 }], days: ['2026-01-05'], endsOn: '2026-01-11' })
 * // => 34
 */
export function measureSessions(window: UsageWindow | null): number | null {
	const lengths = (window?.weeks ?? []).slice(-RECENT).flatMap((row) => {
		const minutes = row === null ? null : columnIn(row, 'minutes');
		const sessions = row === null ? null : columnIn(row, 'sessions');
		return minutes === null || sessions === null || sessions <= 0 ? [] : [minutes / sessions];
	});
	return median(lengths);
}
