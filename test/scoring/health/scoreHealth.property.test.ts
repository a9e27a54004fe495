import fc from 'fast-check';

import type { Outcome } from '../../../scoring/core/issue';
import type { HealthInput, HealthScore, Override } from '../../../scoring/health/HealthScore';
import { FRAMEWORK_SCORECARD, SUB_SCORE_SCORECARD } from '../../../scoring/health/presets';
import type { Metric, Scorecard } from '../../../scoring/health/Scorecard';
import { scoreHealth } from '../../../scoring/health/scoreHealth';
import { AS_OF, arbitraryInput, arbitraryValue } from './arbitraryHealthInput';

const CARDS = [FRAMEWORK_SCORECARD, SUB_SCORE_SCORECARD];
const anyCard = fc.constantFrom(...CARDS);
const cardAndInput = anyCard.chain((card) => fc.tuple(fc.constant(card), arbitraryInput(card)));
const metricsOf = (card: Scorecard): readonly Metric[] =>
	card.dimensions.flatMap((dimension) => dimension.metrics);

function unwrap(outcome: Outcome<HealthScore>): HealthScore {
	if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join());
	return outcome.value;
}

const total = (score: HealthScore): number =>
	score.contributions.reduce((sum, term) => sum + term.contribution, 0);

const override: fc.Arbitrary<Override | null> = fc.option(
	fc.record({
		value: fc.double({ min: 0, max: 100, noNaN: true }),
		reason: fc.constant('Sponsor left'),
		by: fc.constant(null),
		expiresOn: fc.constantFrom('2024-01-14', '2024-01-15', '2024-03-01'),
	}),
);

test('the score lies from 0 to 100, inside its bounds, and its terms add up to it', () => {
	fc.assert(
		fc.property(cardAndInput, override, ([card, input], byHand) => {
			const score = unwrap(scoreHealth({ ...input, override: byHand }, card));
			expect(score.low).toBeGreaterThanOrEqual(0);
			expect(score.high).toBeLessThanOrEqual(100);
			if (score.value === null) return;
			expect(Math.abs(total(score) - score.value)).toBeLessThanOrEqual(1e-9);
			expect(score.low).toBeLessThanOrEqual(score.value);
			expect(score.high).toBeGreaterThanOrEqual(score.value);
		}),
		{ numRuns: 500 },
	);
});

test('losses are never negative and explain what is missing to 100', () => {
	fc.assert(
		fc.property(cardAndInput, ([card, input]) => {
			const score = unwrap(scoreHealth(input, card));
			expect(score.contributions.every((term) => term.lost >= -1e-9)).toBe(true);
			if (score.value === null) return;
			const lost = score.contributions.reduce((sum, term) => sum + term.lost, 0);
			expect(100 - lost).toBeCloseTo(score.value, 9);
		}),
	);
});

test('a better input never lowers the score', () => {
	const improvement = anyCard.chain((card) =>
		fc.constantFrom(...metricsOf(card)).chain((metric) =>
			fc.record({
				card: fc.constant(card),
				metric: fc.constant(metric),
				input: arbitraryInput(card),
				values: fc.tuple(arbitraryValue(metric), arbitraryValue(metric)),
			}),
		),
	);
	fc.assert(
		fc.property(improvement, ({ card, metric, input, values }) => {
			const { rubric } = metric;
			const rank = (value: number | string): number => {
				if (rubric.kind === 'anchors')
					return metric.direction === 'higher_is_better' ? Number(value) : -Number(value);
				return rubric.categories.find((category) => category.value === value)?.points ?? 0;
			};
			const [worse, better] = [...values].sort((left, right) => rank(left) - rank(right)) as [number, number];
			const scored = (value: number): HealthScore =>
				unwrap(scoreHealth({ ...input, observations: { ...input.observations, [metric.id]: value } }, card));
			const [low, high] = [scored(worse), scored(better)];
			expect(total(high)).toBeGreaterThanOrEqual(total(low) - 1e-9);
			expect(high.low).toBeGreaterThanOrEqual(low.low - 1e-9);
		}),
		{ numRuns: 500 },
	);
});

