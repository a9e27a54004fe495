// `npm test`: every runner in turn, cheap to dear, and one closing line summed over all of them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const artefacts = join(root, '.artefacts');
const bin = join(root, 'node_modules', '.bin');
const started = Date.now();
const totals = { passed: 0, failed: 0 };
const failures: string[] = [];

interface Step {
	readonly name: string;
	readonly run: () => { passed: number; failed: number };
}

function seconds(since: number): string {
	return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs a command with its output on the screen; the exit code is the verdict. */
function command(file: string, args: string[]): number {
	const { status } = spawnSync(file, args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: process.env,
	});
	return status ?? 1;
}

function check(file: string, ...args: string[]): { passed: number; failed: number } {
	const failed = command(join(bin, file), args) === 0 ? 0 : 1;
	return { passed: 1 - failed, failed };
}

/** A runner that died before it could count is one failure, never zero. */
function atLeastOneFailure(status: number, counts: { passed: number; failed: number }) {
	const silent = counts.passed + counts.failed === 0;
	return status !== 0 && counts.failed === 0
		? { ...counts, failed: 1 }
		: silent
			? { passed: 0, failed: 1 }
			: counts;
}

function jest(): { passed: number; failed: number } {
	const report = join(artefacts, 'jest.json');
	const status = command(join(bin, 'jest'), [
		'--coverage',
		'--maxWorkers=100%',
		'--json',
		`--outputFile=${report}`,
		'--silent',
	]);
	if (!existsSync(report)) return { passed: 0, failed: 1 };
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
		readFileSync(report, 'utf8'),
	);
	return atLeastOneFailure(status, {
		passed: numPassedTests,
		failed: numFailedTests + numRuntimeErrorTestSuites,
	});
}

/** `atOnce`: files that run beside each other. An n8n under test mostly waits, so two keep two cores busy. */
function nodeTests(folder: string, atOnce = 1): { passed: number; failed: number } {
	const files = readdirSync(join(root, 'test', folder)).filter((file) => file.endsWith('.test.mts'));
	if (files.length === 0) return { passed: 0, failed: 1 };
	const tap = join(artefacts, `${folder}.tap`);
	const status = command(process.execPath, [
		'--import',
		'tsx',
		'--test',
		`--test-concurrency=${atOnce}`,
		'--test-reporter=spec',
		'--test-reporter-destination=stdout',
		'--test-reporter=tap',
		`--test-reporter-destination=${tap}`,
		...files.sort().map((file) => join('test', folder, file)),
	]);
	const text = existsSync(tap) ? readFileSync(tap, 'utf8') : '';
	const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
	return atLeastOneFailure(status, { passed: count('pass'), failed: count('fail') + count('cancelled') });
}

const steps: Step[] = [
	{ name: 'types', run: () => check('tsc', '-p', 'tsconfig.json') },
	{ name: 'types: scoring without globals', run: () => check('tsc', '-p', 'tsconfig.scoring.json') },
	{ name: 'types: demo and server tests', run: () => check('tsc', '-p', 'tsconfig.node.json') },
	// Not through `n8n-node lint`: without pnpm on the PATH it reports success and has looked at nothing. `fences` holds the frozen file.
	{
		name: 'lint: n8n strict',
		run: () =>
			check(
				'eslint',
				'--max-warnings',
				'0',
				'credentials',
				'nodes',
				'scoring',
				'shared',
				'test',
				'demo',
				'package.json',
			),
	},
	{
		name: 'lint: our fences',
		run: () => check('eslint', '-c', 'eslint.arch.config.mjs', 'scoring', 'shared', 'nodes', 'credentials'),
	},
	{
		name: 'imports',
		run: () =>
			check('depcruise', 'nodes', 'credentials', 'shared', 'scoring', '--config', '.dependency-cruiser.cjs'),
	},
	{
		name: 'format',
		run: () =>
			check(
				'prettier',
				'--check',
				'--log-level',
				'warn',
				'{scoring,shared,nodes,credentials,demo/portfolio,test}/**/*.{ts,mts}',
				'demo/*.{mts,cjs}',
			),
	},
	{ name: 'scoring, shared and nodes (jest)', run: jest },
	{ name: 'catalog', run: () => nodeTests('catalog') },
	{ name: 'fences', run: () => nodeTests('fences') },
	{ name: 'demo', run: () => nodeTests('demo') },
	{ name: 'benchmark of churn from the command line', run: () => nodeTests('bench') },
	{ name: 'recordings of real vendors', run: () => nodeTests('recordings') },
	{ name: "vendors' own SDKs", run: () => nodeTests('sdk') },
	{ name: 'package', run: () => nodeTests('package') },
	{ name: 'templates in real n8n', run: () => nodeTests('server', 2) },
	{ name: 'editor in Chromium', run: () => nodeTests('editor') },
];

const only = process.argv.slice(2);
mkdirSync(artefacts, { recursive: true });
rmSync(join(artefacts, 'jest.json'), { force: true });
for (const step of steps.filter(
	({ name }) => only.length === 0 || only.some((word) => name.includes(word)),
)) {
	const since = Date.now();
	console.log(`\n== ${step.name}`);
	const { passed, failed } = step.run();
	totals.passed += passed;
	totals.failed += failed;
	if (failed > 0) failures.push(`${step.name}: ${failed} failed`);
	console.log(
		`== ${step.name}: ${passed} passed, ${failed} failed, ${seconds(since)} (${seconds(started)} in all)`,
	);
}
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
