import type { IDataObject } from 'n8n-workflow';

import { createRandom } from '../../scoring/learn/createRandom';
import { runChurn } from '../support/churnPrediction';

const { spawnSync } = jest.requireActual<{
	spawnSync(
		command: string,
		words: readonly string[],
		options: { encoding: 'utf8' },
	): { status: number | null; stderr: string };
}>('child_process');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = jest.requireActual<{
	mkdtempSync(prefix: string): string;
	readFileSync(path: string, encoding: 'utf8'): string;
	rmSync(path: string, options: { recursive: true }): void;
	writeFileSync(path: string, text: string): void;
}>('fs');
const { join, resolve } = jest.requireActual<{
	join(...parts: string[]): string;
	resolve(...parts: string[]): string;
}>('path');
const { execPath } = jest.requireActual<{ execPath: string }>('process');
const { tmpdir } = jest.requireActual<{ tmpdir(): string }>('os');

const AS_OF = '2026-01-15';
const root = resolve(expect.getState().testPath ?? '', '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'churn-harness-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** 240 rows of 160 accounts: numbers, a category with a rare level, a checkbox, dates, gaps, a row without a label. */
const rows: IDataObject[] = (() => {
	const random = createRandom(9);
	return Array.from({ length: 240 }, (_, row) => {
		const usage = Math.round(random() * 1000) / 100;
		const plan = row === 7 ? 'legacy' : ['free', 'pro', 'team'][Math.floor(random() * 3)];
		const left = random() < (usage < 4 ? 0.6 : 0.15) ? 1 : 0;
		return {
			account_id: `A${row % 160}`,
			usage: row % 9 === 0 ? null : usage,
			plan,
			paying: random() < 0.7,
			started_on: `2025-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
			remark: `said ${row} things, "all" nice`,
			churned: row === 11 ? null : left,
		};
	});
})();
const tested = (row: number) => row % 4 === 1;

function inHarness(learner: string): string {
	const names = Object.keys(rows[0] ?? {});
	const cell = (value: unknown) => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`);
	const lines = rows.map((row) => names.map((name) => cell(row[name])).join(','));
	const [data, folds, out] = ['data.csv', 'folds.json', `${learner}.csv`].map((name) => join(folder, name));
	writeFileSync(data!, `${names.join(',')}\r\n${lines.join('\r\n')}\r\n`);
	writeFileSync(folds!, JSON.stringify({ folds: [[...rows.keys()].filter(tested)] }));
	const words = `--label churned --group account_id --model ${learner} --seed 3`.split(' ');
	const command = ['--import', 'tsx', join(root, 'test/bench/churn.mts'), '--data', data!, '--folds', folds!];
	const { status, stderr } = spawnSync(execPath, [...command, '--out', out!, ...words], {
		encoding: 'utf8',
	});
	expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
	return readFileSync(out!, 'utf8');
}

async function inNode(learner: string): Promise<string> {
	const training = await runChurn('train', [rows.filter((_, row) => !tested(row))], {
		asOf: AS_OF,
		labelField: 'churned',
		learner,
		trainOptions: { seed: 3 },
	});
	// Every tested row as an account of its own: the node takes an account once.
	const accounts = [...rows.keys()].filter(tested).map((row) => {
		const known = Object.entries(rows[row] as IDataObject).filter(([name]) => name !== 'churned');
		return { ...Object.fromEntries(known), account_id: String(row) };
	});
	const predicted = await runChurn('predict', [accounts, training.rows[0] ?? null], { asOf: AS_OF });
	const lines = (predicted.rows[0] ?? [])
		.map(({ account_id, probability }) => [Number(account_id), String(probability)] as const)
		.sort(([a], [b]) => a - b)
		.map(([row, probability]) => `${row},${probability}`);
	return `row,probability\n${lines.join('\n')}\n`;
}

test.each(['auto', 'lr', 'gbdt', 'rf'])(
	'the command-line harness and the node tell the same, byte for byte: %s',
	async (learner) => {
		const [harness, node] = [inHarness(learner), await inNode(learner)];
		expect(harness.split('\n')).toHaveLength(60 + 2);
		expect(node).toBe(harness);
	},
	60_000,
);
