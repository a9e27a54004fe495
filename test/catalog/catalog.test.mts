// The package checks itself: a node, score file, table or template that lacks one of its parts fails here by name.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, test } from 'node:test';

const root = resolve(import.meta.dirname, '..', '..');
const at = (...parts: string[]) => join(root, ...parts);
const read = (...parts: string[]) => readFileSync(at(...parts), 'utf8');
const json = (...parts: string[]) => JSON.parse(read(...parts));
const walk = (folder: string): string[] =>
	readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
	);

const readme = read('README.md');
const pkg = json('package.json');
const nodeNames: string[] = pkg.n8n.nodes.map((file: string) => basename(file, '.node.js'));
const templates = readdirSync(at('templates')).filter(
	(file) => file.endsWith('.json') && file !== 'index.json',
);
const templateTexts = templates.map((file) => read('templates', file));

describe('nodes', () => {
	test('every folder in nodes/ is registered and every registered node exists', () => {
		const folders = readdirSync(at('nodes')).filter((name) => statSync(at('nodes', name)).isDirectory());
		assert.deepEqual([...nodeNames].sort(), folders.sort());
	});

	test('no two nodes look the same on the canvas', () => {
		const owners = new Map<string, string>();
		for (const file of walk('nodes').filter((name) => name.endsWith('.svg'))) {
			const other = owners.get(read(file));
			assert.equal(other, undefined, `${file} is the icon ${other}: draw one of its own`);
			owners.set(read(file), file);
		}
	});

	for (const name of nodeNames) {
		const folder = join('nodes', name);
		const icon = name[0]!.toLowerCase() + name.slice(1);

		test(`${name} has its node, parameters, codex, icons and test`, () => {
			for (const file of [
				`${name}.node.ts`,
				`${name}.properties.ts`,
				`${name}.node.json`,
				`${icon}.svg`,
				`${icon}.dark.svg`,
			]) {
				assert.ok(existsSync(at(folder, file)), `${folder}/${file} is missing`);
			}
			const tests = walk('test/nodes').filter((file) => basename(file).startsWith(`${name}.`));
			assert.ok(tests.length > 0, `test/nodes/${name}.test.ts is missing`);
		});

		test(`${name} has an output schema for each operation`, async () => {
			const { [name]: Node } = await import(at(folder, `${name}.node.ts`));
			const selectors = new Node().description.properties.filter(
				(property: { name: string }) => property.name === 'operation',
			);
			// A node with resources has one selector for each, and its schemas in a folder of that name.
			const schemas: string[] = selectors.flatMap(
				({ options, displayOptions }: { options: Array<{ value: string }>; displayOptions?: any }) =>
					options.map(({ value }) => join(displayOptions?.show?.resource?.[0] ?? '', `${value}.json`)),
			);
			if (selectors.length === 0) schemas.push('output.json');
			for (const file of schemas) {
				const schema = json(folder, '__schema__', 'v1.0.0', file);
				assert.ok(Object.keys(schema.properties ?? {}).length > 0, `${file} describes no field`);
			}
		});

		test(`${name} is found by search: codex categories and search words`, () => {
			const codex = json(folder, `${name}.node.json`);
			assert.ok(codex.categories.length > 0);
			assert.ok(codex.alias.length >= 3, 'fewer than three search words');
			assert.equal(codex.node, `${pkg.name}.${icon}`);
		});

		test(`${name} has a README row and is used by a shipped template`, () => {
			const label = /displayName: '([^']+)'/.exec(read(folder, `${name}.node.ts`))?.[1] ?? name;
			assert.match(readme, new RegExp(`\\| \\*\\*${label}\\*\\* \\|`), `README has no row for ${label}`);
			const type = `"${pkg.name}.${icon}"`;
			assert.ok(
				templateTexts.some((text) => text.includes(type)),
				`no template uses ${type}`,
			);
		});
	}
});

describe('sources', () => {
	const sources = readdirSync(at('shared', 'connectors')).filter((name) =>
		existsSync(at('shared', 'connectors', name, `${name}.ts`)),
	);

	test('are the ones the Customer Data node offers', () => {
		const registry = read('shared', 'connectors', 'sources.ts');
		const ids = /export type SourceId =([^;]+);/.exec(read('shared', 'connectors', 'Source.ts'))?.[1] ?? '';
		assert.deepEqual([...ids.matchAll(/'(\w+)'/g)].map((match) => match[1]!).sort(), [...sources].sort());
		for (const name of sources)
			assert.match(registry, new RegExp(`\\b${name}\\b`), `${name} is not registered`);
	});

	for (const name of sources) {
		test(`${name} has its fake, contract, SDK, recordings and README row`, () => {
			for (const file of [
				`test/contract/${name}.test.ts`,
				`test/sdk/${name}.test.mts`,
				`test/recordings/${name}.test.mts`,
			]) {
				assert.ok(existsSync(at(file)), `${file} is missing`);
			}
			assert.match(
				read('test/contract', `${name}.test.ts`),
				/contractSuite\(/,
				'the contract suite is not run',
			);
			assert.ok(
				readdirSync(at('test/fakes')).some((file) => file.startsWith(name)),
				`test/fakes/${name}.ts is missing`,
			);
			const label = /label: '([^']+)'/.exec(read('shared/connectors', name, `${name}.ts`))?.[1] ?? name;
			assert.match(readme, new RegExp(`\\| \\*\\*${label}\\*\\* \\|`), `README has no row for ${label}`);
		});
	}
});

