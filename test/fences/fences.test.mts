// Each fence is shown a planted fault and must name it: a fence that cannot fail guards nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';

const root = resolve(import.meta.dirname, '..', '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const planted: string[] = [];
after(() => planted.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A throw-away tree with the project's own configuration and the given files. */
function plant(files: Record<string, string>): string {
	const folder = mkdtempSync(join(tmpdir(), 'fence-'));
	planted.push(folder);
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	const paths = Object.keys(files);
	const tsconfig = { extends: join(root, 'tsconfig.scoring.json'), include: paths };
	for (const [path, text] of Object.entries({ ...files, 'tsconfig.json': JSON.stringify(tsconfig) })) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

function run(cwd: string, file: string, args: string[], input?: string) {
	const { status, stdout, stderr } = spawnSync(bin(file), args, {
		cwd,
		encoding: 'utf8',
		...(input === undefined ? {} : { input }),
	});
	return { status, output: stdout + stderr };
}

function lintArchitecture(path: string, text: string) {
	return run(root, 'eslint', ['-c', 'eslint.arch.config.mjs', '--stdin', '--stdin-filename', path], text);
}

test('dependency-cruiser names each forbidden import', () => {
	const folder = plant({
		'scoring/core/sum.ts': 'export const sum = (a: number, b: number) => a + b;\n',
		'scoring/health/a.ts': "import type { INode } from 'n8n-workflow';\nexport type A = INode;\n",
		'scoring/health/b.ts': "import { createHash } from 'node:crypto';\nexport const b = createHash;\n",
		'scoring/churn/c.ts': "import { b } from '../health/b';\nexport const c = b;\n",
		'shared/d.ts': "import { e } from '../nodes/One/e';\nexport const d = e;\n",
		'nodes/One/e.ts': "import { f } from '../Two/f';\nexport const e = f;\n",
		'nodes/Two/f.ts': "import { sum } from '../../scoring/core/sum';\nexport const f = sum;\n",
		'nodes/Two/alone.ts': 'export const alone = 1;\n',
	});
	const { status, output } = run(folder, 'depcruise', [
		'scoring',
		'shared',
		'nodes',
		'--config',
		join(root, '.dependency-cruiser.cjs'),
	]);
	assert.notEqual(status, 0);
	for (const fault of [
		'scoring-is-pure: scoring/health/a.ts',
		'scoring-is-pure: scoring/health/b.ts',
		'score-families-stay-apart: scoring/churn/c.ts',
		'shared-below-nodes: shared/d.ts',
		'node-folders-stay-apart: nodes/One/e.ts',
		'no-orphans: nodes/Two/alone.ts',
	]) {
		assert.match(output, new RegExp(fault.replaceAll('/', '\\/')), output);
	}
	assert.doesNotMatch(output, /nodes\/Two\/f\.ts →/, 'a permitted import is not reported');
});

test('scoring has no host globals: the names do not exist', () => {
	const folder = plant({
		'scoring/x.ts': 'export const x = [process, console, fetch, setTimeout, Buffer];\n',
	});
	const { output } = run(folder, 'tsc', ['-p', 'tsconfig.json']);
	for (const name of ['process', 'console', 'fetch', 'setTimeout', 'Buffer'])
		assert.match(output, new RegExp(`'${name}'`), output);
});

test('scoring may not read the clock, draw random numbers or throw', () => {
	const text =
		'export function x() {\n\tif (Date.now() > Math.random()) throw new Error(String(new Date()));\n}\n';
	const { status, output } = lintArchitecture('scoring/health/x.ts', text);
	assert.equal(status, 1);
	assert.match(output, /Date\.now/);
	assert.match(output, /Math\.random/);
	assert.match(output, /never throws/);
	assert.equal((output.match(/Time and randomness are arguments/g) ?? []).length, 3);
});

test('files over 200 lines, unfinished marks and vague module names are refused in product code', () => {
	const long = `export const rows = [\n${'\t1,\n'.repeat(205)}];\n`;
	assert.match(lintArchitecture('shared/long.ts', long).output, /too many lines/);
	const mark = ['TO', 'DO'].join('');
	assert.match(
		lintArchitecture('nodes/One/x.ts', `// ${mark} later\nexport const x = 1;\n`).output,
		/no-warning-comments/,
	);
	assert.match(
		lintArchitecture('nodes/One/x.ts', "import { x } from './utils';\nexport const y = x;\n").output,
		/Name the module/,
	);
});

test('a clean file passes every fence', () => {
	const { status, output } = lintArchitecture('scoring/core/one.ts', 'export const one = 1;\n');
	assert.equal(status, 0, output);
});

test("n8n's lint configuration is the frozen one, and sees a planted fault", () => {
	const template = 'node_modules/@n8n/node-cli/dist/template/templates/shared/default/eslint.config.mjs';
	const text = (path: string) => readFileSync(join(root, path), 'utf8').replace(/\s+/g, ' ').trim();
	assert.equal(text('eslint.config.mjs'), text(template));
	const { status, output } = run(
		root,
		'eslint',
		['--stdin', '--stdin-filename', 'nodes/x.ts'],
		'export const x = process.env;\n',
	);
	assert.equal(status, 1);
	assert.match(output, /no-restricted-globals/);
});
