import fc from 'fast-check';

import type { HealthInput, HealthScore, Override } from '../../../scoring/health/HealthScore';
import {
	FRAMEWORK_SCORECARD,
	ONBOARDING_SCORECARD,
	SUB_SCORE_SCORECARD,
} from '../../../scoring/health/presets';
import type { Scorecard } from '../../../scoring/health/Scorecard';
import { scoreHealth } from '../../../scoring/health/scoreHealth';
import { snapshotScore, type ScoreSnapshot } from '../../../scoring/health/snapshotScore';
import { splitDelta, type DeltaSplit } from '../../../scoring/health/splitDelta';
import { arbitraryInput } from './arbitraryHealthInput';

const CARD: Scorecard = { ...FRAMEWORK_SCORECARD, minCoverage: 0.05 };

function score(input: HealthInput, card: Scorecard): HealthScore {
	const outcome = scoreHealth(input, card);
	if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join());
	return outcome.value;
}

/** As a row keeps it: through JSON. */
function snapshot(input: HealthInput, card: Scorecard = CARD, configHash = card.id): ScoreSnapshot {
	return JSON.parse(
		JSON.stringify(snapshotScore(score(input, card), configHash, card, input)),
	) as ScoreSnapshot;
}

const sum = ({ value, weight, config, data }: DeltaSplit): number =>
	(value ?? NaN) + (weight ?? NaN) + (config ?? NaN) + (data ?? NaN);

const full = (observations: HealthInput['observations']): HealthInput => ({
	accountId: 'a',
	asOfOn: '2024-01-15',
	observations: {
		active_users: 71,
		feature_adoption: 60,
		workflow_volume: 70,
		time_to_value: 30,
		roi_demonstration: 150,
		nps_score: 6,
		integration_status: 'major_successful',
		upgrade_readiness: 'considering',
		...observations,
	},
});

const heavier = (factor: number): Scorecard => ({
	...CARD,
	dimensions: CARD.dimensions.map((dimension, index) =>
		index === 0 ? { ...dimension, weight: dimension.weight * factor } : dimension,
	),
});

const override = fc.option(
	fc.record({
		value: fc.double({ min: 0, max: 100, noNaN: true }),
		reason: fc.constant('Sponsor left'),
		by: fc.constant(null),
		expiresOn: fc.constant('2024-02-01'),
	}),
);

test('the four parts add up to the total, whatever changed', () => {
	const cards = [CARD, heavier(3), { ...SUB_SCORE_SCORECARD, minCoverage: 0 }, ONBOARDING_SCORECARD];
	const state = fc
		.constantFrom(...cards)
		.chain((card) => fc.record({ card: fc.constant(card), input: arbitraryInput(card), byHand: override }));
	fc.assert(
		fc.property(state, state, (before, after) => {
			const previous = snapshot(
				{ ...before.input, override: before.byHand },
				before.card,
				JSON.stringify(before.card),
			);
			const current = snapshot(
				{ ...after.input, override: after.byHand },
				after.card,
				JSON.stringify(after.card),
			);
			const split = splitDelta(previous, current, after.card);
			if (previous.value === null || current.value === null) {
				expect([split.total, split.value, split.data]).toEqual([null, null, null]);
				return;
			}
			expect(split.total).toBeCloseTo(current.value - previous.value, 9);
			expect(Math.abs(sum(split) - (split.total ?? NaN))).toBeLessThanOrEqual(1e-9);
		}),
		{ numRuns: 500 },
	);
});

test('under one scorecard nothing is config or weight, and without lost or new measures nothing is data', () => {
	fc.assert(
		fc.property(arbitraryInput(CARD, 0), arbitraryInput(CARD, 0), (before, after) => {
			const { total, value, weight, config, data } = splitDelta(snapshot(before), snapshot(after), CARD);
			expect([weight, config]).toEqual([0, 0]);
			if (
				before.observations.urgent_ticket_hours === null &&
				after.observations.urgent_ticket_hours === null
			) {
				expect(data).toBeCloseTo(0, 9);
				expect(value).toBeCloseTo(total ?? NaN, 9);
			}
		}),
	);
});

test('the same input and scorecard: nothing changed', () => {
	fc.assert(
		fc.property(arbitraryInput(CARD), (input) => {
			const split = splitDelta(snapshot(input), snapshot(input), CARD);
			if (split.total === null) return;
			for (const part of [split.total, split.value, split.weight, split.config, split.data])
				expect(part).toBeCloseTo(0, 9);
			expect(split.words).toBe('unchanged');
		}),
	);
});

test('a changed value is value, and its measure is named', () => {
	const split = splitDelta(snapshot(full({})), snapshot(full({ active_users: 48 })), CARD);
	expect(split.data).toBe(0);
	expect(split.value).toBeLessThan(-1);
	expect(split.words).toMatch(/^fell [\d.]+: [\d.]+ by values \(active users 71 % -> 48 %\)$/);
});

