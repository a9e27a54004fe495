import fc from 'fast-check';

import { dayNumber } from '../../../scoring/core/dayNumber';
import { createRandom } from '../../../scoring/learn/createRandom';
import type { ScorePoint } from '../../../scoring/churn/Backtest';
import { ahead, AS_OF, runBacktest, simulateWorld, type World } from './backtestWorld';

const anyWorld = fc
	.record({
		accounts: fc.integer({ min: 1, max: 40 }),
		churnEvery: fc.integer({ min: 1, max: 6 }),
		signal: fc.integer({ min: -30, max: 60 }),
		weeks: fc.integer({ min: 1, max: 30 }),
		seed: fc.integer({ min: 1, max: 1_000_000 }),
	})
	.map(simulateWorld);

const RUNS = { numRuns: 40 };

function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
	const random = createRandom(seed);
	return items
		.map((item) => ({ item, key: random() }))
		.sort((left, right) => left.key - right.key)
		.map(({ item }) => item);
}

test('a score that knows everything reaches AUC 1 and finds every churn', () => {
	const backtest = runBacktest(simulateWorld({ accounts: 200, churnEvery: 5, signal: 41, weeks: 40 }), {
		threshold: 40,
	});
	for (const days of [30, 60, 90, 180]) {
		const result = ahead(backtest, days);
		expect([result.auc, result.recall.value, result.churnedArr.value]).toEqual([1, 1, 1]);
		expect(result.lift10).toBe(5);
	}
	expect(backtest.verdict.code).toBe('strong');
	expect(backtest.greenButChurned).toEqual([]);
});

test('a score without any relation lies around 0.5 and its interval holds 0.5 nine times in ten', () => {
	let held = 0;
	let sum = 0;
	for (let seed = 1; seed <= 60; seed++) {
		const backtest = runBacktest(
			simulateWorld({ accounts: 240, churnEvery: 6, signal: 0, weeks: 14, seed }),
			{ horizons: [90] },
		);
		const { auc, aucLow, aucHigh } = ahead(backtest, 90);
		sum += auc as number;
		if ((aucLow as number) <= 0.5 && (aucHigh as number) >= 0.5) held += 1;
	}
	expect(Math.abs(sum / 60 - 0.5)).toBeLessThan(0.02);
	expect(held).toBeGreaterThanOrEqual(48);
});

test('nothing observed or computed later than 30 days before the outcome changes anything', () => {
	fc.assert(
		fc.property(anyWorld, fc.integer({ min: 0, max: 100 }), (world, value) => {
			const clean = runBacktest(world);
			const last = new Map(world.outcomes.map((row) => [row.account_id, row.occurred_on]));
			const cut = (id: string): number => (dayNumber(last.get(id) ?? AS_OF) as number) - 30;
			const corrupted = world.points.map((point) =>
				(dayNumber(point.as_of_on) as number) > cut(point.account_id) ? { ...point, value } : point,
			);
			const backfilled = world.points.map(
				(point): ScorePoint => ({
					...point,
					value,
					computed_at: `${AS_OF}T12:00:00.000Z`,
				}),
			);
			const late = runBacktest({ ...world, points: [...corrupted, ...backfilled] });
			expect(late.horizons.map((one) => ({ ...one, rejectedRows: 0, unscored: null }))).toEqual(
				clean.horizons.map((one) => ({ ...one, rejectedRows: 0, unscored: null })),
			);
			expect([late.greenButChurned, late.redButRenewed]).toEqual([
				clean.greenButChurned,
				clean.redButRenewed,
			]);
		}),
		RUNS,
	);
});

test('a score on another scale has the same AUC and lift, to the last bit', () => {
	fc.assert(
		fc.property(anyWorld, fc.double({ min: 0.5, max: 500, noNaN: true }), (world, factor) => {
			const scaled = world.points.map((point) => ({
				...point,
				value: factor * Math.floor((point.value as number) * 8) - 1000,
			}));
			const whole = world.points.map((point) => ({
				...point,
				value: Math.floor((point.value as number) * 8),
			}));
			const facts = (points: ScorePoint[]): unknown =>
				runBacktest({ ...world, points }).horizons.map(({ auc, aucLow, aucHigh, lift10 }) => [
					auc,
					aucLow,
					aucHigh,
					lift10,
				]);
			expect(facts(scaled)).toEqual(facts(whole));
		}),
		RUNS,
	);
});

test('turning score and direction round changes no AUC', () => {
	fc.assert(
		fc.property(anyWorld, (world) => {
			const turned = world.points.map((point) => ({ ...point, value: -(point.value as number) }));
			const aucs = (points: ScorePoint[], direction: 'low' | 'high'): unknown =>
				runBacktest({ ...world, points }, { direction }).horizons.map(({ auc }) => auc);
			expect(aucs(turned, 'high')).toEqual(aucs(world.points, 'low'));
		}),
		RUNS,
	);
});

test('the order of the rows does not matter', () => {
	fc.assert(
		fc.property(anyWorld, fc.integer({ min: 1, max: 1_000_000 }), (world, seed) => {
			const mixed: World = {
				points: shuffle(world.points, seed),
				outcomes: shuffle(world.outcomes, seed),
				accounts: shuffle(world.accounts, seed),
			};
			expect(runBacktest(mixed)).toEqual(runBacktest(world));
		}),
		RUNS,
	);
});

test('counts add up and shares lie in their intervals', () => {
	fc.assert(
		fc.property(anyWorld, fc.integer({ min: 0, max: 100 }), (world, threshold) => {
			const backtest = runBacktest(world, { threshold });
			const { cases, greenButChurned, redButRenewed } = backtest;
			expect(cases.churned + cases.renewed + cases.stayed).toBe(cases.all);
			for (const result of backtest.horizons) {
				const { none, tooOld, computedLater } = result.unscored;
				expect(result.n + none + tooOld + computedLater).toBe(cases.all);
				expect(result.bands.reduce((sum, band) => sum + band.rows, 0)).toBe(result.n);
				expect(result.bands.reduce((sum, band) => sum + band.events, 0)).toBe(result.churned);
				for (const { value, low, high } of [result.precision, result.recall, result.churnedArr]) {
					if (value === null || low === null || high === null) continue;
					expect(low).toBeLessThanOrEqual(value + 1e-12);
					expect(high).toBeGreaterThanOrEqual(value - 1e-12);
				}
			}
			const main = ahead(backtest, 90);
			expect(greenButChurned).toHaveLength(main.recall.rows - main.recall.events);
			expect(redButRenewed).toHaveLength(main.precision.rows - main.precision.events);
			expect(main.accuracy.events).toBe(main.n - greenButChurned.length - redButRenewed.length);
		}),
		RUNS,
	);
});
