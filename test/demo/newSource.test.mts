// `npm run new -- source`: in a copy of this checkout, what it writes is right before the first line is changed.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
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

interface Ended {
	readonly status: number;
	readonly output: string;
}

async function run(file: string, ...args: string[]): Promise<Ended> {
	// The runner tells its files that they are inside a run; a run inside a run would start nothing.
	const { NODE_TEST_CONTEXT: _, ...env } = process.env;
	return await new Promise((resolve) =>
		execFile(file, args, { cwd: copy, env, maxBuffer: 2 ** 26 }, (fault, stdout, stderr) =>
			resolve({ status: fault === null ? 0 : Number(fault.code ?? 1), output: stdout + stderr }),
		),
	);
}
const bin = (name: string, ...args: string[]) => run(join(root, 'node_modules', '.bin', name), ...args);
const lint = (...files: string[]) => bin('eslint', '--max-warnings', '0', ...files);
const tests = () =>
	bin('jest', 'contract/kappaCRM', 'credentials/credentials', 'CustomerData.privacy', 'planErasure');
const scaffold = (label: string) => run(process.execPath, '--import', 'tsx', 'demo/new.mts', 'source', label);
const read = (path: string) => readFileSync(join(copy, path), 'utf8');

async function passes(...ended: ReadonlyArray<Promise<Ended>>): Promise<void> {
	for (const { status, output } of await Promise.all(ended)) assert.equal(status, 0, output);
}

before(() => {
	copy = copyCheckout();
});
after(() => rmSync(copy, { recursive: true, force: true }));

describe('a new source', () => {
	test('is written and registered, between the others where an order holds', async () => {
		const { status, output } = await scaffold('Kappa CRM');
		assert.equal(status, 0, output);
		assert.match(read('shared/connectors/Source.ts'), /'hubspot' \| 'kappaCRM' \| 'pipedrive'/);
		assert.match(
			read('nodes/CustomerData/properties/source.properties.ts'),
			/HubSpot[^]*Kappa CRM[^]*Pipedrive/,
		);
		const { n8n } = JSON.parse(read('package.json')) as { n8n: { credentials: string[] } };
		assert.deepEqual(n8n.credentials, [...n8n.credentials].sort());
		for (const line of ['| **Kappa CRM** |', '| Customer Success: Kappa CRM API |'])
			assert.ok(read('README.md').includes(line), line);
		assert.ok(
			!/example(?!\.com)/i.test(read('shared/connectors/kappaCRM/kappaCRM.ts')),
			'nothing of the example is left',
		);
	});

	test('a name that is taken or is none changes nothing', async () => {
		for (const [label, says] of [
			['Stripe', /Nothing was written/],
			['sell it', /Give the name/],
		] as const) {
			const before = read('package.json');
			const { status, output } = await scaffold(label);
			assert.equal(status, 1);
			assert.match(output, says);
			assert.equal(read('package.json'), before);
		}
		assert.ok(!existsSync(join(copy, 'test', 'fakes', 'stripe2.ts')));
	});

	// Side by side: the compiler takes as long as all the others together.
	test('passes types, lint, imports and format, and keeps its contract', async () => {
		const code = [
			'shared/connectors/kappaCRM',
			'credentials',
			'test/fakes/kappaCRM.ts',
			'test/fakes/access.ts',
		];
		await passes(
			bin('tsc', '-p', 'tsconfig.json'),
			lint(...code, 'nodes/CustomerData/properties', 'package.json').then(async (ended) => {
				if (ended.status !== 0) return ended;
				const own = await bin('eslint', '-c', 'eslint.arch.config.mjs', 'shared/connectors', 'credentials');
				return own.status === 0 ? await tests() : own;
			}),
		);
		await passes(
			bin('depcruise', 'shared', 'nodes', 'credentials', '--config', '.dependency-cruiser.cjs'),
			bin(
				'prettier',
				'--check',
				'shared/connectors/*.ts',
				'nodes/CustomerData/**/*.ts',
				'test/{fakes,contract,sdk}/kappaCRM*',
			),
		);
	});

	test('sends the requests that are written down, and has every part the catalog asks for', async () => {
		await passes(
			run(
				process.execPath,
				'--import',
				'tsx',
				'--test',
				'test/sdk/kappaCRM.test.mts',
				'test/recordings/kappaCRM.test.mts',
			),
		);
		const { output } = await run(
			process.execPath,
			'--import',
			'tsx',
			'--test',
			'--test-name-pattern=kappaCRM|CsKappaCRMApi|are the ones|in the folder',
			'test/catalog/catalog.test.mts',
			'test/catalog/sourceOptions.test.mts',
		);
		assert.match(output, /^(#|ℹ) fail 0$/m, output);
		assert.match(output, /^(#|ℹ) pass [5-9]$/m, output);
	});
});