test('a measure that is no longer known is data', () => {
	const before = full({ nps_score: 10 });
	const { observations } = full({ active_users: 48 });
	const after: HealthInput = { ...before, observations: { ...observations, nps_score: null } };
	const split = splitDelta(snapshot(before), snapshot(after), CARD);
	expect(split.data).toBeLessThan(0);
	expect(split.words).toMatch(
		/^fell 6.8: 4.3 because NPS is no longer known, 2.5 by values \(active users 71 % -> 48 %\)$/,
	);
	const back = splitDelta(snapshot(after), snapshot(before), CARD);
	expect(back.words).toContain('because NPS is newly known');
});

test('other weights alone are weight', () => {
	const split = splitDelta(snapshot(full({})), snapshot(full({}), heavier(3), 'other'), heavier(3));
	expect(split.weight).toBeCloseTo(split.total ?? NaN, 9);
	expect(Math.abs(split.total ?? 0)).toBeGreaterThan(0.1);
	expect(split.value).toBeCloseTo(0, 9);
	expect(split.words).toContain('by changed weights');
});

test('another rubric or a new cap alone is config', () => {
	const rubric: Scorecard = {
		...CARD,
		dimensions: CARD.dimensions.map((dimension) => ({
			...dimension,
			metrics: dimension.metrics.map((metric) =>
				metric.id === 'active_users'
					? {
							...metric,
							rubric: {
								kind: 'anchors',
								anchors: [
									{ value: 0, points: 0 },
									{ value: 200, points: 100 },
								],
							},
						}
					: metric,
			),
		})),
	};
	const stricter = splitDelta(snapshot(full({})), snapshot(full({}), rubric, 'other'), rubric);
	expect(stricter.config).toBeCloseTo(stricter.total ?? NaN, 9);
	expect(stricter.config).toBeLessThan(-1);
	const ticket = full({ urgent_ticket_hours: 30 });
	const capped: Scorecard = { ...CARD, caps: CARD.caps.map((cap) => ({ ...cap, threshold: 24 })) };
	const cap = splitDelta(snapshot(ticket), snapshot(ticket, capped, 'other'), capped);
	expect(cap.config).toBeCloseTo(cap.total ?? NaN, 9);
	expect(cap.words).toContain('by a changed scorecard');
});

test('a ticket that grows old lets a cap bind: that is value', () => {
	const split = splitDelta(
		snapshot(full({ urgent_ticket_hours: 20 })),
		snapshot(full({ urgent_ticket_hours: 60 })),
		CARD,
	);
	expect(split.value).toBeCloseTo(split.total ?? NaN, 9);
	expect(split.total).toBeLessThan(-20);
});

test('a row that kept no cap fields still knows the cap that bound', () => {
	const { capValues: forgotten, ...previous } = snapshot(full({ urgent_ticket_hours: 60 }));
	expect(forgotten).toEqual({ urgent_ticket_hours: 60 });
	const split = splitDelta(previous, snapshot(full({ urgent_ticket_hours: null, nps_score: null })), CARD);
	expect([split.data, split.config]).toEqual([0, 0]);
	expect(split.value).toBeCloseTo(split.total ?? NaN, 9);
	expect(split.total).toBeGreaterThan(20);
});

describe('a manual override', () => {
	const byHand = (value: number): Override => ({
		value,
		reason: 'Sponsor left',
		by: 'Ana',
		expiresOn: '2024-02-01',
	});
	test('appearing is config, and what happened under it keeps its part', () => {
		const after = { ...full({ active_users: 48 }), override: byHand(20) };
		const plain = splitDelta(snapshot(full({})), snapshot(full({ active_users: 48 })), CARD);
		const split = splitDelta(snapshot(full({})), snapshot(after), CARD);
		expect(split.value).toBeCloseTo(plain.value ?? NaN, 9);
		expect(split.config).toBeCloseTo((split.total ?? 0) - (plain.total ?? 0), 9);
		expect(split.words).toContain('by a manual override');
	});
	test('staying hides what happened under it', () => {
		const before = { ...full({}), override: byHand(20) };
		const after = { ...full({ active_users: 48 }), override: byHand(20) };
		expect(splitDelta(snapshot(before), snapshot(after), CARD)).toMatchObject({
			total: 0,
			value: 0,
			config: 0,
		});
	});
});

test('another scorecard without a measure in common is config', () => {
	const other = { ...SUB_SCORE_SCORECARD, minCoverage: 0 };
	const input: HealthInput = {
		accountId: 'a',
		asOfOn: '2024-01-15',
		observations: Object.fromEntries(other.dimensions.map(({ id }) => [id, 40])),
	};
	const split = splitDelta(snapshot(full({})), snapshot(input, other), other);
	expect(split.config).toBe(split.total);
});

test('only a total is known of a history row, and nothing of a first run', () => {
	const bare = { value: 80, scorecardId: null, configHash: null, terms: null };
	const known = splitDelta(bare, snapshot(full({})), CARD);
	expect(known.total).not.toBeNull();
	expect([known.value, known.weight, known.config, known.data]).toEqual([null, null, null, null]);
	expect(splitDelta(null, bare, CARD)).toMatchObject({
		total: null,
		words: 'no earlier score to compare with',
	});
});
