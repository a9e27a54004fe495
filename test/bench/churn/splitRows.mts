import { existsSync, readFileSync } from 'node:fs';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { readTimes } from '../../../scoring/learn/readTimes';
import { BadArgument } from './BadArgument.mts';
import type { Split } from './readArguments.mts';

/** One training and the rows it is tested on, both ascending. */
export interface Fold {
	readonly train: Int32Array;
	readonly test: Int32Array;
}

/** Which rows are trained and tested on, by the split of the command line. */
export function splitRows(table: RawTable, split: Split): readonly Fold[] {
	return 'folds' in split ? splitByFolds(table.rows, split.folds) : [splitByTime(table, split)];
}

function splitByFolds(rows: number, file: string): readonly Fold[] {
	const foldOf = new Int32Array(rows).fill(-1);
	const lists = readFolds(file);
	for (const [fold, list] of lists.entries()) {
		for (const row of list) {
			if (!Number.isInteger(row) || row < 0 || row >= rows) {
				throw new BadArgument(
					`fold ${fold} of ${file} holds ${JSON.stringify(row)}; rows go from 0 to ${rows - 1}`,
				);
			}
			if (foldOf[row] !== -1)
				throw new BadArgument(`${file} holds row ${row} twice: every row can be tested once`);
			foldOf[row] = fold;
		}
	}
	return lists.map((_, fold) => ({
		train: rowsWhere(foldOf, (own) => own !== fold),
		test: rowsWhere(foldOf, (own) => own === fold),
	}));
}

function readFolds(file: string): readonly number[][] {
	if (!existsSync(file)) throw new BadArgument(`there is no file ${file}`);
	let folds: unknown;
	try {
		folds = (JSON.parse(readFileSync(file, 'utf8')) as { folds?: unknown } | null)?.folds;
	} catch (error) {
		throw new BadArgument(`${file} is no JSON: ${(error as Error).message}`);
	}
	const right =
		Array.isArray(folds) && folds.length > 0 && folds.every((fold) => Array.isArray(fold) && fold.length > 0);
	if (!right)
		throw new BadArgument(`${file} does not hold {"folds": [[row, ...], ...]} with at least one row in each`);
	return folds as number[][];
}

function splitByTime(table: RawTable, { time, trainMax, test }: Exclude<Split, { folds: string }>): Fold {
	const cells = table.columns[table.names.indexOf(time)];
	if (cells === undefined) throw new BadArgument(`--time: there is no column '${time}'`);
	// The two limits are read as cells of the column, so that they are compared as its cells are.
	const times = readTimes([...cells, trainMax, test]);
	const [last, wanted] = [times[table.rows]!, times[table.rows + 1]!];
	if (wanted <= last)
		throw new BadArgument(
			`--test ${test} is not after --train-max ${trainMax}: it would be tested on rows it learned`,
		);
	const own = times.subarray(0, table.rows);
	const fold = {
		train: rowsWhere(own, (at) => at <= last),
		test: rowsWhere(own, (at) => at === wanted),
	};
	if (fold.train.length === 0) throw new BadArgument(`no row has ${time} up to ${trainMax}`);
	if (fold.test.length === 0) throw new BadArgument(`no row has ${time} = ${test}`);
	return fold;
}

function rowsWhere(values: Int32Array | Float64Array, chosen: (value: number) => boolean): Int32Array {
	const rows: number[] = [];
	for (let row = 0; row < values.length; row++) if (chosen(values[row]!)) rows.push(row);
	return Int32Array.from(rows);
}
