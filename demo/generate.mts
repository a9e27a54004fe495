// The demo portfolio as files: one account after the other, so that 100,000 need no more memory than ten.
// node --import tsx demo/generate.mts --accounts 1250 --seed 42 --as-of 2026-11-20 [--out dir] [--history] [--auc]
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '../scoring/core/isDay.ts';
import { generateAccount } from './portfolio/generateAccount.ts';
import { generateWorld } from './portfolio/generateWorld.ts';
import type { PortfolioRow } from './portfolio/PortfolioRows.ts';
import { rankAuc } from './portfolio/rankAuc.ts';
import { renewalCases, type RenewalCase } from './portfolio/renewalCases.ts';
import { scoreHistory } from './portfolio/scoreHistory.ts';

const { values } = parseArgs({
	options: {
		accounts: { type: 'string', default: '1250' },
		seed: { type: 'string', default: '42' },
		'as-of': { type: 'string', default: new Date().toISOString().slice(0, 10) },
		out: { type: 'string' },
		history: { type: 'boolean', default: false },
		auc: { type: 'boolean', default: false },
	},
});

function stop(message: string): never {
	console.error(message);
	process.exit(1);
}

function wholeNumber(name: 'accounts' | 'seed', lowest: number): number {
	const number = Number(values[name]);
	if (!Number.isInteger(number) || number < lowest) {
		stop(`--${name} ${values[name]}: expected a whole number from ${lowest}`);
	}
	return number;
}

/** Counts rows, and with --out appends them to one NDJSON file per table in blocks of a megabyte. */
class TableFiles {
	readonly counts = new Map<string, number>();
	private readonly files = new Map<string, { readonly handle: number; text: string }>();

	constructor(private readonly folder: string | undefined) {
		if (folder !== undefined) mkdirSync(folder, { recursive: true });
	}

	add(table: string, rows: readonly PortfolioRow[]): void {
		this.counts.set(table, (this.counts.get(table) ?? 0) + rows.length);
		if (this.folder === undefined) return;
		let file = this.files.get(table);
		if (file === undefined) {
			file = { handle: openSync(join(this.folder, `${table}.ndjson`), 'w'), text: '' };
			this.files.set(table, file);
		}
		for (const row of rows) file.text += `${JSON.stringify(row)}\n`;
		if (file.text.length > 1_000_000) {
			writeSync(file.handle, file.text);
			file.text = '';
		}
	}

	close(): void {
		for (const { handle, text } of this.files.values()) {
			writeSync(handle, text);
			closeSync(handle);
		}
	}
}

const accounts = wholeNumber('accounts', 1);
const seed = wholeNumber('seed', 0);
const asOfOn = values['as-of'];
if (!isDay(asOfOn)) stop(`--as-of ${asOfOn}: expected a day YYYY-MM-DD`);

const started = performance.now();
const tables = new TableFiles(values.out);
const cases: RenewalCase[] = [];
for (const [table, rows] of Object.entries(generateWorld(seed, { asOfOn }))) tables.add(table, rows);
for (let index = 0; index < accounts; index++) {
	const account = generateAccount(seed, index, { asOfOn });
	for (const [table, rows] of Object.entries(account.rows)) tables.add(table, rows);
	if (values.history) tables.add('cs_score_history', scoreHistory(account, { asOfOn }));
	if (values.auc) cases.push(...renewalCases(account));
}
tables.close();

const seconds = (performance.now() - started) / 1000;
let total = 0;
for (const [table, count] of [...tables.counts].sort()) {
	console.log(`${table.padEnd(20)} ${count.toLocaleString('en').padStart(12)}`);
	total += count;
}
console.log(
	`${total.toLocaleString('en')} rows of ${accounts.toLocaleString('en')} accounts, seed ${seed}, as of ${asOfOn}, in ` +
		`${seconds.toFixed(1)} s (${Math.round(total / seconds).toLocaleString('en')} rows/s, ` +
		`${Math.round(process.memoryUsage().rss / 1e6)} MB)`,
);
if (values.auc) {
	const auc = rankAuc(cases);
	console.log(
		auc === null
			? 'AUC of the health score 90 days before the end of a term: no renewals and churns to compare'
			: `AUC of the health score 90 days before the end of a term: ${auc.value.toFixed(3)} ` +
					`(95 % interval ${auc.low.toFixed(3)} to ${auc.high.toFixed(3)}; n = ${auc.positives + auc.negatives}: ` +
					`${auc.positives} churned, ${auc.negatives} renewed)`,
	);
}
