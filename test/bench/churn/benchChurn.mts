import { measureMetrics } from '../../../scoring/learn/measureMetrics';
import type { Metrics } from '../../../scoring/learn/Metrics';
import type { Warning } from '../../../scoring/learn/Model';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { readLabels } from '../../../scoring/learn/readLabels';
import { BadArgument } from './BadArgument.mts';
import type { Arguments } from './readArguments.mts';
import { runFold } from './runFold.mts';
import { splitRows } from './splitRows.mts';
import { uniteWarnings } from './uniteWarnings.mts';

type Measure = 'auc' | 'prAuc' | 'logLoss' | 'brier' | 'ece' | 'lift10';

/** The last line of the command, in this order. */
export type Summary = Pick<Metrics, Measure> & {
	readonly trainSeconds: number;
	readonly predictSeconds: number;
	readonly peakMemoryMb: number;
	readonly warnings: readonly Warning[];
};

export interface BenchResult {
	/** `row,probability`, by row. */
	readonly csv: string;
	readonly summary: Summary;
}

/** Trains and tests by every fold; `say` gets a line about each. */
export function benchChurn(table: RawTable, wanted: Arguments, say: (text: string) => void): BenchResult {
	const named = [wanted.label, ...wanted.drop, ...(wanted.group === undefined ? [] : [wanted.group])];
	const absent = named.find((name) => !table.names.includes(name));
	if (absent !== undefined) {
		throw new BadArgument(`there is no column '${absent}'; the file has ${table.names.join(', ')}`);
	}
	const time = 'time' in wanted.split ? wanted.split.time : null;
	if (wanted.label === time || wanted.label === wanted.group) {
		throw new BadArgument(`'${wanted.label}' cannot be the label and the time or group as well`);
	}
	const folds = splitRows(table, wanted.split);
	const told = new Float64Array(table.rows).fill(NaN);
	const warnings: (readonly Warning[])[] = [];
	let [trainSeconds, predictSeconds] = [0, 0];
	for (const [index, fold] of folds.entries()) {
		say(
			`fold ${index + 1} of ${folds.length}: ${fold.train.length} rows to learn from, ${fold.test.length} to predict`,
		);
		let stage = '';
		const onProgress = (progress: { stage: string }) => {
			if (progress.stage !== stage) say(`  ${(stage = progress.stage)}`);
		};
		const result = runFold(table, fold, { ...wanted, time, onProgress });
		for (const [place, row] of fold.test.entries()) told[row] = result.probabilities[place]!;
		warnings.push(result.warnings);
		trainSeconds += result.trainSeconds;
		predictSeconds += result.predictSeconds;
	}
	const { auc, prAuc, logLoss, brier, ece, lift10 } = measure(table, wanted, told);
	const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
	const measured = { auc, prAuc, logLoss, brier, ece, lift10 };
	const summary = {
		...measured,
		trainSeconds,
		predictSeconds,
		peakMemoryMb,
		warnings: uniteWarnings(warnings),
	};
	return { csv: writeCsv(told), summary };
}

/** Pooled over all test rows that have a label; all null when none has. */
function measure(
	table: RawTable,
	{ label, positive }: Arguments,
	told: Float64Array,
): Pick<Metrics, Measure> {
	const { rows, labels } = readLabels(label, table.columns[table.names.indexOf(label)]!, positive);
	const known = [...rows.keys()].filter((place) => !Number.isNaN(told[rows[place]!]!));
	return measureMetrics(
		Float64Array.from(known, (place) => told[rows[place]!]!),
		Uint8Array.from(known, (place) => labels[place]!),
	);
}

function writeCsv(told: Float64Array): string {
	const lines = ['row,probability'];
	for (const [row, probability] of told.entries())
		if (!Number.isNaN(probability)) lines.push(`${row},${probability}`);
	return `${lines.join('\n')}\n`;
}
