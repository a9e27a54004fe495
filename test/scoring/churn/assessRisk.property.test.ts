import fc from 'fast-check';

import { assessRisk } from '../../../scoring/churn/assessRisk';
import { badnessOf } from '../../../scoring/churn/badnessOf';
import type { ChurnFacts } from '../../../scoring/churn/ChurnFacts';
import { LEAST_COVERAGE, SIGNAL_RULES } from '../../../scoring/churn/signalRules';

const single = SIGNAL_RULES.filter(({ read }) => read === undefined);
const names = [...new Set(SIGNAL_RULES.flatMap(({ facts }) => facts))];
const anyFact = fc.option(
	fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: -300, max: 800 })),
	{ nil: null, freq: 3 },
);
const anyFacts: fc.Arbitrary<ChurnFacts> = fc.record(
	Object.fromEntries(names.map((name) => [name, anyFact])),
) as fc.Arbitrary<ChurnFacts>;
/** Values at which a signal is as bad as can be, and as good. */
const worst = ({ curve }: (typeof SIGNAL_RULES)[number]): number => {
	const values = curve.filter((_, index) => index % 2 === 0);
	return values.reduce((a, b) => (badnessOf(b, curve) > badnessOf(a, curve) ? b : a));
};

test('the four families weigh 35, 30, 20 and 15', () => {
	const { families } = assessRisk({});
	expect(families.map(({ id, weight }) => [id, weight])).toEqual([
		['usage', 35],
		['relationship', 30],
		['business', 20],
		['organisational', 15],
	]);
	expect(families.every(({ risk, coverage }) => risk === null && coverage === 0)).toBe(true);
});

test('contributions add up to the risk, by signal and by family, and lie within its bounds', () => {
	fc.assert(
		fc.property(anyFacts, (facts) => {
			const result = assessRisk(facts);
			const sum = result.contributions.reduce((total, { points }) => total + points, 0);
			expect(result.coverage >= LEAST_COVERAGE - 1e-9).toBe(result.risk !== null);
			if (result.risk === null) return;
			expect(Math.abs(sum - result.risk)).toBeLessThanOrEqual(1e-9);
			const families = result.families.reduce((total, { contribution }) => total + contribution, 0);
			expect(Math.abs(families - result.risk)).toBeLessThanOrEqual(1e-9);
			expect(result.low).toBeLessThanOrEqual(result.risk + 1e-9);
			expect(result.high).toBeGreaterThanOrEqual(result.risk - 1e-9);
			expect(result.low).toBeGreaterThanOrEqual(0);
			expect(result.high).toBeLessThanOrEqual(100);
		}),
		{ numRuns: 300 },
	);
});

test('a worse value never lowers the risk, signal by signal', () => {
	fc.assert(
		fc.property(
			anyFacts,
			fc.constantFrom(...single),
			fc.double({ min: -3, max: 300, noNaN: true }),
			fc.double({ min: -3, max: 300, noNaN: true }),
			(facts, rule, one, other) => {
				const name = rule.facts[0] as string;
				const [better, worse] =
					badnessOf(one, rule.curve) <= badnessOf(other, rule.curve) ? [one, other] : [other, one];
				const riskAt = (value: number): number => assessRisk({ ...facts, [name]: value }).risk ?? 0;
				expect(riskAt(worse)).toBeGreaterThanOrEqual(riskAt(better) - 1e-9);
			},
		),
		{ numRuns: 300 },
	);
});

test('curves bend one way only', () => {
	for (const { id, curve } of SIGNAL_RULES) {
		const badness = curve.filter((_, index) => index % 2 === 1);
		const rising = badness.every((value, index) => index === 0 || value >= (badness[index - 1] as number));
		const falling = badness.every((value, index) => index === 0 || value <= (badness[index - 1] as number));
		expect([id, rising || falling]).toEqual([id, true]);
		expect([id, Math.min(...badness), Math.max(...badness)]).toEqual([id, 0, 1]);
	}
});

test('a missing fact lowers coverage, and never raises the risk above what it would be at its worst', () => {
	fc.assert(
		fc.property(anyFacts, fc.constantFrom(...single), (facts, rule) => {
			const name = rule.facts[0] as string;
			const without = assessRisk({ ...facts, [name]: null });
			const bad = assessRisk({ ...facts, [name]: worst(rule) });
			expect(without.coverage).toBeLessThan(bad.coverage);
			expect(without.low).toBeLessThanOrEqual(bad.low + 1e-9);
			if (without.risk === null || bad.risk === null) return;
			expect(without.risk).toBeLessThanOrEqual(bad.risk + 1e-9);
		}),
		{ numRuns: 300 },
	);
});

test('too little known is no risk, and says so', () => {
	expect(assessRisk({ usage_change_60d: -0.9 })).toMatchObject({
		risk: null,
		confidence: 'low',
		words: 'No rule risk: only 9 % of the signals known, 30 % are needed',
	});
});

test('every signal says something at every value', () => {
	fc.assert(
		fc.property(anyFacts, (facts) => {
			for (const { words, value } of assessRisk(facts).signals) {
				expect(words).not.toMatch(/undefined|NaN|null/);
				expect(words.endsWith('not observed')).toBe(value === null);
			}
		}),
	);
});
