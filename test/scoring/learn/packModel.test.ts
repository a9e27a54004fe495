import fc from 'fast-check';
import { createRandom } from '../../../scoring/learn/createRandom';
import { packModel } from '../../../scoring/learn/packModel';
import { unpackModel } from '../../../scoring/learn/unpackModel';
import { writeJson } from '../../../scoring/learn/writeJson';
import { makeModel } from './makeModel';

const text = packModel(makeModel(createRandom(1)));

/** The packed model with the member at `path` set; undefined removes it. */
function forged(path: readonly (string | number)[], value: unknown): string {
	const copy = JSON.parse(text) as Record<string | number, unknown>;
	let inner = copy;
	for (const key of path.slice(0, -1)) inner = inner[key] as typeof copy;
	inner[path[path.length - 1] as string] = value;
	return JSON.stringify(copy);
}

function faultOf(written: string): string {
	const outcome = unpackModel(written);
	if (outcome.ok) return 'accepted';
	expect(outcome.issues).toHaveLength(1);
	expect(outcome.issues[0]?.remedy).not.toBe('');
	return `${outcome.issues[0]?.code} ${outcome.issues[0]?.path}`;
}

test('what was packed comes back bit for bit, and packs to the same bytes', () => {
	const outcome = unpackModel(text);
	expect(outcome.ok).toBe(true);
	if (!outcome.ok) return;
	const { boosted, forest } = outcome.value;
	// Of the trees only the split points in use come back; that they score alike is packTrees' to show.
	expect({ ...outcome.value, boosted: null, forest: null }).toEqual({
		...makeModel(createRandom(1)),
		boosted: null,
		forest: null,
	});
	expect(Object.is(outcome.value.linear?.coefficients[1], -0)).toBe(true);
	expect(boosted?.trees).toHaveLength(3);
	expect(forest?.trees).toHaveLength(2);
	expect(packModel(outcome.value)).toBe(text);
});

test('the text is ASCII with sorted keys, whatever order the model was built in', () => {
	expect(text).toMatch(/^[\x20-\x7e]+$/);
	const turned = Object.fromEntries(Object.entries(makeModel(createRandom(1))).reverse());
	expect(packModel(turned as never)).toBe(text);
});

test('JSON.parse gives back what writeJson wrote', () => {
	fc.assert(
		fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
			expect(JSON.parse(writeJson(value))).toEqual(value);
		}),
	);
});

test('the largest model there is stays under 2 MB: 800 rounds of 31 leaves and 60 trees of 100', () => {
	const size = { width: 60, rounds: 800, leaves: 31, trees: 60, forestLeaves: 100, edges: 200 };
	expect(packModel(makeModel(createRandom(2), size)).length).toBeLessThan(2_000_000);
});

test.each([
	['model-json model', text.slice(0, -1)],
	['model-json model', ''],
	['model-fault the whole text', '[]'],
	['model-fault the whole text', 'null'],
	['model-fault format', forged(['format'], '1')],
	['model-version model', forged(['format'], 2)],
	['model-fault kind', forged(['kind'], 'eval')],
	['model-fault schema.fields[0].kind', forged(['schema', 'fields', 0, 'kind'], 'code')],
	['model-fault schema.features[1]', forged(['schema', 'features', 1, 'field'], 0)],
	['model-fault schema.features[1]', forged(['schema', 'features', 1, 'field'], 7)],
	['model-fault schema.features[1].field', forged(['schema', 'features', 1, 'field'], -1)],
	['model-fault linear.terms[0].feature', forged(['linear', 'terms', 0, 'feature'], 3)],
	['model-fault linear.terms[0].mean', forged(['linear', 'terms', 0, 'mean'], null)],
	['model-fault linear.terms[0].scale', forged(['linear', 'terms', 0, 'scale'], 0)],
	['model-fault linear.terms[1]', forged(['linear', 'terms', 1, 'index'], 1)],
	['model-fault linear.terms[2]', forged(['linear', 'terms', 2, 'at'], undefined)],
	['model-fault linear.coefficients', forged(['linear', 'coefficients'], [1])],
	['model-fault weights.linear', forged(['linear'], null)],
	['model-fault weights', forged(['weights', 'forest'], 0.9)],
	['model-fault boosted', forged(['boosted', 'nodes'], [0])],
	['model-fault forest', forged(['forest', 'base'], 'x')],
	['model-fault boosted', forged(['boosted'], [])],
	['model-fault reference.fields[0].shares', forged(['reference', 'fields', 0, 'shares'], [1])],
	['model-fault reference.fields[0].shares[0]', forged(['reference', 'fields', 0, 'shares'], [2])],
	['model-fault warnings[0].code', forged(['warnings', 0, 'code'], 'other')],
	['model-fault context', forged(['context'], 'x')],
	['model-size model', `"${'x'.repeat(8_000_001)}"`],
])('a text that is no model of ours is refused: %s', (fault, written) => {
	expect(faultOf(written)).toBe(fault);
});

test('nothing that happens to a model makes reading it throw', () => {
	const paths: (string | number)[][] = [];
	const collect = (value: unknown, path: (string | number)[]): void => {
		if (path.length > 0) paths.push(path);
		if (typeof value !== 'object' || value === null) return;
		for (const key of Object.keys(value)) collect((value as Record<string, unknown>)[key], [...path, key]);
	};
	collect(JSON.parse(text), []);
	const change = fc.constantFrom(undefined, null, -1, 0.5, 1e9, 'x', [], {}, [null], { length: 3 }, true);
	fc.assert(
		fc.property(fc.constantFrom(...paths), change, (path, value) => {
			expect(() => unpackModel(forged(path, value))).not.toThrow();
		}),
		{ numRuns: 1500 },
	);
});
