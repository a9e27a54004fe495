import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceNames } from './sourceFiles.mts';

/** Position of the bracket that closes the one at `open`. */
function closing(text: string, open: number): number {
	let depth = 0;
	for (let at = open; at < text.length; at += 1) {
		if ('[{('.includes(text[at]!)) depth += 1;
		if (']})'.includes(text[at]!)) depth -= 1;
		if (depth === 0) return at;
	}
	return -1;
}

/** Start of each entry of a list or object, and after the last one the place where the list ends. */
function entryStarts(text: string, open: number): number[] {
	const end = closing(text, open);
	const starts: number[] = [];
	let isNew = true;
	for (let at = open + 1; at < end; at += 1) {
		const character = text[at]!;
		if (/\s/.test(character)) continue;
		if (character === ',') {
			isNew = true;
			continue;
		}
		if (isNew) starts.push(at);
		isNew = false;
		if ('[{('.includes(character)) at = closing(text, at);
		else if (character === "'") at = text.indexOf("'", at + 1);
	}
	return [...starts, end];
}

/** The text with an entry more in the list or object that `opening` ends with, where the order of `keyOf` wants it. */
function addEntry(
	text: string,
	opening: RegExp,
	entry: string,
	keyOf: (entry: string) => string,
): string | null {
	const found = opening.exec(text);
	if (found === null) return null;
	const starts = entryStarts(text, found.index + found[0].length - 1);
	const key = keyOf(entry);
	const place = starts
		.slice(0, -1)
		.findIndex((start, index) => keyOf(text.slice(start, starts[index + 1])) > key);
	const at = starts.at(place)!;
	const comma = place < 0 && !/[,[{]\s*$/.test(text.slice(0, at)) ? ', ' : '';
	return `${text.slice(0, at)}${comma}${entry},\n${text.slice(at)}`;
}

/** The text with an import more, in the order of the paths. */
function addImport(text: string, line: string): string | null {
	const pathOf = (found: string) => /from '([^']+)'/.exec(found)?.[1]?.toLowerCase() ?? '';
	const imports = [...text.matchAll(/^import [^;]*? from '[^']+';\n/gm)];
	const folder = pathOf(line).split('/').slice(0, -2).join('/');
	const near = imports.filter(([found]) => pathOf(found).startsWith(folder));
	const next = near.find(([found]) => pathOf(found) > pathOf(line));
	const last = near.at(-1);
	if (last === undefined) return null;
	const at = next?.index ?? last.index + last[0].length;
	return `${text.slice(0, at)}${line}\n${text.slice(at)}`;
}

const wordOf = (entry: string) => /\w+/.exec(entry)?.[0] ?? '';
const nameOf = (entry: string) => /name: '([^']+)'/.exec(entry)?.[1] ?? '';
const quoted = (entry: string) => /'([^']+)'/.exec(entry)?.[1] ?? '';

/** What each file that lists the systems says after a new one came, by path; nothing is written here. */
export function registerSource(root: string, names: SourceNames): Record<string, string> {
	const { label, id, fake, credential, credentialClass } = names;
	const changed: Record<string, string> = {};
	const edit = (path: string, change: (text: string) => string | null) => {
		const next = change(changed[path] ?? readFileSync(join(root, path), 'utf8'));
		if (next === null)
			throw new Error(
				`${path} is not laid out as demo/scaffold/registerSource.mts expects; nothing was written`,
			);
		changed[path] = next;
	};
	edit('shared/connectors/Source.ts', (text) => {
		const ids = /export type SourceId =([^;]+);/.exec(text);
		if (ids === null) return null;
		const all = [...ids[1]!.matchAll(/'\w+'/g)].map(([one]) => one).concat(`'${id}'`);
		return text.replace(ids[0], `export type SourceId = ${all.sort().join(' | ')};`);
	});
	edit('shared/connectors/sources.ts', (text) => addImport(text, `import { ${id} } from './${id}/${id}';`));
	edit('shared/connectors/sources.ts', (text) => addEntry(text, /SOURCES\b[^=]*= \{/, id, wordOf));
	edit('shared/connectors/n8n/credentialTypeOf.ts', (text) =>
		addEntry(text, /CREDENTIAL_TYPES\b[^=]*= \{/, `${id}: [['apiToken', '${credential}']]`, wordOf),
	);
	edit('nodes/CustomerData/properties/source.properties.ts', (text) => {
		const option = `{ name: '${label}', value: '${id}', description: 'Accounts of ${label}' }`;
		return addEntry(text, /name: 'source',[^[]*options: \[/, option, nameOf);
	});
	edit('nodes/CustomerData/properties/mapping.properties.ts', (text) =>
		addEntry(text, /keyField\('', \[/, `'${id}'`, quoted),
	);
	edit('test/fakes/access.ts', (text) => addImport(text, `import { ${fake} } from './${id}';`));
	edit('test/fakes/access.ts', (text) =>
		addEntry(
			text,
			/FAKE_ACCESS\b[^=]*= \{/,
			`${id}: { create: ${fake}, headers: {}, settings: settings({ keyField: 'Account Key' }) }`,
			wordOf,
		),
	);
	edit('test/credentials/credentials.test.ts', (text) =>
		addImport(text, `import { ${credentialClass} } from '../../credentials/${credentialClass}.credentials';`),
	);
	edit('test/credentials/credentials.test.ts', (text) =>
		addEntry(text, /TYPES: readonly ICredentialType\[\] = \[/, `new ${credentialClass}()`, (entry) =>
			entry.replace('new ', ''),
		),
	);
	const privacy = 'test/nodes/CustomerData.privacy.test.ts';
	const refusal = "{ status: 422, body: { error: { code: 'ROW_REFUSED', message: EMAIL } } }";
	edit(privacy, (text) => addImport(text, `import { ${fake} } from '../fakes/${id}';`));
	edit(privacy, (text) =>
		addEntry(
			text,
			/VENDORS\b[^=]*= \{/,
			`${id}: { create: ${fake}, headers: {}, keyField: 'Account Key', records: [], refusal: ${refusal} }`,
			wordOf,
		),
	);
	edit('scoring/intake/listVendorSteps.ts', (text) => {
		const step = `Delete the contact in ${label}, and again where it keeps what was deleted. Notes and activities keep their text: search them.`;
		return text.replace(/\t\[\n\t\t'n8n',/, (own) => `\t['${id}', '${step}'],\n${own}`);
	});
	edit('package.json', (text) => {
		const pkg = JSON.parse(text);
		pkg.n8n.credentials.push(`dist/credentials/${credentialClass}.credentials.js`);
		pkg.n8n.credentials.sort();
		return `${JSON.stringify(pkg, null, '\t')}\n`;
	});
	return changed;
}
