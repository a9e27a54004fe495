import { HEALTH_PRESETS } from '../../../scoring/health/presets';
import type { HealthInput } from '../../../scoring/health/HealthScore';
import { scoreHealth } from '../../../scoring/health/scoreHealth';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
interface GoldenInput {
	about: string;
	cases: { scorecard: string; input: HealthInput }[];
}
interface GoldenOutput {
	cases: Json[];
}

const { readdirSync, readFileSync } = jest.requireActual<{
	readdirSync(path: string): string[];
	readFileSync(path: string, encoding: 'utf8'): string;
}>('fs');
const { dirname, join } = jest.requireActual<{
	dirname(path: string): string;
	join(...parts: string[]): string;
}>('path');

const INPUTS = dirname(require.resolve('../../golden/health/in/acme-dimensions.json'));
const read = <Content>(folder: string, name: string): Content =>
	JSON.parse(readFileSync(join(INPUTS, '..', folder, name), 'utf8')) as Content;

const cases = readdirSync(INPUTS).flatMap((name) => {
	const { about, cases: inputs } = read<GoldenInput>('in', name);
	const { cases: outputs } = read<GoldenOutput>('out', name);
	return inputs.map((given, index) => ({ name, index, about, ...given, expected: outputs[index] as Json }));
});

/** The expected part with every number that agrees within 1e-9 taken over, so that a plain comparison shows the rest. */
function adopt(expected: Json, actual: Json): Json {
	if (typeof expected === 'number' && typeof actual === 'number') {
		return Math.abs(expected - actual) <= 1e-9 ? actual : expected;
	}
	if (Array.isArray(expected)) {
		return expected.map((part, index) => adopt(part, Array.isArray(actual) ? (actual[index] ?? null) : null));
	}
	if (expected === null || typeof expected !== 'object') return expected;
	const source = actual !== null && typeof actual === 'object' && !Array.isArray(actual) ? actual : {};
	return Object.fromEntries(
		Object.entries(expected).map(([key, part]) => [key, adopt(part, source[key] ?? null)]),
	);
}

test.each(cases)('$name #$index: $about', ({ scorecard, input, expected }) => {
	const card = HEALTH_PRESETS[scorecard];
	if (card === undefined) throw new Error(`No preset ${scorecard}`);
	const outcome = scoreHealth(input, card);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
	const actual = JSON.parse(JSON.stringify(outcome.value)) as { [name: string]: Json };
	expect(actual).toMatchObject(adopt(expected, actual) as object);
});
