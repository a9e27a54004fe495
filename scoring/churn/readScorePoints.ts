import type { Issue } from '../core/issue';
import { wordCount } from '../core/wordCount';
import { instantIn } from '../measures/instantIn';
import { knowledgeCut } from '../measures/knowledgeCut';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import type { ScorePoint } from './Backtest';

/** In which columns of the rows things stand. */
export interface ScoreColumns {
	readonly account?: string;
	readonly day?: string;
	readonly value?: string;
	readonly band?: string;
	readonly computedAt?: string;
	/** Rows whose column `score` says another name are passed over; null or empty: all rows count. */
	readonly scoreName?: string | null;
	/** Columns with the points 0 to 100 that the score is made of. */
	readonly components?: readonly string[];
}

export interface ScorePoints {
	readonly points: readonly ScorePoint[];
	readonly skipped: Readonly<Record<string, number>>;
	readonly notes: readonly Issue[];
}

/** A component's row; the instant is null where it does not say. */
interface Part {
	readonly name: string;
	readonly value: number | null;
	readonly instant: number | null;
}

/**
 * Reads values of a score from rows of cs_score_history or any others (by default its columns). A day may be an instant: its UTC day counts. Components are
 * read from columns, and from rows of the same table whose score is "<name>.<component>" for the same account and day, unless they were computed on a later day
 * than the value (leak guard). Rows without account or with
 * another score are left out and counted; a value that is no number becomes null, which the backtest counts.
 *
 * @example
 * readScorePoints([{ score: 'health', account_id: 'A', as_of_on: '2024-01-01', value: '70' }]).points[0].value
 * // => 70
 */
export function readScorePoints(rows: readonly Row[], columns: ScoreColumns = {}): ScorePoints {
	const { account = 'account_id', day = 'as_of_on', value = 'value', band = 'band' } = columns;
	const { computedAt = 'computed_at', scoreName = null, components = [] } = columns;
	const skipped: Record<string, number> = {};
	const parts = new Map<string, Part[]>();
	const points: ScorePoint[] = [];
	for (const row of rows) {
		const id = row[account];
		if (id === null || id === undefined || id === '') {
			skipped.scoreWithoutAccount = (skipped.scoreWithoutAccount ?? 0) + 1;
			continue;
		}
		const name = row.score;
		const on = dayOf(row[day]);
		if (typeof name === 'string' && scoreName !== null && scoreName !== '' && name !== scoreName) {
			if (name.startsWith(`${scoreName}.`)) {
				const key = `${String(id)} ${on}`;
				const found = parts.get(key) ?? [];
				parts.set(key, found);
				found.push({
					name: name.slice(scoreName.length + 1),
					value: numberIn(row, value),
					instant: instantIn(row, computedAt),
				});
			} else skipped.otherScore = (skipped.otherScore ?? 0) + 1;
			continue;
		}
		points.push({
			account_id: String(id),
			as_of_on: on,
			computed_at: instantOf(row[computedAt]),
			value: numberIn(row, value),
			band: typeof row[band] === 'string' && row[band] !== '' ? row[band] : null,
			...(components.length === 0
				? {}
				: { components: Object.fromEntries(components.map((column) => [column, numberIn(row, column)])) }),
		});
	}
	return { points: withParts(points, parts), skipped, notes: noteEmpty(points, rows.length, columns) };
}

/** Components that were known at the end of the day on which the value was computed; of several the newest. */
function withParts(points: readonly ScorePoint[], parts: ReadonlyMap<string, Part[]>): readonly ScorePoint[] {
	if (parts.size === 0) return points;
	for (const found of parts.values()) {
		found.sort((left, right) => (left.instant ?? -Infinity) - (right.instant ?? -Infinity));
	}
	return points.map((point) => {
		const found = parts.get(`${point.account_id} ${point.as_of_on}`);
		if (found === undefined) return point;
		const computed = instantIn({ at: point.computed_at }, 'at');
		const cut = knowledgeCut(
			computed === null ? point.as_of_on : new Date(computed).toISOString().slice(0, 10),
		);
		const known = found.filter(({ instant }) => instant === null || instant <= cut);
		const components = Object.fromEntries(known.map(({ name, value }) => [name, value]));
		return { ...point, components: { ...point.components, ...components } };
	});
}

function dayOf(value: unknown): string {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
	return typeof value === 'string' ? value.slice(0, 10) : '';
}

function instantOf(value: unknown): string | Date | null {
	if (value instanceof Date) return value;
	return typeof value === 'string' && value !== '' ? value : null;
}

function noteEmpty(points: readonly ScorePoint[], rows: number, columns: ScoreColumns): Issue[] {
	if (rows === 0 || points.some(({ value }) => value !== null)) return [];
	return [
		{
			code: 'no-score-values',
			path: columns.value ?? 'value',
			message: `None of ${wordCount(rows, 'row')} holds a value of the score${columns.scoreName ? ` '${columns.scoreName}'` : ''}.`,
			remedy: `Check the name of the score and that the column '${columns.value ?? 'value'}' holds numbers.`,
			severity: 'warning',
		},
	];
}
