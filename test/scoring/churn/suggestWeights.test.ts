import fc from 'fast-check';

import { fitWeights } from '../../../scoring/churn/fitWeights';
import { readComponents } from '../../../scoring/churn/readComponents';
import { readScorePoints } from '../../../scoring/churn/readScorePoints';
import { roundWeights } from '../../../scoring/churn/roundWeights';
import { suggestWeights } from '../../../scoring/churn/suggestWeights';
import type { WeightAdvice, WeightRow } from '../../../scoring/churn/WeightAdvice';
import { weighRisk } from '../../../scoring/churn/weighRisk';
import { weightRows } from '../../../scoring/churn/weightRows';
import { compareAucs } from '../../../scoring/learn/compareAucs';
import { createRandom } from '../../../scoring/learn/createRandom';
import { finishSteps } from '../learn/finishSteps';
import { runBacktest } from './backtestWorld';

const EQUAL = { usage: 25, support: 25, sentiment: 25, billing: 25 };

/** Accounts whose churn depends on usage alone, as strongly as `pull` says; every tenth sentiment is unknown. */
function simulateRows(accounts: number, pull: number, seed: number): WeightRow[] {
	const random = createRandom(seed);
	return Array.from({ length: accounts }, () => {
		const [usage, support, sentiment, billing] = [random(), random(), random(), random()] as const;
		const churned = random() < 1 / (1 + Math.exp(1.4 + pull * (usage - 0.5)));
		return {
			components: {
				usage: 100 * usage,
				support: 100 * support,
				sentiment: random() < 0.1 ? null : 100 * sentiment,
				billing: 100 * billing,
			},
			churned,
		};
	});
}

const advise = (rows: WeightRow[], current: Record<string, number> = EQUAL, seed = 1): WeightAdvice =>
	finishSteps(suggestWeights(rows, current, { seed }));

test('weights that miss what matters: more of it is suggested, and the gain holds on new accounts', () => {
	const advice = advise(simulateRows(600, 6, 1));
	expect(advice.status).toBe('change');
	const usage = advice.weights?.find(({ component }) => component === 'usage');
	expect(usage?.suggested).toBeGreaterThan(50);
	expect(advice.weights?.reduce((sum, { suggested }) => sum + suggested, 0)).toBe(100);
	expect(advice.text).toMatch(/usage from 25 to \d+/);

	const suggested = Object.fromEntries((advice.weights ?? []).map((one) => [one.component, one.suggested]));
	const parts = readComponents(simulateRows(4000, 6, 2), suggested);
	const auc = (weights: readonly number[]): number => {
		const risk = weighRisk(parts, weights);
		return compareAucs(risk, risk, parts.labels)?.first as number;
	};
	const [before, after] = [auc([1, 1, 1, 1]), auc(parts.current)];
	expect(Math.abs(after - before - (advice.gain as number))).toBeLessThan(
		3 * (advice.standardError as number),
	);
	expect(after).toBeGreaterThan(before);
});

test('right weights are left alone, and where nothing tells churn a change is rarely suggested', () => {
	const right = { usage: 100, support: 0, sentiment: 0, billing: 0 };
	expect(advise(simulateRows(600, 6, 3), right)).toMatchObject({ status: 'no-change', weights: null });
	const changes = Array.from({ length: 25 }, (_, seed) => advise(simulateRows(150, 0, 100 + seed)).status);
	expect(changes.filter((status) => status === 'change').length).toBeLessThanOrEqual(3);
});

test('under 30 outcomes, or under ten of a kind, there is no suggestion', () => {
	const row = (churned: boolean): WeightRow => ({
		churned,
		components: { usage: churned ? 10 : 90, support: 50 },
	});
	const rows = (left: number, kept: number): WeightRow[] =>
		Array.from({ length: left + kept }, (_, index) => row(index < left));
	for (const [left, kept] of [
		[0, 0],
		[14, 15],
		[9, 100],
		[100, 9],
	] as const) {
		const advice = advise(rows(left, kept), { usage: 50, support: 50 });
		expect(advice).toMatchObject({ status: 'not-enough-outcomes', weights: null, gain: null });
		expect(advice.text).toContain(`${left + kept} accounts`);
	}
});

