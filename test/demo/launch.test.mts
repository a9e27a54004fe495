// demo/launch.cjs in a checkout of its own whose npx, gulp and verbs are small stand-ins: what runs when, what a person reads, what remains.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '..', '..');
const { remedyFor, nodeFault, diskFault } = createRequire(import.meta.url)('../../demo/launchFaults.cjs');
const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** What a good installation leaves, made by a stand-in for npx in the folder it runs in. */
const INSTALLS = `echo "$PWD" >> "$CALLS"
mkdir -p node_modules/node/bin node_modules/tsx/dist node_modules/gulp/bin
ln -sf ${process.execPath} node_modules/node/bin/node
touch node_modules/tsx/dist/loader.mjs
cat > node_modules/gulp/bin/gulp.js <<'END'
require('fs').mkdirSync('dist', { recursive: true });
require('fs').appendFileSync(process.env.CALLS, 'gulp' + require('os').EOL);
END`;

function checkout(npx: string): { folder: string; calls: () => string[]; env: NodeJS.ProcessEnv } {
	const folder = mkdtempSync(join(tmpdir(), 'launch-'));
	folders.push(folder);
	mkdirSync(join(folder, 'demo', 'host'), { recursive: true });
	for (const name of ['launch.cjs', 'launchFaults.cjs', 'launchStamps.cjs']) {
		cpSync(join(root, 'demo', name), join(folder, 'demo', name));
	}
	for (const name of ['pnpm-lock.yaml', 'demo/host/pnpm-lock.yaml', 'package.json'])
		writeFileSync(join(folder, name), '{}');
	writeFileSync(
		join(folder, 'demo', 'start.mts'),
		"console.log('started', process.argv.slice(2).join(' ')); process.exit(7);",
	);
	writeFileSync(join(folder, 'demo', 'reset.mts'), "setInterval(() => 1, 1000); console.log('waiting');");
	const bin = join(folder, 'bin');
	mkdirSync(bin);
	writeFileSync(join(bin, 'npx'), `#!/bin/sh\n${npx}\n`);
	chmodSync(join(bin, 'npx'), 0o755);
	const calls = join(folder, 'calls');
	const env = { PATH: `${bin}:${dirname(process.execPath)}:/usr/bin:/bin`, CALLS: calls, HOME: folder };
	return {
		folder,
		env,
		calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : []),
	};
}

function launch({ folder, env }: { folder: string; env: NodeJS.ProcessEnv }, ...args: string[]) {
	return spawnSync(process.execPath, [join(folder, 'demo', 'launch.cjs'), ...args], {
		encoding: 'utf8',
		env,
	});
}

async function until(isTrue: () => boolean): Promise<void> {
	for (let left = 100; left > 0 && !isTrue(); left--) await pause(50);
	assert.ok(isTrue());
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

describe('launcher', () => {
	test('installs both folders, builds, hands over arguments and keeps the exit code', () => {
		const place = checkout(INSTALLS);
		const first = launch(place, 'start', '--once', '--port', '5999');
		assert.equal(first.status, 7, first.stderr);
		assert.match(first.stdout, /\[ +\d+\.\d s\] Installing n8n 2\.41\.1/);
		assert.match(first.stdout, /started --once --port 5999/);
		assert.deepEqual(place.calls(), [place.folder, join(place.folder, 'demo', 'host'), 'gulp']);
	});

	test('a second start repeats nothing; a changed source builds again; a changed lockfile installs again', () => {
		const place = checkout(INSTALLS);
		launch(place, 'start');
		const before = place.calls().length;
		launch(place, 'start');
		assert.equal(place.calls().length, before);
		mkdirSync(join(place.folder, 'scoring'));
		writeFileSync(join(place.folder, 'scoring', 'a.ts'), 'export {}');
		launch(place, 'start');
		assert.deepEqual(place.calls().slice(before), ['gulp']);
		writeFileSync(join(place.folder, 'demo/host/pnpm-lock.yaml'), 'other');
		launch(place, 'start');
		assert.deepEqual(place.calls().slice(before + 1), [join(place.folder, 'demo', 'host')]);
	});

	test('an installation that fails says what, where and what to do, and is tried again next time', () => {
		const place = checkout('echo "$PWD" >> "$CALLS"; echo "gyp ERR! not found: make" >&2; exit 3');
		const { status, stderr } = launch(place, 'start');
		assert.equal(status, 1);
		assert.match(stderr, /Installing the development packages did not succeed \(exit code 3\)/);
		assert.match(stderr, /gyp ERR! not found: make/);
		assert.match(stderr, /Whole log: \.n8n-home\/logs\/install\.log/);
		assert.match(stderr, /apt-get install -y python3 make g\+\+/);
		launch(place, 'start');
		assert.equal(place.calls().length, 2);
	});

	test('an unknown command names those there are', () => {
		const { status, stderr } = launch(checkout(INSTALLS), 'strat');
		assert.equal(status, 1);
		assert.match(stderr, /start, test, bench, bench:churn, check, reset, new/);
	});

	test('Ctrl-C during an installation ends everything the installation started', async () => {
		const place = checkout('sleep 300 & echo $! > "$CALLS"; wait');
		const child = spawn(process.execPath, [join(place.folder, 'demo', 'launch.cjs'), 'start'], {
			env: place.env,
		});
		const code = new Promise((done) => child.once('exit', done));
		await until(() => place.calls().length === 1);
		const grandchild = Number(place.calls()[0]);
		assert.ok(isAlive(grandchild));
		child.kill('SIGINT');
		assert.equal(await code, 130);
		await until(() => !isAlive(grandchild));
	});

	test('a signal reaches the verb, and the launcher waits for its end', async () => {
		const place = checkout(INSTALLS);
		const child = spawn(process.execPath, [join(place.folder, 'demo', 'launch.cjs'), 'reset'], {
			env: place.env,
		});
		const code = new Promise((done) => child.once('exit', done));
		let text = '';
		child.stdout.on('data', (part) => (text += part));
		await until(() => text.includes('waiting'));
		child.kill('SIGTERM');
		assert.equal(await code, 128 + 15);
	});
});

describe('remedies', () => {
	test('a full disk, a missing network and a missing compiler are told apart', () => {
		assert.match(remedyFor('ENOSPC: no space left on device, write'), /disk is full/);
		assert.match(
			remedyFor('ERR_PNPM_META_FETCH_FAIL GET https://x: getaddrinfo ENOTFOUND x'),
			/could not be reached/,
		);
		assert.match(remedyFor('gyp ERR! find Python', ['python3', 'g++']), /lacks: python3, g\+\+\./);
		// Without a network the headers of Node cannot be loaded: node-gyp is named, but the compiler is there.
		assert.match(
			remedyFor('gyp ERR! stack FetchError: getaddrinfo ENOTFOUND nodejs.org', []),
			/could not be reached/,
		);
		assert.equal(remedyFor('something else'), null);
	});

	test('an old Node and a small disk are refused, the least that suffices is not', () => {
		assert.match(nodeFault('18.20.4'), /Node 18\.20\.4 is too old/);
		assert.equal(nodeFault('20.0.0'), null);
		assert.match(diskFault(3.9e9, '/x'), /Only 3\.9 GB are free/);
		assert.equal(diskFault(4e9, '/x'), null);
	});
});
