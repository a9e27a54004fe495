import { createPace } from './createPace';
import { createRandom } from './createRandom';
import { likenessOf } from './likenessOf';
import type { Labels, Matrix } from './Matrix';
import { midRanks } from './midRanks';
import type { Signal } from './Model';
import { sampleSignal } from './sampleSignal';
import type { Steps } from './Steps';

/** Share of shuffled labels that may look like a signal: below 5 % with some room. */
const CHANCE = 0.038;
/** Shuffles by number of rows: with many rows chance has little room, and shuffles are dear. */
const SHUFFLES = [
	{ rows: 300, shuffles: 999 },
	{ rows: 500, shuffles: 399 },
	{ rows: Infinity, shuffles: 199 },
];
/** Nobody needs the rest of the shuffles when after these the labels stand so many standard deviations above. */
const FIRST_SHUFFLES = 40;
const BEYOND_DOUBT = 8;

/** Scores every row by how alike it is, over one row between, to the others with the event; its own label has no part in its score. */
function scoreOthers(
	likeness: Float64Array,
	own: Float64Array,
	labels: Float64Array,
	middle: Float64Array,
	scores: Float64Array,
): void {
	const count = labels.length;
	middle.fill(0);
	for (let row = 0; row < count; row++) {
		const label = labels[row]!;
		// The likeness is centred: taking the event rate from every label would change nothing here.
		if (label === 0) continue;
		const from = row * count;
		for (let other = 0; other < count; other++) middle[other]! += likeness[from + other]!;
	}
	const rate = labels.reduce((sum, label) => sum + label, 0) / count;
	for (let row = 0; row < count; row++) {
		const from = row * count;
		let score = 0;
		for (let other = 0; other < count; other++) score += likeness[from + other]! * middle[other]!;
		scores[row] = score - own[row]! * (labels[row]! - rate);
	}
}

/** Mean squared rank (0 to 1) of the events among all rows: the top counts more than the middle. */
function statisticOf(scores: Float64Array, labels: Float64Array): number {
	const ranks = midRanks(scores);
	let sum = 0;
	let events = 0;
	for (let row = 0; row < labels.length; row++) {
		if (labels[row] === 0) continue;
		const share = ranks[row]! / labels.length;
		sum += share * share;
		events++;
	}
	return sum / events;
}

function shuffle(labels: Float64Array, random: () => number): void {
	for (let place = labels.length - 1; place > 0; place--) {
		const other = Math.floor(random() * (place + 1));
		[labels[place], labels[other]] = [labels[other]!, labels[place]!];
	}
}

function momentsOf(values: readonly number[]): { mean: number; deviation: number } {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
	return { mean, deviation: Math.sqrt(squares / values.length) };
}

/**
 * Whether the columns tell anything about the label: each row is scored by the labels of the rows it is like, its own left out (leave-one-out with a kernel of
 * ranks), and how high the events rank is held against what shuffled labels reach. Weak when some 4 % of the shuffles reach it. Of large tables 1,000
 * rows are compared, of an account one.
 */
export function* testSignal(
	matrix: Matrix,
	labels: Labels,
	groups: Int32Array | null,
	seed: number,
): Steps<Signal> {
	const rows = sampleSignal(labels, groups, seed);
	const count = rows.length;
	yield { stage: 'testing the signal', done: 0, total: 1 };
	const likeness = yield* likenessOf(matrix, rows);
	const own = new Float64Array(count);
	for (let cell = 0; cell < likeness.length; cell++) {
		own[Math.floor(cell / count)]! += likeness[cell]! * likeness[cell]!;
	}
	yield { stage: 'testing the signal', done: 0, total: 1 };
	const shuffled = Float64Array.from(rows, (row) => labels[row]!);
	const middle = new Float64Array(count);
	const scores = new Float64Array(count);
	scoreOthers(likeness, own, shuffled, middle, scores);
	const reached = statisticOf(scores, shuffled);

	const random = createRandom(seed + 31);
	const total = SHUFFLES.find((step) => count <= step.rows)!.shuffles;
	const byChance: number[] = [];
	const due = createPace();
	while (byChance.length < total) {
		if (due(count * count * 0.3)) yield { stage: 'testing the signal', done: byChance.length, total };
		shuffle(shuffled, random);
		scoreOthers(likeness, own, shuffled, middle, scores);
		byChance.push(statisticOf(scores, shuffled));
		if (byChance.length !== FIRST_SHUFFLES) continue;
		const { mean, deviation } = momentsOf(byChance);
		if (reached > mean + BEYOND_DOUBT * deviation) break;
	}
	const { mean } = momentsOf(byChance);
	const fromTop = Math.floor(CHANCE * (byChance.length + 1)) - 1;
	const limit = Float64Array.from(byChance).sort()[byChance.length - 1 - Math.max(0, fromTop)]!;
	return { gain: reached - mean, limit: reached - limit, weak: !(reached > limit) };
}
