import { dayNumber } from '../core/dayNumber';
import type { Steps } from '../learn/Steps';
import type { ScorePoint } from './Backtest';

const ROWS_PER_STEP = 20_000;

/** A value with its day as a number. */
export interface ScoreEntry {
	/** Days since 1970-01-01. */
	readonly day: number;
	readonly point: ScorePoint;
}

export interface ScoreIndex {
	/** Values of an account, oldest first. */
	readonly entries: ReadonlyMap<string, readonly ScoreEntry[]>;
	/** Rows left out, by reason. */
	readonly skipped: Readonly<Record<'scoreWithoutValue' | 'scoreWithoutDay' | 'scoreAfterAsOf', number>>;
	/** Rows that share account and day with another one. */
	readonly sameDay: number;
	/** Rows that do not say when they were computed. */
	readonly undated: number;
	readonly rows: number;
}

/**
 * Sorts values by account and day. Rows without a number, without a real day or of a day after `asOfDay` are left out and counted.
 *
 * @param asOfDay days since 1970-01-01
 *
 * @example
 * [...indexScores([{ account_id: 'A', as_of_on: '1970-01-03', value: 70 }], 9)].length
 * // => 0
 */
export function* indexScores(points: readonly ScorePoint[], asOfDay: number): Steps<ScoreIndex> {
	const entries = new Map<string, ScoreEntry[]>();
	const skipped = { scoreWithoutValue: 0, scoreWithoutDay: 0, scoreAfterAsOf: 0 };
	let undated = 0;
	for (let at = 0; at < points.length; at++) {
		if (at > 0 && at % ROWS_PER_STEP === 0) {
			yield { stage: 'reading scores', done: at, total: points.length };
		}
		const point = points[at] as ScorePoint;
		const day = dayNumber(point.as_of_on);
		if (day === null) skipped.scoreWithoutDay += 1;
		else if (day > asOfDay) skipped.scoreAfterAsOf += 1;
		else if (point.value === null || !Number.isFinite(point.value)) skipped.scoreWithoutValue += 1;
		else {
			if (point.computed_at === null || point.computed_at === undefined) undated += 1;
			const list = entries.get(point.account_id);
			if (list === undefined) entries.set(point.account_id, [{ day, point }]);
			else list.push({ day, point });
		}
	}
	let sameDay = 0;
	let rows = 0;
	for (const list of entries.values()) {
		list.sort((left, right) => left.day - right.day);
		for (let at = 1; at < list.length; at++) if (list[at]?.day === list[at - 1]?.day) sameDay += 1;
		rows += list.length;
		if (Math.floor(rows / ROWS_PER_STEP) > Math.floor((rows - list.length) / ROWS_PER_STEP)) {
			yield { stage: 'reading scores', done: points.length, total: points.length };
		}
	}
	return { entries, skipped, sameDay, undated, rows };
}