describe('credentials', () => {
	const files: string[] = pkg.n8n.credentials.map((file: string) => basename(file, '.credentials.js'));

	test('in the folder and in package.json are the same', () => {
		const found = readdirSync(at('credentials'))
			.filter((file) => file.endsWith('.credentials.ts'))
			.map((file) => basename(file, '.credentials.ts'));
		assert.deepEqual([...files].sort(), found.sort());
	});

	for (const name of files) {
		test(`${name} is ours by name, is tested, has icons and says its scopes`, () => {
			const source = read('credentials', `${name}.credentials.ts`);
			assert.match(name, /^Cs[A-Z]/);
			// With OAuth, connecting is the test.
			assert.match(source, /\btest: ICredentialTestRequest|extends = \['oAuth2Api'\]/);
			for (const [, file] of source.matchAll(/'file:([^']+)'/g)) {
				assert.ok(existsSync(at('credentials', file!)), `credentials/${file} is missing`);
			}
			assert.match(
				readme,
				new RegExp(`\\| ${/displayName = '([^']+)'/.exec(source)?.[1]} \\|`),
				'no README row',
			);
		});
	}
});

describe('scoring', () => {
	for (const file of walk('scoring').filter(
		(path) => path.endsWith('.ts') && basename(path) !== 'index.ts',
	)) {
		const functions = [...read(file).matchAll(/^export (?:async )?function\*? (\w+)/gm)].map(
			(match) => match[1]!,
		);
		if (functions.length === 0) continue;
		test(`${file} exports one function, named like the file and documented`, () => {
			assert.deepEqual(functions, [basename(file, '.ts')]);
			assert.match(
				read(file),
				new RegExp(`\\*/\\nexport function\\*? ${functions[0]}\\b`),
				'docstring missing',
			);
		});
		test(`${file} is exercised by a test`, () => {
			const folder = join('test', file.split('/').slice(0, 2).join('/'));
			const used = walk(folder).some((path) => new RegExp(`\\b${functions[0]}\\b`).test(read(path)));
			const example = /@example/.test(read(file));
			assert.ok(
				used || example,
				`nothing in ${folder} names ${functions[0]}, and it has no executed example`,
			);
		});
	}
});

describe('templates', () => {
	const index = json('templates', 'index.json');
	const listed = new Set<string>(index.map((entry: { file: string }) => entry.file));

	test('index.json lists exactly the shipped files', () => {
		assert.deepEqual([...listed].sort(), [...templates].sort());
	});

	for (const file of templates) {
		test(`${file} has a README row and is executed by a server test`, () => {
			const name = basename(file, '.json');
			assert.match(readme, new RegExp(`\\| \`${name}\` \\|`), `README has no row for ${name}`);
			const id = json('templates', file).id;
			const served = walk('test/server')
				.map((path) => read(path))
				.join('\n');
			const byHand = index.some(
				(entry: { id: string; starts: string }) => entry.id === id && /by hand/.test(entry.starts),
			);
			assert.ok(
				byHand || served.includes(name) || served.includes(id),
				`no file in test/server names ${name} or ${id}`,
			);
		});
	}
});

describe('README', () => {
	const commands = [...readme.matchAll(/`(npm [^`\n]+)`/g), ...readme.matchAll(/^(npm .+)$/gm)].map(
		(match) => match[1]!,
	);
	const startOptions = read('demo', 'startOptions.mts');
	const churnOptions = read('test', 'bench', 'churn', 'readArguments.mts');

	test('names only commands that exist, with options that exist', () => {
		assert.ok(commands.includes('npm start') && commands.includes('npm test'), 'the two commands');
		for (const command of commands) {
			const script = /^npm (?:run )?(?:-s )?([\w:]+)/.exec(command)?.[1] ?? '';
			assert.ok(pkg.scripts[script], `${command}: no script ${script}`);
			const known = script === 'bench:churn' ? churnOptions : startOptions;
			for (const [, option] of command.matchAll(/ --(\w[\w-]*)/g)) {
				assert.ok(known.includes(option!), `${command}: --${option} is no option of it`);
			}
		}
	});

	test('shows pictures that exist', () => {
		const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map((match) => match[1]!);
		assert.ok(pictures.length > 0);
		for (const picture of pictures) assert.ok(existsSync(at(picture)), `${picture} is missing`);
	});

	test('names only measures and answers that the framework scorecard knows', () => {
		const scorecard = walk('scoring/health')
			.map((file) => read(file))
			.join('\n');
		const table = /\| Dimension \(weight\)[\s\S]*?\n\n/.exec(readme)?.[0] ?? '';
		const words = [...table.matchAll(/`([a-z_]+)`/g)].map((match) => match[1]!);
		assert.ok(words.length > 40, `${words.length} words in the table of measures`);
		for (const word of words) assert.ok(scorecard.includes(`'${word}'`), `the scorecard has no ${word}`);
	});
});

describe('decisions', () => {
	const records = readdirSync(at('.github', 'decisions')).sort();
	test('are numbered without gaps and say what was decided', () => {
		records.forEach((file, position) => {
			assert.match(file, new RegExp(`^${String(position + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
			assert.match(read('.github', 'decisions', file), /## Decision/);
		});
	});
});
