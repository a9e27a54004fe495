// Child process of the learning benchmark: `autoRun.mts <file.csv> <rows>` trains the automatic model on so many rows drawn from the file,
// and prints one line of JSON. With more than 50,000 rows it also predicts a million and explains a thousand.
import { createRandom } from '../../../scoring/learn/createRandom';
import { encodeTable } from '../../../scoring/learn/encodeTable';
import { explainTable } from '../../../scoring/learn/explainTable';
import { prepareTraining } from '../../../scoring/learn/prepareTraining';
import { scoreModel } from '../../../scoring/learn/scoreModel';
import type { Steps } from '../../../scoring/learn/Steps';
import { takeTableRows } from '../../../scoring/learn/takeTableRows';
import { trainModel } from '../../../scoring/learn/trainModel';
import type { Outcome } from '../../../scoring/core/issue';
import { readCsv } from '../churn/readCsv.mts';

let longestStep = 0;
let longestStage = '';
function finish<Result>(steps: Steps<Result>): Result {
	let stage = 'start';
	for (;;) {
		const since = process.threadCpuUsage();
		const step = steps.next();
		const { user, system } = process.threadCpuUsage(since);
		if ((user + system) / 1000 > longestStep) {
			longestStep = (user + system) / 1000;
			longestStage = stage;
		}
		if (step.done === true) return step.value;
		stage = step.value.stage;
	}
}

function must<Value>(outcome: Outcome<Value>): Value {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
	return outcome.value;
}

/** Processor seconds of this process. */
function clock<Result>(run: () => Result): { seconds: number; result: Result } {
	const since = process.cpuUsage();
	const result = run();
	const { user, system } = process.cpuUsage(since);
	return { seconds: (user + system) / 1e6, result };
}

const [file = '', count = ''] = process.argv.slice(2);
const rows = Number(count);
const whole = await readCsv(file);
const random = createRandom(rows);
const drawn = Int32Array.from({ length: rows }, () => Math.floor(random() * whole.rows));
const table = takeTableRows(whole, drawn);
const trained = clock(() => {
	const training = must(finish(prepareTraining(table, { label: 'label' })));
	return must(finish(trainModel(training, { kind: 'auto', seed: 1 })));
});
const model = trained.result;
const measure: Record<string, unknown> = { seconds: trained.seconds, longestStep, longestStage };
if (rows > 50_000) {
	const encoded = must(finish(encodeTable(table, model.schema)));
	const { width } = encoded;
	const values = new Float32Array(1_000_000 * width);
	for (let at = 0; at < values.length; at += encoded.values.length) {
		values.set(encoded.values.subarray(0, Math.min(encoded.values.length, values.length - at)), at);
	}
	measure['predictSeconds'] = clock(() =>
		finish(scoreModel(model, { rows: 1_000_000, width, values })),
	).seconds;
	const asked = Int32Array.from({ length: 1000 }, (_, row) => row);
	measure['explainSeconds'] = clock(() => must(finish(explainTable(model, table, asked)))).seconds;
}
measure['peakBytes'] = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify(measure));
