// `npm run bench`: measures, prints one JSON line per figure, and writes the tables into the README. A missed target is named.
// `npm run bench -- sources` measures only the connectors, `npm run bench -- churn` only how good churn models are
// (`-- churn folds 1` one part of it, with one draw), `-- churn-speed` how fast, `-- renewal` plans and forecasts, `npm run bench -- scoring` the rest;
// `npm run bench -- hubspot` prints the figures of one vendor and leaves the README as it is.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { benchAirtablePeer } from './airtablePeer.mts';
import { benchLearnQuality } from './learn/quality.mts';
import { benchLearnSpeed } from './learn/speed.mts';
import { benchPackage } from './package.mts';
import { benchRenewal } from './renewal.mts';
import { benchServer } from './server.mts';
import { benchSources } from './sources.mts';

const root = resolve(import.meta.dirname, '..', '..');

export interface Figure {
	readonly figure: string;
	readonly value: number;
	readonly unit: string;
	/** The other way of doing it, measured beside it. */
	readonly peer?: string;
	readonly peerValue?: number;
	readonly target?: string;
	/** null: no target. */
	readonly met: boolean | null;
}

let figures: Figure[] = [];
function report(figure: Figure): void {
	figures.push(figure);
	console.log(JSON.stringify(figure));
}

function engine(what: string, accounts: number): Record<string, number> {
	const args = ['--import', 'tsx', join(root, 'test/bench/engine.mts'), what, String(accounts)];
	return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
}

async function benchScoring(): Promise<void> {
	const million = 1_000_000;
	const naive = engine('naive (missing counts as 0, no reasons)', million);
	const full = engine('score', million);
	const history = engine('score with 30 points of history', million / 10);
	const peer = 'naive, missing counts as 0';
	report({
		figure: 'scoring 1,000,000 accounts: time',
		value: full.seconds!,
		unit: 's',
		peer,
		peerValue: naive.seconds!,
		target: 'under 5 s',
		met: full.seconds! < 5,
	});
	report({
		figure: 'scoring 1,000,000 accounts: speed',
		value: full.accountsPerSecond!,
		unit: 'accounts/s',
		peer,
		peerValue: naive.accountsPerSecond!,
		met: null,
	});
	report({
		figure: 'scoring 1,000,000 accounts: peak memory',
		value: full.peakBytes! / 1e6,
		unit: 'MB',
		peer,
		peerValue: naive.peakBytes! / 1e6,
		target: 'under 2,000 MB',
		met: full.peakBytes! < 2e9,
	});
	report({
		figure: 'scoring 1,000,000 accounts: memory',
		value: full.bytesPerAccount!,
		unit: 'bytes/account',
		peer,
		peerValue: naive.bytesPerAccount!,
		met: null,
	});
	report({
		figure: 'with a history of 30 points and its trend',
		value: history.accountsPerSecond!,
		unit: 'accounts/s',
		met: null,
	});
	const auc = execFileSync(
		process.execPath,
		['--import', 'tsx', 'demo/generate.mts', '--auc', '--as-of', '2026-11-20'],
		{ cwd: root, encoding: 'utf8' },
	);
	const [, value, low, high] = /AUC[^:]*: ([\d.]+) \(95 % interval ([\d.]+) to ([\d.]+)/.exec(auc)!;
	report({
		figure: `demo portfolio: AUC of the health score 90 days before the end of a term (95 % interval ${low} to ${high})`,
		value: Number(value),
		unit: '',
		target: '0.70 to 0.90',
		met: Number(value) >= 0.7 && Number(value) <= 0.9,
	});
	for (const figure of await benchServer(root)) report(figure);
	for (const figure of benchPackage(root)) report(figure);
}

/** Infinity stands for a run that n8n could not finish. */
const number = (value: number) =>
	!Number.isFinite(value) ? 'fails,' : value.toLocaleString('en-US', { maximumSignificantDigits: 4 });
const verdict = ({ target, met }: Figure) => (met === null ? '' : `${target}: ${met ? 'met' : '**missed**'}`);
const machine = `${cpus().length} cores ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;

/** Puts what was measured between the README's marks of this name, and begins anew. */
function writeTable(mark: string): void {
	const rows = figures.map((each) => {
		const beside = each.peer === undefined ? '' : `${number(each.peerValue!)} ${each.unit} (${each.peer})`;
		return `| ${each.figure} | ${number(each.value)} ${each.unit} | ${beside} | ${verdict(each)} |`;
	});
	const table = [
		`\`npm run bench\`, ${new Date().toISOString().slice(0, 10)}, ${machine}; shared machine, so compare the columns rather than the digits.`,
		'',
		'| Figure | This package | Peer, side by side | Target |',
		'|---|---|---|---|',
		...rows,
	].join('\n');
	const readme = join(root, 'README.md');
	const block = new RegExp(`(<!-- ${mark}:start -->\\n)[\\s\\S]*?(\\n<!-- ${mark}:end -->)`);
	const text = readFileSync(readme, 'utf8');
	writeFileSync(
		readme,
		text.replace(block, (_, start, end) => start + table + end),
	);
	figures = [];
}

const only = process.argv.slice(2);
const wanted = (part: string): boolean => only.length === 0 || only.includes(part);
if (wanted('scoring')) {
	await benchScoring();
	writeTable('bench');
}
if (wanted('sources')) {
	for await (const figure of benchSources(root)) report(figure);
	for (const figure of await benchAirtablePeer()) report(figure);
	writeTable('bench-sources');
}
if (wanted('churn')) {
	const [, part, draws] = only;
	await benchLearnQuality(report, part, draws === undefined ? undefined : Number(draws));
	writeTable('bench-churn');
}
if (wanted('churn-speed')) {
	benchLearnSpeed(report);
	writeTable('bench-churn-speed');
}
if (wanted('renewal')) {
	for (const figure of benchRenewal()) report(figure);
	writeTable('bench-renewal');
}
for await (const figure of benchSources(root, only)) report(figure);
