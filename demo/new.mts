// `npm run new -- node "Usage Intelligence"`, `-- score churn predictChurn` or `-- source "Zendesk Sell"`: every part of a unit, registered,
// tested, green.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import prettier from 'prettier';
import { nodeFiles } from './scaffold/nodeFiles.mts';
import { registerSource } from './scaffold/registerSource.mts';
import { scoreFiles } from './scaffold/scoreFiles.mts';
import { sourceFiles, sourceNames } from './scaffold/sourceFiles.mts';

const root = resolve(import.meta.dirname, '..');
const [kind, ...words] = process.argv.slice(2);

function stop(message: string): never {
	console.error(message);
	process.exit(1);
}

async function write(files: Record<string, string>): Promise<void> {
	const taken = Object.keys(files).filter((path) => existsSync(join(root, path)));
	if (taken.length > 0) stop(`Nothing was written: ${taken.join(', ')} exists already. Choose another name.`);
	await put(files);
}

async function put(files: Record<string, string>): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		const options = await prettier.resolveConfig(join(root, path));
		const isCode = /\.m?ts$/.test(path);
		writeFileSync(
			join(root, path),
			isCode ? await prettier.format(text, { ...options, filepath: path }) : text,
		);
		console.log(`  ${path}`);
	}
}

/** Adds a line after the last row of the table that follows `heading` in the README. */
function addReadmeRow(heading: string, row: string): void {
	const path = join(root, 'README.md');
	const lines = readFileSync(path, 'utf8').split('\n');
	const start = lines.indexOf(heading);
	if (start < 0) stop(`README.md has no line "${heading}": add the row by hand: ${row}`);
	let last = lines.findIndex((line, index) => index > start && line.startsWith('|'));
	while (lines[last + 1]?.startsWith('|')) last += 1;
	lines.splice(last + 1, 0, row);
	writeFileSync(path, lines.join('\n'));
	console.log(`  README.md: ${row}`);
}

function editJson(path: string, edit: (value: any) => void): void {
	const value = JSON.parse(readFileSync(join(root, path), 'utf8'));
	edit(value);
	writeFileSync(join(root, path), `${JSON.stringify(value, null, '\t')}\n`);
	console.log(`  ${path}`);
}

if (kind === 'node') {
	const label = words.join(' ').trim();
	if (!/^[A-Z][A-Za-z]*( [A-Z][A-Za-z]*)*$/.test(label)) {
		stop('Give the name people will see, in title case: npm run new -- node "Usage Intelligence"');
	}
	const name = label.replaceAll(' ', '');
	const unit = nodeFiles(label);
	await write(unit.files);
	editJson('package.json', (pkg) => pkg.n8n.nodes.push(`dist/nodes/${name}/${name}.node.js`));
	editJson('templates/index.json', (index) => index.push(unit.templateEntry));
	addReadmeRow('## Nodes', unit.nodeRow);
	addReadmeRow('## Templates', unit.templateRow);
	console.log(`\n${label} is registered and works: it passes a field through as a number or null. Next:
  1. write the property test and the function in scoring/
  2. call it in nodes/${name}/${name}.node.ts and describe its fields in __schema__
  3. npm test -- catalog jest lint    4. npx changeset`);
} else if (kind === 'score') {
	const [family, name] = words;
	if (!family || !name || !/^[a-z]+$/.test(family) || !/^[a-z]+[A-Za-z]+$/.test(name)) {
		stop('Give the family and the function, a verb phrase: npm run new -- score churn predictChurn');
	}
	await write(scoreFiles(family, name));
	console.log(
		`\nNext: write the property test, then the function. npm test -- jest runs both, examples included.`,
	);
} else if (kind === 'source') {
	const label = words.join(' ').trim();
	if (!/^[A-Z][A-Za-z0-9]*( [A-Z][A-Za-z0-9]*)*$/.test(label)) {
		stop('Give the name people know the system by: npm run new -- source "Zendesk Sell"');
	}
	const names = sourceNames(label);
	const registered = registerSource(root, names);
	await write(sourceFiles(root, names));
	await put(registered);
	addReadmeRow(
		'## Connect your systems',
		`| **${label}** | accounts | scores, tasks, opportunities | 10 requests a second, 20 records a request |`,
	);
	addReadmeRow(
		'### Credentials',
		`| Customer Success: ${label} API | read accounts; write them only for scores |`,
	);
	console.log(`\n${label} is registered and works against its fake, which has the habits of an invented vendor. Next:
  1. make test/fakes/${names.id}.ts behave as the vendor documents: limits, pages, errors
  2. make shared/connectors/${names.id} pass test/contract/${names.id}.test.ts again; add readers one object at a time
  3. install the vendor's SDK if there is one, and let test/sdk/${names.id}.test.mts compare with it
  4. base URL, scopes and test request in credentials/${names.credentialClass}.credentials.ts
  5. npm test -- types lint imports jest catalog sdk    6. npx changeset`);
} else {
	stop(
		['node "Usage Intelligence"', 'score churn predictChurn', 'source "Zendesk Sell"']
			.map((example) => `npm run new -- ${example}`)
			.join('\n'),
	);
}