test('only ratios of weights matter, and the order of dimensions and metrics does not', () => {
	fc.assert(
		fc.property(cardAndInput, fc.double({ min: 0.01, max: 500, noNaN: true }), ([card, input], factor) => {
			const changed: Scorecard = {
				...card,
				dimensions: [...card.dimensions].reverse().map((dimension) => ({
					...dimension,
					weight: dimension.weight * factor,
					metrics: [...dimension.metrics]
						.reverse()
						.map((metric) => ({ ...metric, weight: metric.weight * factor })),
				})),
			};
			const [before, after] = [unwrap(scoreHealth(input, card)), unwrap(scoreHealth(input, changed))];
			expect(total(after)).toBeCloseTo(total(before), 9);
			expect(after.coverage).toBeCloseTo(before.coverage, 9);
			expect([after.low, after.high].map((bound) => bound.toFixed(6))).toEqual(
				[before.low, before.high].map((bound) => bound.toFixed(6)),
			);
		}),
	);
});

test('null is the same as left out, and is not 0', () => {
	fc.assert(
		fc.property(cardAndInput, ([card, input]) => {
			const present = Object.entries(input.observations).filter(([, value]) => value !== null);
			const without: HealthInput = { ...input, observations: Object.fromEntries(present) };
			expect(scoreHealth(without, card)).toEqual(scoreHealth(input, card));
		}),
	);
	const good = { active_users: 90, feature_adoption: 90, workflow_volume: 90, time_to_value: 20 };
	const score = (observations: HealthInput['observations']): number =>
		total(unwrap(scoreHealth({ accountId: 'a', asOfOn: AS_OF, observations }, FRAMEWORK_SCORECARD)));
	expect(score({ ...good, nps_score: null })).toBe(score(good));
	expect(score({ ...good, nps_score: 0 })).toBeLessThan(score(good) - 10);
});

test('adding the missing data lands inside the bounds', () => {
	const completed = anyCard.chain((card) =>
		fc.record({ card: fc.constant(card), input: arbitraryInput(card), rest: arbitraryInput(card, 0) }),
	);
	fc.assert(
		fc.property(completed, ({ card, input, rest }) => {
			const observations: Record<string, HealthInput['observations'][string]> = { ...input.observations };
			for (const { id } of metricsOf(card)) observations[id] ??= rest.observations[id] ?? null;
			const partial = unwrap(scoreHealth(input, card));
			const full = unwrap(scoreHealth({ ...input, observations }, card));
			expect(full.coverage).toBe(1);
			expect(full.low).toBe(full.high);
			expect(full.value).toBeGreaterThanOrEqual(partial.low - 1e-9);
			expect(full.value).toBeLessThanOrEqual(partial.high + 1e-9);
			const bands = card.bands.map((band) => band.id);
			const moved = Math.abs(bands.indexOf(full.band ?? '') - bands.indexOf(partial.band ?? ''));
			if (partial.confidence === 'high') expect(moved).toBe(0);
			if (partial.confidence === 'medium') expect(moved).toBeLessThanOrEqual(1);
		}),
		{ numRuns: 500 },
	);
});

test('what the next band asks for reaches it', () => {
	fc.assert(
		fc.property(cardAndInput, ([card, input]) => {
			const { nextBand } = unwrap(scoreHealth(input, card));
			if (nextBand === null || nextBand.metricId === null) return;
			const observations = { ...input.observations, [nextBand.metricId]: nextBand.to };
			const after = unwrap(scoreHealth({ ...input, observations }, card));
			const bands = card.bands.map((band) => band.id);
			expect(bands.indexOf(after.band ?? '')).toBeLessThanOrEqual(bands.indexOf(nextBand.band));
		}),
		{ numRuns: 500 },
	);
});
