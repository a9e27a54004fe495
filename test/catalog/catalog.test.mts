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

		test(`${name} has an output schema for each operation`, () => {
			const source = walk(folder)
				.filter((file) => file.endsWith('.ts'))
				.map((file) => read(file))
				.join('\n');
			const selector = /name: 'operation',[\s\S]*?options: \[([\s\S]*?)\n\t*\],/.exec(source);
			const operations = selector
				? [...selector[1]!.matchAll(/value: '(\w+)'/g)].map((match) => match[1]!)
				: ['output'];
			assert.ok(operations.length > 0, 'no operation found');
			for (const operation of operations) {
				const schema = json(folder, '__schema__', 'v1.0.0', `${operation}.json`);
				assert.ok(Object.keys(schema.properties ?? {}).length > 0, `${operation}.json describes no field`);
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

describe('scoring', () => {
	for (const file of walk('scoring').filter(
		(path) => path.endsWith('.ts') && basename(path) !== 'index.ts',
	)) {
		const functions = [...read(file).matchAll(/^export (?:async )?function (\w+)/gm)].map(
			(match) => match[1]!,
		);
		if (functions.length === 0) continue;
		test(`${file} exports one function, named like the file and documented`, () => {
			assert.deepEqual(functions, [basename(file, '.ts')]);
			assert.match(read(file), new RegExp(`\\*/\\nexport function ${functions[0]}\\b`), 'docstring missing');
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
	const options = read('demo', 'startOptions.mts');

	test('names only commands that exist, with options that exist', () => {
		assert.ok(commands.includes('npm start') && commands.includes('npm test'), 'the two commands');
		for (const command of commands) {
			const script = /^npm (?:run )?(\w+)/.exec(command)?.[1] ?? '';
			assert.ok(pkg.scripts[script], `${command}: no script ${script}`);
			for (const [option] of command.matchAll(/ (--\w[\w-]*)/g)) {
				assert.ok(options.includes(option.trim()), `${command}: ${option} is no option of npm start`);
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
