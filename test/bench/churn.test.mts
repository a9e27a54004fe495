import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createRandom } from '../../scoring/learn/createRandom';
import { BadArgument } from './churn/BadArgument.mts';
import { createCsvSplitter } from './churn/createCsvSplitter.mts';
import { readArguments } from './churn/readArguments.mts';
import { readCsv } from './churn/readCsv.mts';
import { splitRows } from './churn/splitRows.mts';
import { uniteWarnings } from './churn/uniteWarnings.mts';

const folder = mkdtempSync(join(tmpdir(), 'bench-churn-'));
const file = (name: string) => join(folder, name);
after(() => rmSync(folder, { recursive: true, force: true }));

const say = (words: string) => readArguments(words.split(' '));
const refuses = (run: () => unknown, part: RegExp) =>
	assert.throws(run, (error: unknown) => error instanceof BadArgument && part.test(error.message));

describe('arguments', () => {
	test('are read with their defaults', () => {
		assert.deepEqual(say('--data a.csv --label left --folds f.json --out o.csv'), {
			data: 'a.csv',
			label: 'left',
			drop: [],
			split: { folds: 'f.json' },
			model: 'auto',
			seed: 1,
			out: 'o.csv',
		});
		assert.deepEqual(
			say(
				'--data=a --label=l --positive 2 --drop A,B --drop C --group g --time t --train-max -3 --test 4 --model rf --seed 7 --out o',
			),
			{
				data: 'a',
				label: 'l',
				positive: '2',
				drop: ['A', 'B', 'C'],
				group: 'g',
				split: { time: 't', trainMax: '-3', test: '4' },
				model: 'rf',
				seed: 7,
				out: 'o',
			},
		);
	});

	for (const [words, part] of [
		['--label l --folds f --out o', /--data is missing/],
		['--data a --label l --out o', /either --folds or --time/],
		['--data a --label l --folds f', /--out is missing/],
		['--data a --label l --folds f --time t --train-max 1 --test 2 --out o', /exclude each other/],
		['--data a --label l --time t --test 2 --out o', /belong together/],
		['--data a --label l --folds f --out o --model svm', /'svm', not one of/],
		['--data a --label l --folds f --out o --seed one', /'one', not a whole number/],
		['--data a --label --folds f --out o', /--label has no value/],
		['--data a --data b --label l --folds f --out o', /--data is given twice/],
		['--data a --label l --folds f --out o --fold 3', /'--fold' is no argument/],
		['a.csv', /'a.csv' is no argument/],
	] as const) {
		test(`refuses: ${words}`, () => refuses(() => say(words), part));
	}
});

describe('CSV', () => {
	const records = (...pieces: string[]) => {
		const seen: string[][] = [];
		const splitter = createCsvSplitter((cells) => seen.push(cells));
		for (const piece of pieces) splitter.add(piece);
		return { seen, complete: splitter.end() };
	};

	test('quotes, doubled quotes, line breaks in cells, CRLF and CR, blank lines, no end of line', () => {
		const text = 'a,"b, ""c""",\r\n"x\ny",,""\r\r\n\nlast,1,2';
		const whole = [
			['a', 'b, "c"', ''],
			['x\ny', '', ''],
			['last', '1', '2'],
		];
		assert.deepEqual(records(text), { seen: whole, complete: true });
		for (let cut = 0; cut <= text.length; cut++) {
			assert.deepEqual(records(text.slice(0, cut), text.slice(cut)).seen, whole, `cut at ${cut}`);
		}
		assert.deepEqual(records(...text).seen, whole);
		assert.equal(records('a,"b').complete, false);
	});

	test('a file with a byte order mark, packed or not: numbers, texts and blanks', async () => {
		const text = '\ufeffid,seats,note\r\n007,1.50,"ja, schön"\r\n8, ,-3\r\n';
		writeFileSync(file('a.csv'), text);
		writeFileSync(file('a.csv.gz'), gzipSync(text));
		const expected = {
			names: ['id', 'seats', 'note'],
			columns: [
				['007', 8],
				['1.50', null],
				['ja, schön', -3],
			],
			rows: 2,
		};
		assert.deepEqual(await readCsv(file('a.csv')), expected);
		assert.deepEqual(await readCsv(file('a.csv.gz')), expected);
	});

	test('a broken file is refused with its line', async () => {
		const broken = async (text: string | Uint8Array, part: RegExp, name = 'b.csv') => {
			writeFileSync(file(name), text);
			await assert.rejects(
				readCsv(file(name)),
				(error: unknown) => error instanceof BadArgument && part.test(error.message),
			);
		};
		await broken('a,b\n1,2\n3\n', /line 3 of .* has 1 cells, the header has 2/);
		await broken('a,b\r\n1,2\r\n\r\n3\r\n', /line 4 of /);
		await broken('a,a\n1,2\n', /two columns named 'a'/);
		await broken('a,b\n1,"2\n', /cut off/);
		await broken('a,b\n', /no rows/);
		await broken(gzipSync('a,b\n1,2\n').subarray(0, 15), /cannot be read/, 'b.csv.gz');
		await assert.rejects(readCsv(file('none.csv')), BadArgument);
	});
});

