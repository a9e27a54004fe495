import type { CanonicalObject } from '../core/CanonicalModel';
import { assessObject } from './assessObject';
import type { DataQuality, ObjectQuality, QualityInput, SourceQuality, Threshold } from './DataQuality';
import { weighQuality } from './weighQuality';
import { wordOf } from './wordOf';

const MS_PER_HOUR = 3_600_000;
/** Records that are sound, and records that fail: the platform's requirements. */
const QUALITY_LIMIT = 0.98;
const FAILURE_LIMIT = 0.001;

/**
 * How good the data is: each field's coverage and invalid values, duplicates, orphans, stale sources, a score from 0 to 100 with its
 * parts (see `weighQuality`), and two thresholds: more than 98 % of the records sound (no invalid value, not a second row of a key),
 * fewer than 0.1 % failed (a required field is missing). Without rows there is no score: nothing is known.
 *
 * @example
 * assessDataQuality({ rows: {}, asOf: '2026-01-15T00:00:00Z', sources: [], options: { origin: 'own', amounts: 'minor', currency: null } }).sentence
 * // => 'There are no rows, so nothing can be said about the data.'
 */
export function assessDataQuality(input: QualityInput): DataQuality {
	const { accounts } = input.rows;
	const ids = accounts === undefined ? null : new Set(accounts.map((row) => wordOf(row.account_id)));
	const objects = Object.entries(input.rows)
		.filter(([, rows]) => rows !== undefined)
		.map(([object, rows]) => assessObject(object as CanonicalObject, rows, ids, input.options));
	const sources = input.sources.map((source): SourceQuality => {
		const readAt = source.readAt === null ? Number.NaN : Date.parse(source.readAt);
		const age = (Date.parse(input.asOf) - readAt) / MS_PER_HOUR;
		const ageHours = Number.isNaN(age) ? null : age;
		return { ...source, ageHours, stale: ageHours === null || ageHours > source.limitHours };
	});
	const rows = sum(objects, ({ rows: count }) => count);
	const { score, parts } = weighQuality(objects, sources);
	const thresholds = [
		judge(
			'quality',
			rows,
			sum(objects, ({ sound }) => sound),
			QUALITY_LIMIT,
		),
		judge(
			'failure',
			rows,
			sum(objects, ({ unusable }) => unusable),
			FAILURE_LIMIT,
		),
	];
	return {
		asOf: input.asOf,
		rows,
		score,
		sentence: sentenceOf(rows, score, parts, thresholds),
		parts,
		thresholds,
		objects,
		sources,
	};
}

const sum = (objects: readonly ObjectQuality[], count: (object: ObjectQuality) => number): number =>
	objects.reduce((total, object) => total + count(object), 0);

/** Enough digits to tell 98 % from 97.96 %. */
const percent = (share: number): string => `${Math.floor(share * 100_000) / 1000} %`;

function judge(id: Threshold['id'], rows: number, count: number, limit: number): Threshold {
	const what = id === 'quality' ? 'sound' : 'failed';
	const rule = `${id === 'quality' ? 'more' : 'less'} than ${percent(limit)} is required`;
	if (rows === 0)
		return { id, value: null, limit, pass: null, sentence: `There are no records to judge; ${rule}.` };
	const value = count / rows;
	const pass = id === 'quality' ? value > limit : value < limit;
	const verdict = pass ? 'passed' : 'missed';
	return {
		id,
		value,
		limit,
		pass,
		sentence: `${percent(value)} of ${rows} records ${what}; ${rule}: ${verdict}.`,
	};
}

function sentenceOf(
	rows: number,
	score: number | null,
	parts: DataQuality['parts'],
	thresholds: readonly Threshold[],
): string {
	if (rows === 0 || score === null) return 'There are no rows, so nothing can be said about the data.';
	const lost = (part: DataQuality['parts'][number]): number => 100 * part.weight - part.contribution;
	const worst = parts.reduce((a, b) => (lost(b) > lost(a) ? b : a));
	const missed = thresholds.filter(({ pass }) => pass === false).map(({ id }) => id);
	const verdict =
		missed.length === 0
			? 'both thresholds are met'
			: `the threshold${missed.length > 1 ? 's' : ''} ${missed.join(' and ')} ${missed.length > 1 ? 'are' : 'is'} missed`;
	const why = lost(worst) < 0.05 ? '' : ` Most is lost on ${worst.id}: ${worst.reason}.`;
	return `The data of ${rows} records scores ${Math.round(score * 10) / 10} of 100; ${verdict}.${why}`;
}
