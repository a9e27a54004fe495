// `npm start`, `npm test`, ...: makes sure of Node 24, pnpm's installs and the build, then hands over to the verb.
// Runs on Node 20 without any package; the second time it does nothing but compare stamps.
'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const { join, resolve, relative } = require('node:path');
const { remedyFor, nodeFault, diskFault } = require('./launchFaults.cjs');
const { hashOf, isStamped, writeStamp } = require('./launchStamps.cjs');

const ROOT = resolve(__dirname, '..');
const HOST = join(ROOT, 'demo', 'host');
const LOGS = join(ROOT, '.n8n-home', 'logs');
const NODE_24 = join(HOST, 'node_modules', 'node', 'bin', 'node');
const TOOLCHAIN = [
	'--yes',
	'-p',
	'node@24.21.0',
	'-p',
	'pnpm@12.21.0',
	'-c',
	'pnpm install --frozen-lockfile',
];
const BUILD_SOURCES = [
	'nodes',
	'shared',
	'scoring',
	'credentials',
	'package.json',
	'gulpfile.js',
	'tsconfig.json',
];

/** File each verb runs, and whether it needs dist/. */
const VERBS = {
	start: { file: 'demo/start.mts', build: true },
	test: { file: 'test/run.mts', build: true },
	bench: { file: 'test/bench/run.mts', build: true },
	'bench:churn': { file: 'test/bench/churn.mts', build: false },
	check: { file: 'test/check.mts', build: true },
	reset: { file: 'demo/reset.mts', build: false },
	new: { file: 'demo/new.mts', build: false },
};

const startedAt = Date.now();
/** The child in hand; a group of its own when it is an installation. */
let current = null;
let stoppedBy = null;

class Stop extends Error {}

function elapsed() {
	return `[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s]`;
}

function say(text) {
	console.log(`${elapsed()} ${text}`);
}

function stop(message) {
	throw new Stop(message);
}

/** Ctrl-C and the like go to the child; the launcher ends when the child has. */
function passSignalsOn() {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => {
			stoppedBy = signal;
			if (current) signalChild(signal);
			else process.exit(130);
		});
	}
	process.on('exit', () => current && signalChild('SIGTERM'));
}

function signalChild(signal) {
	try {
		if (current.isGroup) process.kill(-current.child.pid, signal);
		else current.child.kill(signal);
	} catch {
		// It ended in the meantime.
	}
}

/** Exit code of the child; 128 + signal number when a signal ended it. */
function run(command, args, options) {
	return new Promise((done) => {
		const child = spawn(command, args, options);
		current = { child, isGroup: options.detached === true };
		child.once('error', (fault) => {
			current = null;
			done({ code: 127, fault });
		});
		child.once('exit', (code, signal) => {
			// Shells start background work deaf to Ctrl-C: what is left of a stopped installation ends here.
			if (stoppedBy && current?.isGroup) signalChild('SIGTERM');
			current = null;
			done({ code: code ?? 128 + (require('node:os').constants.signals[signal] ?? 1) });
		});
	});
}

/** Runs a step with its output in a log; on failure shows where, the end of the log, and the remedy. */
async function quietStep(title, logName, command, args, cwd, env = process.env) {
	say(`${title} ...`);
	fs.mkdirSync(LOGS, { recursive: true });
	const log = join(LOGS, logName);
	const output = fs.openSync(log, 'w');
	const beat = setInterval(() => say(`  ... still at it: ${lastLine(log)}`), 20_000);
	const { code, fault } = await run(command, args, {
		cwd,
		env,
		stdio: ['ignore', output, output],
		detached: true,
	});
	clearInterval(beat);
	fs.closeSync(output);
	if (code === 0) return;
	if (stoppedBy) stop(`Stopped (${stoppedBy}) during: ${title}.`);
	const text = fs.readFileSync(log, 'utf8') + (fault ? `\n${fault.message}` : '');
	const tail = text.trimEnd().split('\n').slice(-15).join('\n    ');
	const remedy =
		remedyFor(text, missingTools()) ??
		'Read the log; running the same command again continues where it stopped.';
	stop(
		`${title} did not succeed (exit code ${code}).\n\n    ${tail}\n\nWhole log: ${relative(ROOT, log)}\n${remedy}`,
	);
}

/** What a compilation needs and this machine lacks. */
function missingTools() {
	const folders = (process.env.PATH ?? '').split(':');
	return ['python3', 'make', 'g++'].filter(
		(tool) => !folders.some((folder) => fs.existsSync(join(folder, tool))),
	);
}

function lastLine(file) {
	const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
	return (lines.at(-1) ?? '').slice(0, 90);
}

async function install(folder, title, logName) {
	const hash = hashOf(folder, ['pnpm-lock.yaml', 'pnpm-workspace.yaml']);
	const stamp = join(folder, 'node_modules', '.installed-lock');
	if (isStamped(stamp, hash)) return;
	if (!fs.existsSync(join(folder, 'node_modules'))) {
		const { bavail, bsize } = fs.statfsSync(folder);
		const fault = diskFault(bavail * bsize, folder);
		if (fault) stop(fault);
	}
	await quietStep(title, logName, 'npx', TOOLCHAIN, folder);
	writeStamp(stamp, hash);
}

async function build(env) {
	const hash = hashOf(ROOT, BUILD_SOURCES);
	const stamp = join(ROOT, '.build', 'sources');
	if (fs.existsSync(join(ROOT, 'dist')) && isStamped(stamp, hash)) return;
	const gulp = join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js');
	await quietStep('Building the nodes', 'build.log', NODE_24, [gulp, 'build'], ROOT, env);
	writeStamp(stamp, hash);
}

async function main([verb, ...args]) {
	const fault = nodeFault(process.versions.node);
	if (fault) stop(fault);
	const target = VERBS[verb];
	if (!target) stop(`Unknown command ${verb ?? '(none)'}. There are: ${Object.keys(VERBS).join(', ')}.`);
	passSignalsOn();
	await install(ROOT, 'Installing the development packages', 'install.log');
	await install(
		HOST,
		'Installing n8n 2.41.1 and Node 24 (2 GB; one to three minutes the first time)',
		'install-n8n.log',
	);
	const bins = [join(HOST, 'node_modules', 'node', 'bin'), join(ROOT, 'node_modules', '.bin')];
	const PATH = [...bins, process.env.PATH].join(':');
	const env = { ...process.env, PATH, LAUNCHED_AT: String(startedAt) };
	if (target.build) await build(env);
	const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs');
	const { code } = await run(NODE_24, ['--import', tsx, join(ROOT, target.file), ...args], {
		cwd: ROOT,
		env,
		stdio: 'inherit',
	});
	return code;
}

main(process.argv.slice(2)).then(
	(code) => process.exit(code),
	(fault) => {
		console.error(fault instanceof Stop ? `\n${fault.message}` : fault);
		process.exit(stoppedBy ? 130 : 1);
	},
);
