import { wilsonInterval } from '../learn/wilsonInterval';
import type { Rate } from './Backtest';

const Z90 = 1.6448536269514722;

/**
 * A share of rows with its 90 % interval (Wilson 1927), 0 to 1; null without rows.
 *
 * @example
 * rateOf(3, 4).value
 * // => 0.75
 */
export function rateOf(events: number, rows: number): Rate {
	if (rows <= 0) return { events, rows, value: null, low: null, high: null };
	return { events, rows, value: events / rows, ...wilsonInterval(events, rows, Z90) };
}
