// `npm run new -- source`: in a copy of this checkout, what it writes is right before the first line is changed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';

const root = resolve(import.meta.dirname, '..', '..');
const LEFT_OUT = ['.artefacts', '.git', '.n8n-home', 'coverage', 'dist', 'node_modules'];
let copy: string;

/** A checkout without what is installed, built or kept between runs. */
function copyCheckout(): string {
	const folder = mkdtempSync(join(tmpdir(), 'new-source-'));
	for (const name of readdirSync(root).filter((entry) => !LEFT_OUT.includes(entry))) {
		cpSync(join(root, name), join(folder, name), {
			recursive: true,
			filter: (path) => !path.startsWith(join(root, 'demo', 'host')),
		});
	}
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	return folder;
}

function run(file: string, ...args: string[]): { status: number | null; output: string } {
	const { status, stdout, stderr } = spawnSync(file, args, { cwd: copy, encoding: 'utf8' });
	return { status, output: stdout + stderr };
}
const bin = (name: string, ...args: string[]) => run(join(root, 'node_modules', '.bin', name), ...args);
const scaffold = (label: string) => run(process.execPath, '--import', 'tsx', 'demo/new.mts', 'source', label);
const read = (path: string) => readFileSync(join(copy, path), 'utf8');

function passes({ status, output }: { status: number | null; output: string }): void {
	assert.equal(status, 0, output);
}

before(() => {
	copy = copyCheckout();
});
after(() => rmSync(copy, { recursive: true, force: true }));

describe('a new source', () => {
	test('is written and registered, between the others where an order holds', () => {
		const { status, output } = scaffold('Kappa CRM');
		assert.equal(status, 0, output);
		assert.match(read('shared/connectors/Source.ts'), /'hubspot' \\| 'kappaCRM' \\| 'pipedrive'/);
		assert.match(
			read('nodes/CustomerData/properties/source.properties.ts'),
			/HubSpot[^]*Kappa CRM[^]*Pipedrive/,
		);
		const { n8n } = JSON.parse(read('package.json')) as { n8n: { credentials: string[] } };
		assert.deepEqual(n8n.credentials, [...n8n.credentials].sort());
		for (const line of ['| **Kappa CRM** |', '| Customer Success: Kappa CRM API |'])
			assert.ok(read('README.md').includes(line), line);
		assert.ok(
			!/example(?!\\.com)/i.test(read('shared/connectors/kappaCRM/kappaCRM.ts')),
			'nothing of the example is left',
		);
	});

	test('a name that is taken or is none changes nothing', () => {
		for (const [label, says] of [
			['Stripe', /Nothing was written/],
			['sell it', /Give the name/],
		] as const) {
			const before = read('package.json');
			const { status, output } = scaffold(label);
			assert.equal(status, 1);
			assert.match(output, says);
			assert.equal(read('package.json'), before);
		}
		assert.ok(!existsSync(join(copy, 'test', 'fakes', 'stripe2.ts')));
	});

	test('type-checks', () => passes(bin('tsc', '-p', 'tsconfig.json')));

	test('keeps its contract, and its credential the rules for credentials', () =>
		passes(
			bin(
				'jest',
				'test/contract/kappaCRM',
				'test/credentials/credentials',
				'test/scoring/intake/planErasure',
			),
		));

	test('is complete, lint and format included', () => {
		const files = [
			'shared/connectors/kappaCRM',
			'credentials',
			'test/fakes/kappaCRM.ts',
			'test/fakes/access.ts',
		];
		passes(bin('eslint', '--max-warnings', '0', ...files, 'nodes/CustomerData/properties', 'package.json'));
		passes(bin('eslint', '-c', 'eslint.arch.config.mjs', 'shared/connectors', 'credentials'));
		passes(
			bin(
				'prettier',
				'--check',
				'shared/connectors/**/*.ts',
				'nodes/CustomerData/**/*.ts',
				'test/{fakes,contract,sdk}/kappaCRM*',
			),
		);
		passes(bin('depcruise', 'shared', 'nodes', 'credentials', '--config', '.dependency-cruiser.cjs'));
	});

	test('sends the requests that are written down, and has every part the catalog asks for', () => {
		passes(
			run(
				process.execPath,
				'--import',
				'tsx',
				'--test',
				'test/sdk/kappaCRM.test.mts',
				'test/recordings/kappaCRM.test.mts',
			),
		);
		const { output } = run(
			process.execPath,
			'--import',
			'tsx',
			'--test',
			'--test-name-pattern=kappaCRM|CsKappaCRMApi|are the ones|in the folder',
			'test/catalog/catalog.test.mts',
		);
		assert.match(output, /^# fail 0$|ℹ fail 0/m, output);
		assert.match(output, /^# pass [4-9]$|ℹ pass [4-9]/m, output);
	});
});
