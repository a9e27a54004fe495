type FileSystem = {
	readdirSync(path: string, options: { recursive: true; encoding: 'utf8' }): string[];
	readFileSync(path: string, encoding: 'utf8'): string;
};
type Paths = { join(...parts: string[]): string; dirname(path: string): string };
type Exports = Record<string, unknown>;

const { readdirSync, readFileSync } = jest.requireActual<FileSystem>('fs');
const { dirname, join } = jest.requireActual<Paths>('path');
const { runInNewContext } = jest.requireActual<{ runInNewContext(code: string, scope: Exports): unknown }>(
	'vm',
);

const FOLDER = dirname(dirname(require.resolve('../../scoring/core/issue.ts')));
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.sort();

/** ` * @example`, then ` * ` lines of one expression, then ` * // => ` and its value. */
const EXAMPLE = /\* @example\n((?:\s*\* (?!\/\/ =>).*\n)+)\s*\* \/\/ => (.*)\n/g;

const modules = new Map(FILES.map((name) => [name, jest.requireActual<Exports>(join(FOLDER, name))]));

/** A family's examples see what their own family and core export, and their own file first. */
function scopeOf(file: string): Exports {
	const family = file.split('/')[0] ?? '';
	const visible = FILES.filter((name) => name.startsWith('core/') || name.startsWith(`${family}/`));
	return Object.assign({}, ...visible.map((name) => modules.get(name)), modules.get(file)) as Exports;
}

const examples = FILES.flatMap((file) =>
	[...readFileSync(join(FOLDER, file), 'utf8').matchAll(EXAMPLE)].map(([, lines = '', expected = '']) => {
		const expression = lines.replace(/^\s*\* /gm, '').trim();
		return { file, expression, expected: expected.trim() };
	}),
);

test('examples are found in every family', () => {
	expect(new Set(examples.map(({ file }) => file.split('/')[0]))).toEqual(
		new Set(FILES.map((file) => file.split('/')[0]).filter((family) => !family?.endsWith('.ts'))),
	);
});

test.each(examples)('$file: $expression', ({ file, expression, expected }) => {
	const scope = scopeOf(file);
	expect(runInNewContext(`(${expression})`, scope)).toEqual(runInNewContext(`(${expected})`, {}));
});

test.each(FILES)('%s: every example has the form that can be executed', (file) => {
	const written = readFileSync(join(FOLDER, file), 'utf8').split('@example').length - 1;
	expect(examples.filter((example) => example.file === file)).toHaveLength(written);
});
