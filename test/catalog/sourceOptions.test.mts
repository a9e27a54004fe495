import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { sourceOptions } from '../../nodes/CustomerData/properties/sourceOptions.properties';
import { SOURCES } from '../../shared/connectors/sources';

// An option without a field cannot be chosen, and a field that no source reads does nothing: both have happened.

const KINDS = ['expansion', 'new', 'renewal'];

/** Names in `settings.options.name`, `settings.options['a' or a template]` and `const { name } = settings.options`. */
function namesIn(code: string): string[] {
	const dotted = [...code.matchAll(/settings\.options\.(\w+)/g)].map(([, name = '']) => name);
	const indexed = [...code.matchAll(/settings\.options\[(.*?)\]/gs)].flatMap(([, inside = '']) => [
		...[...inside.matchAll(/\? '(\w+)' : '(\w+)'/g)].flatMap(([, yes = '', no = '']) => [yes, no]),
		...(/^`\$\{[\w.]+\}(\w+)`$/.exec(inside)?.slice(1) ?? []).flatMap((end) =>
			KINDS.map((kind) => kind + end),
		),
	]);
	const taken = [...code.matchAll(/const \{([^}]*)\} = settings\.options;/g)].flatMap(([, inside = '']) =>
		inside.split(',').map((part) => part.split(':')[0]?.trim() ?? ''),
	);
	return [...dotted, ...indexed, ...taken].filter((name) => name !== '');
}

function readBy(source: string): string[] {
	const files = globSync(`shared/connectors/${source}/**/*.ts`);
	assert.ok(files.length > 0, `${source} has no files: is the folder named otherwise?`);
	return [...new Set(files.flatMap((file) => namesIn(readFileSync(file, 'utf8'))))].sort();
}

function inPanel(source: string): string[] {
	const collections = sourceOptions.filter(({ displayOptions }) =>
		displayOptions?.show?.['source']?.includes(source),
	);
	return collections.flatMap(({ options = [] }) => options.map(({ name }) => name)).sort();
}

for (const source of Object.keys(SOURCES)) {
	test(`${source}: every option that its source reads has a field in the panel, and no field goes unread`, () => {
		assert.deepEqual(inPanel(source), readBy(source));
	});
}

test('an option that is left alone means the same as one that is added and not changed', () => {
	for (const collection of sourceOptions) {
		for (const option of collection.options ?? []) {
			if (!('default' in option) || option.type !== 'options') continue;
			// Empty counts as not chosen; of the plans the smallest is both.
			assert.ok(['', 'free', 'lite'].includes(String(option.default)), `${option.name}: ${option.default}`);
		}
	}
});