test('one component that can be judged gives no choice, and it is said why', () => {
	const rows = simulateRows(100, 6, 4).map(({ churned, components }) => ({
		churned,
		components: { usage: components.usage ?? null, support: 50, billing: null },
	}));
	const advice = advise(rows);
	expect([advice.status, advice.weights]).toEqual(['no-change', null]);
	expect(advice.text).toContain('fewer than two components');
});

test('a component that was never observed keeps its weight', () => {
	const rows = simulateRows(600, 6, 1).map(({ churned, components }) => ({
		churned,
		components: { ...components, billing: null },
	}));
	const advice = advise(rows, { usage: 10, support: 30, sentiment: 40, billing: 20 });
	expect(advice.weights?.find(({ component }) => component === 'billing')).toEqual({
		component: 'billing',
		current: 20,
		suggested: 20,
		coverage: 0,
	});
});

test('same seed, same advice; it stops between folds', () => {
	const rows = simulateRows(100, 4, 5);
	expect(advise(rows)).toEqual(advise(rows));
	let steps = 0;
	finishSteps(suggestWeights(rows, EQUAL, { seed: 1 }), (taken) => (steps = taken));
	expect(steps).toBeGreaterThan(20);
});

test('fitted weights are never negative: a component that works the wrong way gets none', () => {
	const rows = simulateRows(500, 5, 6);
	const column = (name: string): Float64Array =>
		Float64Array.from(rows, ({ components }) => (components[name] ?? 50) / 100);
	const turned = column('usage').map(
		(points, row) => 0.7 * (1 - points) + 0.3 * (column('support')[row] as number),
	);
	const labels = Uint8Array.from(rows, ({ churned }) => (churned ? 1 : 0));
	const all = Int32Array.from(rows.keys());
	expect(finishSteps(fitWeights({ columns: [column('usage'), turned], labels }, all))).toEqual([1, 0]);
	expect(finishSteps(fitWeights({ columns: [turned], labels }, all))).toBeNull();
});

test('an unknown component is left out and the others weigh more', () => {
	const rows = [
		{ churned: true, components: { a: 80, b: null } },
		{ churned: false, components: { a: 80, b: 40 } },
		{ churned: false, components: {} },
	];
	const risk = [...weighRisk(readComponents(rows, { a: 3, b: 1 }), [0.75, 0.25])];
	expect(risk.map((one) => one.toFixed(9))).toEqual(['-0.800000000', '-0.700000000', '-0.750000000']);
});

test('rounded weights sum to 100 and lie within one point of the exact ones', () => {
	fc.assert(
		fc.property(
			fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 12 }),
			(shares) => {
				const sum = shares.reduce((total, share) => total + share, 0);
				fc.pre(sum > 1e-6);
				const rounded = roundWeights(shares);
				expect(rounded.reduce((total, share) => total + share, 0)).toBe(100);
				rounded.forEach((share, index) => {
					expect(Math.abs(share - (100 * (shares[index] as number)) / sum)).toBeLessThan(1 + 1e-6);
				});
			},
		),
	);
});

test('components come from columns or from rows of the parts, as known at the horizon', () => {
	const usage = { score: 'health.usage', account_id: 'A', as_of_on: '2024-06-01' };
	const rows = [
		{ score: 'health', account_id: 'A', as_of_on: '2024-06-01', value: 40, tickets: '30' },
		{ ...usage, value: 15, computed_at: '2024-06-01T04:00:00Z' },
		{ ...usage, value: 20, computed_at: '2024-06-01T23:59:59Z' },
		{ score: 'health.usage', account_id: 'A', as_of_on: '2024-08-31', value: 1 },
		{ ...usage, value: 99, computed_at: '2024-06-02T00:00:00Z' },
		{ score: 'churn', account_id: 'A', as_of_on: '2024-06-01', value: 90 },
		{ score: 'health', account_id: '', as_of_on: '2024-06-01', value: 90 },
	];
	const { points, skipped } = readScorePoints(rows, { scoreName: 'health', components: ['tickets'] });
	expect(skipped).toEqual({ otherScore: 1, scoreWithoutAccount: 1 });
	const outcomes = [{ account_id: 'A', kind: 'churned', occurred_on: '2024-09-01' }];
	expect(weightRows(runBacktest({ points: [...points], outcomes, accounts: [] }))).toEqual([
		{ churned: true, components: { tickets: 30, usage: 20 } },
	]);
});