describe('rows held back', () => {
	const table = { names: ['t'], columns: [['9', '10', '', '11', 9]], rows: 5 };
	const lists = (folds: ReturnType<typeof splitRows>) =>
		folds.map(({ train, test: held }) => [[...train], [...held]]);
	const byFolds = (content: unknown) => {
		writeFileSync(file('folds.json'), typeof content === 'string' ? content : JSON.stringify(content));
		return splitRows(table, { folds: file('folds.json') });
	};

	test('by lists: trained on all others', () => {
		assert.deepEqual(lists(byFolds({ folds: [[3, 1], [0]] })), [
			[
				[0, 2, 4],
				[1, 3],
			],
			[[1, 2, 3, 4], [0]],
		]);
	});

	test('by time: numbers as numbers, a row without time in neither', () => {
		assert.deepEqual(lists(splitRows(table, { time: 't', trainMax: '10', test: '11' })), [[[0, 1, 4], [3]]]);
	});

	test('what makes no sense is refused', () => {
		refuses(() => byFolds({ folds: [[0], [0]] }), /row 0 twice/);
		refuses(() => byFolds({ folds: [[5]] }), /rows go from 0 to 4/);
		refuses(() => byFolds({ folds: [[]] }), /at least one row/);
		refuses(() => byFolds({ fold: [] }), /does not hold/);
		refuses(() => byFolds('{'), /no JSON/);
		refuses(() => splitRows(table, { time: 't', trainMax: '10', test: '9' }), /not after/);
		refuses(() => splitRows(table, { time: 't', trainMax: '10', test: '12' }), /no row has t = 12/);
		refuses(() => splitRows(table, { time: 'u', trainMax: '1', test: '2' }), /no column 'u'/);
	});
});

test('warnings are united over folds, each code once', () => {
	const [few, leak] = [
		{ code: 'few-events', text: 'Few.' } as const,
		{ code: 'leakage', text: 'Leak.' } as const,
	];
	assert.deepEqual(uniteWarnings([[few, leak, { ...leak, text: 'Another.' }], [few]]), [
		{ code: 'few-events', text: 'Few. (in 2 of 2 folds)' },
		{ code: 'leakage', text: 'Leak. Another. (in 1 of 2 folds)' },
	]);
	assert.deepEqual(uniteWarnings([[few]]), [few]);
});

