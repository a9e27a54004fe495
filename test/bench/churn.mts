// `npm run -s bench:churn -- --data FILE.csv[.gz] --label COLUMN ...`: trains and predicts as the Churn Prediction node does, so that anyone
// can measure it. Probabilities of all test rows go to --out, progress to stderr, and the last line of stdout is one JSON object.
// Metrics are over the test rows that have a label, null where none has.
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BadArgument } from './churn/BadArgument.mts';
import { benchChurn } from './churn/benchChurn.mts';
import { type Arguments, readArguments, USAGE } from './churn/readArguments.mts';
import { readCsv } from './churn/readCsv.mts';
import { TrainingFault } from './churn/runFold.mts';

const say = (text: string) => process.stderr.write(`${text}\n`);

/** npm starts scripts in the package's folder; a path is meant from where the person stands. */
const standing = process.env.npm_lifecycle_event === 'bench:churn' ? process.env.INIT_CWD : undefined;
const place = (path: string) => resolve(standing ?? process.cwd(), path);

function placed(given: Arguments): Arguments {
	const { split } = given;
	return {
		...given,
		data: place(given.data),
		out: place(given.out),
		split: 'folds' in split ? { folds: place(split.folds) } : split,
	};
}

try {
	const wanted = placed(readArguments(process.argv.slice(2)));
	if (!existsSync(dirname(wanted.out)))
		throw new BadArgument(`--out: there is no folder ${dirname(wanted.out)}`);
	const table = await readCsv(wanted.data);
	say(`${table.rows} rows, ${table.names.length} columns`);
	const { csv, summary } = benchChurn(table, wanted, say);
	try {
		writeFileSync(wanted.out, csv);
	} catch (error) {
		throw new BadArgument(`--out cannot be written: ${(error as Error).message}`);
	}
	process.stdout.write(`${JSON.stringify(summary)}\n`);
} catch (error) {
	if (error instanceof BadArgument) {
		say(`${error.message}\n\n${USAGE}`);
		process.exitCode = 2;
	} else if (error instanceof TrainingFault) {
		say(error.message);
		process.exitCode = 1;
	} else throw error;
}
