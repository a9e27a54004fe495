import type { Issue } from '../core/issue';
import { createPace } from './createPace';
import type { Labels, Matrix } from './Matrix';
import { sampleRows } from './sampleRows';
import type { Steps } from './Steps';

const SMALLEST_SHARE = 0.01;
/** Fewer twins than this whose labels disagree are different customers that look alike. */
const CLEAR_SHARE = 0.05;
/** Rows of few coarse features are equal by chance; only this many times as many are worth a word. */
const ABOVE_CHANCE = 4;
const MOST_SAMPLED = 2_000;

/**
 * Notes rows that are equal to another in every feature, when they are 1 % of the rows or more (5 % where their labels disagree) and clearly more
 * than coarse features make equal by chance: a model that has seen the twin of a row looks better than it is. Says whether the labels of the twins agree.
 */
export function* findDuplicates(matrix: Matrix, labels: Labels): Steps<readonly Issue[]> {
	const { rows, width } = matrix;
	if (rows < 2 || width === 0) return [];
	const twins = yield* countTwins(matrix, labels);
	const share = twins.rows / rows;
	const enough = share >= CLEAR_SHARE || twins.agreeing / rows >= SMALLEST_SHARE;
	if (!enough || share < ABOVE_CHANCE * (yield* shareByChance(matrix, twins.first))) return [];
	const percent = (part: number) => `${Math.round(part * 1000) / 10} %`;
	const agreement =
		twins.agreeing === twins.rows
			? 'all with the same label as their twins'
			: `${percent(twins.agreeing / twins.rows)} of them with the same label as all their twins`;
	return [
		{
			code: 'duplicates',
			path: 'rows',
			message: `${percent(share)} of the rows (${twins.rows}) have an exact twin in all features, ${agreement}`,
			remedy:
				'Keep one row of each, or name the account column as the group: measured quality is too good otherwise',
			severity: 'warning',
		},
	];
}

/** Rows with a twin, those whose label all twins share, and the first row of every kind. */
interface Twins {
	rows: number;
	agreeing: number;
	readonly first: Int32Array;
}

function* countTwins({ rows, width, values }: Matrix, labels: Labels): Steps<Twins> {
	const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
	const due = createPace();
	const seen = new Map<number, { rows: number; events: number }>();
	const first: number[] = [];
	for (let row = 0; row < rows; row++) {
		if (due(width * 2)) yield { stage: 'reading fields', done: row, total: rows };
		let one = 0x811c9dc5;
		let other = 0x9e3779b9;
		for (let index = row * width; index < (row + 1) * width; index++) {
			const value = values[index] === 0 ? 0 : (bits[index] as number);
			one = Math.imul(one ^ value, 0x01000193);
			one ^= one >>> 15;
			other = Math.imul(other ^ Math.imul(value, 0xcc9e2d51), 0x85ebca6b);
			other ^= other >>> 13;
		}
		// 52 of the 64 bits make one whole number.
		const key = (one >>> 0) * 0x100000 + (other & 0xfffff);
		const equal = seen.get(key) ?? { rows: 0, events: 0 };
		if (equal.rows === 0) {
			seen.set(key, equal);
			first.push(row);
		}
		equal.rows++;
		equal.events += labels[row] as number;
	}
	const twins = { rows: 0, agreeing: 0, first: Int32Array.from(first) };
	for (const equal of seen.values()) {
		if (equal.rows < 2) continue;
		twins.rows += equal.rows;
		if (equal.events === 0 || equal.events === equal.rows) twins.agreeing += equal.rows;
	}
	return twins;
}

/**
 * Share of rows that would have a twin if the features were independent: rows times the product of their chances to agree, counted over pairs
 * of rows of which none is the other's twin.
 */
function* shareByChance({ width, values }: Matrix, distinct: Int32Array): Steps<number> {
	const sample = sampleRows(distinct.length, MOST_SAMPLED);
	const pairs = sample.length * (sample.length - 1);
	if (pairs === 0) return 0;
	const due = createPace();
	let chance = distinct.length;
	for (let feature = 0; feature < width; feature++) {
		if (due(sample.length * 8)) yield { stage: 'reading fields', done: feature, total: width };
		const counts = new Map<number, number>();
		for (const place of sample) {
			const value = values[(distinct[place] as number) * width + feature] as number;
			counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		let agreeing = 0;
		for (const count of counts.values()) agreeing += count * (count - 1);
		chance *= agreeing / pairs;
	}
	return Math.min(1, chance);
}