describe('the command', () => {
	const folds = [
		[0, 5, 10, 15, 20, 25, 30, 35],
		[1, 2, 3, 41, 42, 43],
	];
	const command = resolve(import.meta.dirname, 'churn.mts');
	const run = (...words: string[]) => {
		const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', command, ...words], {
			encoding: 'utf8',
		});
		return { status, stdout, stderr };
	};
	/** 120 rows; whether they left follows from usage and plan. */
	const rows = (() => {
		const random = createRandom(4);
		return Array.from({ length: 120 }, (_, row) => {
			const [usage, pro] = [random() * 10, random() < 0.5];
			const left = random() < (usage < 4 ? 0.7 : 0.1) ? 1 : 0;
			return [`A${row}`, row % 3, usage.toFixed(3), pro ? 'pro' : 'free', left];
		});
	})();
	const write = (name: string, changed: (row: number, left: number) => number | string) => {
		const lines = rows.map(([id, month, usage, plan, left], row) =>
			[id, month, usage, plan, changed(row, left as number)].join(','),
		);
		writeFileSync(file(name), `id,month,usage,plan,left\n${lines.join('\n')}\n`);
	};
	const common = ['--label', 'left', '--drop', 'id'];

	before(() => {
		write('c.csv', (_, left) => left);
		write('flipped.csv', (row, left) => (folds[0]!.includes(row) ? 1 - left : left));
		write('unlabelled.csv', (row, left) => (row % 3 === 2 ? '' : left));
		writeFileSync(file('two.json'), JSON.stringify({ folds }));
	});

	test('writes every test row once, and one JSON object as the last line', () => {
		const { status, stdout, stderr } = run(
			'--data',
			file('c.csv'),
			...common,
			'--folds',
			file('two.json'),
			'--out',
			file('o.csv'),
		);
		assert.equal(status, 0, stderr);
		const lines = readFileSync(file('o.csv'), 'utf8').split('\n');
		assert.equal(lines.shift(), 'row,probability');
		assert.equal(lines.pop(), '');
		assert.deepEqual(
			lines.map((line) => Number(line.split(',')[0])),
			folds.flat().sort((a, b) => a - b),
		);
		for (const line of lines)
			assert.ok(Number(line.split(',')[1]) > 0 && Number(line.split(',')[1]) < 1, line);
		const summary = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Record<string, unknown>;
		assert.deepEqual(Object.keys(summary), [
			'auc',
			'prAuc',
			'logLoss',
			'brier',
			'ece',
			'lift10',
			'trainSeconds',
			'predictSeconds',
			'peakMemoryMb',
			'warnings',
		]);
		assert.ok((summary.auc as number) > 0.5);
	});

	test('labels of test rows reach nothing: flipped in one fold, its predictions stay the same to the last byte', () => {
		const told = (data: string) => {
			const { status, stderr } = run(
				'--data',
				file(data),
				...common,
				'--folds',
				file('two.json'),
				'--out',
				file('o.csv'),
			);
			assert.equal(status, 0, stderr);
			const lines = readFileSync(file('o.csv'), 'utf8').split('\n').slice(1, -1);
			return new Map(lines.map((line) => line.split(',') as [string, string]));
		};
		const [asIs, flipped] = [told('c.csv'), told('flipped.csv')];
		assert.deepEqual(
			folds[0]!.map((row) => flipped.get(String(row))),
			folds[0]!.map((row) => asIs.get(String(row))),
		);
		// The other fold learned from the flipped rows, or the flip changed nothing at all.
		assert.notDeepEqual(
			folds[1]!.map((row) => flipped.get(String(row))),
			folds[1]!.map((row) => asIs.get(String(row))),
		);
	});

	test('test rows without labels: predictions, but no metrics', () => {
		const { status, stdout, stderr } = run(
			...['--data', file('unlabelled.csv'), ...common, '--time', 'month', '--train-max', '1', '--test', '2'],
			...['--model', 'lr', '--group', 'id', '--out', file('u.csv')],
		);
		assert.equal(status, 0, stderr);
		assert.equal(readFileSync(file('u.csv'), 'utf8').split('\n').length, 40 + 2);
		const summary = JSON.parse(stdout) as Record<string, unknown>;
		assert.deepEqual([summary.auc, summary.logLoss, summary.ece], [null, null, null]);
	});

	test('a wrong argument ends with code 2 and the usage, data that cannot be learned from with code 1', () => {
		const wrong = run(
			'--data',
			file('c.csv'),
			'--label',
			'churn',
			'--folds',
			file('two.json'),
			'--out',
			file('o.csv'),
		);
		assert.equal(wrong.status, 2);
		assert.match(wrong.stderr, /there is no column 'churn'[\s\S]*--data FILE/);
		assert.equal(wrong.stdout, '');
		const nowhere = run(
			'--data',
			file('c.csv'),
			...common,
			'--folds',
			file('two.json'),
			'--out',
			file('no/o.csv'),
		);
		assert.equal(nowhere.status, 2);
		const dropped = ['--drop', 'usage,plan,month'];
		const nothing = run(
			'--data',
			file('c.csv'),
			...common,
			...dropped,
			'--folds',
			file('two.json'),
			'--out',
			file('o.csv'),
		);
		assert.equal(nothing.status, 1);
		assert.match(nothing.stderr, /No column is left to learn from/);
	});
});
