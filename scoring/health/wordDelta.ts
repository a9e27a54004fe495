import { roundHalfUp } from '../core/roundHalfUp';
import { findMetric } from './findMetric';
import type { Scorecard } from './Scorecard';
import { wordMeasure } from './wordMeasure';

/** What a measure's own change did to the score. */
export interface MeasureMove {
	readonly id: string;
	readonly from: number | string | null;
	readonly to: number | string | null;
	/** Points of score. */
	readonly effect: number;
}

/** What happened, for the sentence. */
export interface DeltaCauses {
	/** Parts as `splitDelta` has them; all null: only the total is known. */
	readonly total: number | null;
	readonly value: number | null;
	readonly weight: number | null;
	readonly config: number | null;
	readonly data: number | null;
	readonly moves: readonly MeasureMove[];
	/** Ids of measures that are no longer known. */
	readonly lost: readonly string[];
	/** Ids of measures that were not known before. */
	readonly gained: readonly string[];
	/** What the config part is, in words: "a manual override". */
	readonly configCause: string;
}

const WORTH_SAYING = 0.05;
const MOST_NAMES = 2;

/**
 * A change of a score in one sentence, the largest part first; parts under 0.05 points are left out.
 *
 * @example
 * wordDelta({ total: -6.2, value: -5, weight: 0, config: 0, data: -1.2, moves: [{ id: 'active_users', from: 71, to: 48, effect: -5 }], lost: ['nps_score'], gained: [], configCause: '' }, FRAMEWORK_SCORECARD)
 * // => 'fell 6.2: 5 by values (active users 71 % -> 48 %), 1.2 because NPS is no longer known'
 */
export function wordDelta(causes: DeltaCauses, scorecard: Scorecard): string {
	const { total } = causes;
	if (total === null) return 'no earlier score to compare with';
	const direction = Math.sign(total);
	const head = Math.abs(total) < WORTH_SAYING ? 'unchanged' : `${total < 0 ? 'fell' : 'rose'} ${show(total)}`;
	const parts = [
		{ points: causes.value, cause: `by values${wordMoves(causes.moves, scorecard)}` },
		{ points: causes.data, cause: wordData(causes, scorecard) },
		{ points: causes.weight, cause: 'by changed weights' },
		{ points: causes.config, cause: `by ${causes.configCause}` },
	];
	const said = parts
		.flatMap(({ points, cause }) =>
			points === null || Math.abs(points) < WORTH_SAYING ? [] : [{ points, cause }],
		)
		.sort((left, right) => Math.abs(right.points) - Math.abs(left.points))
		.map(({ points, cause }) => {
			const against = Math.sign(points) !== direction || head === 'unchanged';
			return `${against ? (points > 0 ? '+' : '-') : ''}${show(points)} ${cause}`;
		});
	return said.length === 0 ? head : `${head}: ${said.join(', ')}`;
}

function wordMoves(moves: readonly MeasureMove[], scorecard: Scorecard): string {
	const largest = [...moves]
		.filter((move) => Math.abs(move.effect) >= WORTH_SAYING)
		.sort((left, right) => Math.abs(right.effect) - Math.abs(left.effect))
		.slice(0, MOST_NAMES)
		.map(({ id, from, to }) => {
			const metric = findMetric(scorecard, id)?.metric ?? null;
			return `${label(id, scorecard)} ${wordMeasure(from, metric)} -> ${wordMeasure(to, metric)}`;
		});
	return largest.length === 0 ? '' : ` (${largest.join('; ')})`;
}

function wordData({ lost, gained }: DeltaCauses, scorecard: Scorecard): string {
	const causes: string[] = [];
	if (lost.length > 0) causes.push(`${names(lost, scorecard)} no longer known`);
	if (gained.length > 0) causes.push(`${names(gained, scorecard)} newly known`);
	return causes.length === 0 ? 'because measures aged' : `because ${causes.join(' and ')}`;
}

function names(ids: readonly string[], scorecard: Scorecard): string {
	const named = ids.slice(0, MOST_NAMES).map((id) => label(id, scorecard));
	const rest = ids.length - named.length;
	const list = rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(' and ');
	return `${list} ${ids.length === 1 ? 'is' : 'are'}`;
}

function label(id: string, scorecard: Scorecard): string {
	const place = findMetric(scorecard, id);
	const text = place?.metric?.label ?? place?.dimension.label ?? id;
	return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function show(points: number): string {
	return String(roundHalfUp(Math.abs(points) * 10) / 10);
}
