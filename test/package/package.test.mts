// The packed tarball, as a stranger would get it: n8n's own scanner on both legs, size, contents, load time.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'packed-'));
const unpacked = join(folder, 'package');
let tarball = '';

before(() => {
	execFileSync(join(root, 'node_modules/.bin/gulp'), ['build', '--silent'], { cwd: root, stdio: 'inherit' });
	execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root });
	tarball = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz'))!);
	execFileSync('tar', ['xzf', tarball, '-C', folder]);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("n8n's scanner finds nothing in the sources", async () => {
	const result = await analyzePackage(root, SOURCE_FILE_PATTERNS);
	assert.ok(result.passed, `${result.message}\n${result.details}`);
});

test("n8n's scanner finds nothing in the packed tarball", async () => {
	const result = await analyzePackage(unpacked, ['**/*.js', 'package.json']);
	assert.ok(result.passed, `${result.message}\n${result.details}`);
});

test('the scanner does find a planted fault', async () => {
	const result = await analyzePackage(resolve(import.meta.dirname, 'planted'), ['**/*.js']);
	assert.equal(result.passed, false);
	assert.match(result.details ?? '', /no-restricted-globals|no-restricted-imports/);
});

test('it ships what n8n reads and nothing else, under 1 MB', () => {
	const files = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
	const unexpected = files.filter(
		(file) =>
			!/^package\/(package\.json|README\.md|LICENSE\.md|CHANGELOG\.md|templates\/|dist\/nodes\/|dist\/credentials\/)/.test(
				file,
			),
	);
	assert.deepEqual(unexpected, []);
	assert.ok(files.includes('package/templates/daily-health-run.json'));
	assert.ok(files.includes('package/dist/nodes/HealthScore/scorecard.schema.json'));
	assert.ok(statSync(tarball).size < 1_000_000, `${statSync(tarball).size} bytes`);
});

test('it needs no package at run time but n8n-workflow', () => {
	const pkg = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
	assert.equal(pkg.dependencies, undefined);
	assert.deepEqual(pkg.peerDependencies, { 'n8n-workflow': '*' });
	for (const file of pkg.n8n.nodes) {
		const required = [...readFileSync(join(unpacked, file), 'utf8').matchAll(/require\("([^"]+)"\)/g)].map(
			(match) => match[1],
		);
		assert.deepEqual(
			required.filter((name) => !['n8n-workflow', 'node:crypto', 'crypto'].includes(name!)),
			[],
			file,
		);
	}
});
