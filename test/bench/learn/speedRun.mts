// Child process of the learning benchmark, one measure per process so that peak memory is its own:
// `speedRun.mts draw <file> <rows>` writes rows for all learners, `speedRun.mts <measure> <file>` prints one line of JSON.
import { readFileSync, writeFileSync } from 'node:fs';
import { binMatrix } from '../../../scoring/learn/binMatrix';
import { boostTrees } from '../../../scoring/learn/boostTrees';
import { createRandom } from '../../../scoring/learn/createRandom';
import { createTreeExplainer } from '../../../scoring/learn/createTreeExplainer';
import type { Matrix } from '../../../scoring/learn/Matrix';
import { scoreTrees } from '../../../scoring/learn/scoreTrees';
import type { Steps } from '../../../scoring/learn/Steps';
import type { TreeEnsemble } from '../../../scoring/learn/TreeEnsemble';

const WIDTH = 30;
const OPTIONS = { rounds: 100, learningRate: 0.1, maxLeaves: 31, minLeaf: 20, l2: 0, patience: 0, seed: 1 };

/** 30 features, eight of which tell something (bends and interactions among them), every 17th cell missing. */
function drawFile(file: string, rows: number): void {
	const random = createRandom(5);
	// Sum of four uniform numbers: a bell without trigonometry.
	const values = Float32Array.from(
		{ length: rows * WIDTH },
		() => (random() + random() + random() + random() - 2) * 1.7,
	);
	const labels = Uint8Array.from({ length: rows }, (_, row) => {
		const [a, b, c, d, e, f, g, h] = values.subarray(row * WIDTH) as unknown as number[];
		const odds =
			-1.5 +
			a! +
			0.8 * b! * c! +
			0.7 * Math.abs(d!) -
			(f! > 0 ? 0.5 * e! : 0) +
			0.4 * g! +
			(h! > 1 ? 0.5 : 0);
		return random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
	});
	for (let at = 0; at < values.length; at += 17) values[at] = NaN;
	writeFileSync(`${file}.f32`, values);
	writeFileSync(`${file}.u8`, labels);
}

function readFile(file: string): { matrix: Matrix; labels: Uint8Array } {
	const bytes = readFileSync(`${file}.f32`);
	const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
	const labels = new Uint8Array(readFileSync(`${file}.u8`));
	return { matrix: { rows: labels.length, width: WIDTH, values }, labels };
}

/** Milliseconds of this thread. */
let longestStep = 0;
function finish<Result>(steps: Steps<Result>): Result {
	for (;;) {
		const since = process.threadCpuUsage();
		const step = steps.next();
		const { user, system } = process.threadCpuUsage(since);
		longestStep = Math.max(longestStep, (user + system) / 1000);
		if (step.done === true) return step.value;
	}
}

/** Processor seconds, of all threads of this process, so that other work on the machine counts little. */
function clock<Result>(run: () => Result): { seconds: number; result: Result } {
	const since = process.cpuUsage();
	const result = run();
	const { user, system } = process.cpuUsage(since);
	return { seconds: (user + system) / 1e6, result };
}

function train({ matrix, labels }: ReturnType<typeof readFile>): TreeEnsemble {
	const everyRow = Int32Array.from({ length: matrix.rows }, (_, row) => row);
	return finish(boostTrees(finish(binMatrix(matrix)), labels, OPTIONS, everyRow, null)).ensemble;
}

function logLoss(scores: Float64Array, labels: Uint8Array): number {
	return (
		scores.reduce((sum, z, row) => sum + Math.log1p(Math.exp(labels[row] === 1 ? -z : z)), 0) / scores.length
	);
}

const [what, file = '', count] = process.argv.slice(2);
if (what === 'draw') {
	drawFile(file, Number(count));
} else {
	const table = readFile(file);
	const { matrix, labels } = table;
	// Three times, the best counts: the first run also pays for the compiler.
	const runs = [clock(() => train(table)), clock(() => train(table)), clock(() => train(table))];
	const ensemble = runs[0]!.result;
	const measure: Record<string, number> = {
		seconds: Math.min(...runs.map(({ seconds }) => seconds)),
		longestStep,
	};
	if (what === 'score') {
		const times = 1_000_000 / matrix.rows;
		const values = new Float32Array(1_000_000 * WIDTH);
		for (let copy = 0; copy < times; copy++) values.set(matrix.values, copy * matrix.values.length);
		const scored = clock(() => finish(scoreTrees(ensemble, { rows: 1_000_000, width: WIDTH, values })));
		measure['seconds'] = scored.seconds;
		measure['logLoss'] = logLoss(scored.result.subarray(0, matrix.rows), labels);
	}
	if (what === 'explain') {
		const explain = createTreeExplainer(ensemble);
		const out = new Float64Array(WIDTH + 1);
		const explained = clock(() => {
			for (let row = 0; row < 5000; row++) explain(matrix, row, out);
		});
		measure['rowsPerSecond'] = 5000 / explained.seconds;
	}
	measure['peakBytes'] = process.resourceUsage().maxRSS * 1024;
	console.log(JSON.stringify(measure));
}
