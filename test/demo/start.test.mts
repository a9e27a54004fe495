// `npm start` in the real n8n with a small portfolio: first start, second start, Ctrl-C, reset.
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { portIsFree } from '../../demo/n8nProcess.mts';

const root = resolve(import.meta.dirname, '..', '..');
const port = 5790;
const home = join(mkdtempSync(join(tmpdir(), 'start-')), 'home');

const children = new Set<ChildProcess>();

interface Started {
	readonly child: ChildProcess;
	readonly text: () => string;
	readonly code: Promise<number | null>;
}

function run(file: string, ...args: string[]): Started {
	const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'demo', file), ...args], {
		cwd: root,
	});
	children.add(child);
	child.once('exit', () => children.delete(child));
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
	return { child, text: () => text, code: new Promise((done) => child.once('exit', done)) };
}

function start(...args: string[]): Started {
	return run('start.mts', '--home', home, '--port', String(port), ...args);
}

async function until(isTrue: () => boolean, withinMs: number, words: () => string): Promise<void> {
	for (const deadline = Date.now() + withinMs; !isTrue(); await pause(100)) {
		assert.ok(Date.now() < deadline, `not in time: ${words()}`);
	}
}

function processesOf(folder: string): string {
	return spawnSync('pgrep', ['-af', folder], { encoding: 'utf8' }).stdout.replace(/^\d+ pgrep .*\n/gm, '');
}

// n8n ends with the launcher, so that a test that fails leaves nothing running.
afterEach(async () => {
	for (const child of children) child.kill('SIGKILL');
	if (children.size > 0) await pause(3000);
});
after(() => rmSync(resolve(home, '..'), { recursive: true, force: true }));

describe('npm start', () => {
	before(() => assert.ok(existsSync(join(root, 'dist')), 'dist/ is missing: run `npx gulp build`'));

	test('a port that is in use is named with the way out, before anything is made', async () => {
		const other = createServer();
		await new Promise<void>((done) => other.listen(port + 1, '127.0.0.1', done));
		const { code, text } = start('--once');
		assert.equal(await code, 1);
		await new Promise((done) => other.close(done));
		assert.match(text(), new RegExp(`Port ${port + 1} is in use[^]*npm start -- --port ${port + 11}`));
		assert.ok(!existsSync(join(home, 'login.json')));
	});

	test('from an empty home to the summary, and 0 only because the run succeeded', async () => {
		const { code, text } = start('--once', '--accounts', '60');
		assert.equal(await code, 0, text());
		for (const words of [
			'Packing the nodes',
			'Loading 60 demo accounts',
			'Learning from 18 months of outcomes',
			'health: done',
			'churn: done',
			'alert: done',
			'CALL TODAY',
			'WHO IS MOST LIKELY TO LEAVE',
			'password',
		]) {
			assert.ok(text().includes(words), `"${words}" is missing in:\n${text()}`);
		}
		assert.equal(statSync(join(home, 'login.json')).mode & 0o777, 0o600);
		assert.ok(existsSync(join(home, '.n8n/nodes/node_modules/n8n-nodes-customer-success/dist')));
		assert.equal(processesOf(home), '');
	});

	test('a second start repeats nothing, takes under 30 s, and Ctrl-C ends n8n', async () => {
		const began = Date.now();
		const { child, code, text } = start();
		await until(() => text().includes('n8n is open'), 60_000, text);
		assert.ok(Date.now() - began < 30_000, `${Date.now() - began} ms`);
		assert.match(text(), /is done already; nothing is repeated/);
		assert.doesNotMatch(text(), /Packing|Loading|Learning|for the first time/);

		const login = JSON.parse(readFileSync(join(home, 'login.json'), 'utf8'));
		assert.ok(text().includes(login.password));
		const page = await fetch(`http://127.0.0.1:${port}/`);
		assert.equal(page.status, 200);

		const refused = run('reset.mts', '--home', home);
		assert.equal(await refused.code, 1);
		assert.match(refused.text(), /n8n is running[^]*Nothing was removed/);

		child.kill('SIGINT');
		assert.equal(await code, 0, text());
		assert.ok((await portIsFree(port)) && (await portIsFree(port + 1)));
		assert.equal(processesOf(home), '');
	});

	test('n8n does not outlive a launcher that was killed', async () => {
		const { child, code, text } = start();
		await until(() => text().includes('Checking the tables'), 60_000, text);
		child.kill('SIGKILL');
		await code;
		const pid = Number(readFileSync(join(home, 'n8n.pid'), 'utf8'));
		await until(
			() => spawnSync('kill', ['-0', String(pid)]).status !== 0,
			30_000,
			() => `process ${pid} lives`,
		);
	});

	test('reset removes the home, and no folder that is not one', async () => {
		const stranger = mkdtempSync(join(tmpdir(), 'stranger-'));
		const refused = run('reset.mts', '--home', stranger);
		assert.equal(await refused.code, 1);
		assert.ok(existsSync(stranger));
		rmSync(stranger, { recursive: true });
		const reset = run('reset.mts', '--home', home);
		assert.equal(await reset.code, 0, reset.text());
		assert.match(reset.text(), /Removed .*MB/);
		assert.ok(!existsSync(home));
	});
});
