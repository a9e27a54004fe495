import fc from 'fast-check';

import { compareScorecards, type ScorecardComparison } from '../../../scoring/health/compareScorecards';
import type { HealthInput } from '../../../scoring/health/HealthScore';
import { FRAMEWORK_SCORECARD } from '../../../scoring/health/presets';
import type { Scorecard } from '../../../scoring/health/Scorecard';
import { scoreHealth } from '../../../scoring/health/scoreHealth';
import { arbitraryInput } from './arbitraryHealthInput';

const CARD: Scorecard = { ...FRAMEWORK_SCORECARD, lifecycle: [] };
const usageOnly: Scorecard = {
	...CARD,
	id: 'usage_first',
	dimensions: CARD.dimensions.map((dimension, index) => ({
		...dimension,
		weight: index === 0 ? 0.9 : 0.025,
	})),
};
const dimensions = (usage: number, others: number): HealthInput['observations'] =>
	Object.fromEntries(CARD.dimensions.map(({ id }, index) => [id, index === 0 ? usage : others]));
const day = (accountId: string, asOfOn: string, usage: number, others: number): HealthInput => ({
	accountId,
	asOfOn,
	observations: dimensions(usage, others),
});

function compare(...parameters: Parameters<typeof compareScorecards>): ScorecardComparison {
	const outcome = compareScorecards(...parameters);
	if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join());
	return outcome.value;
}

const HISTORY = [
	day('west', '2024-01-15', 40, 90),
	day('west', '2024-01-14', 90, 90),
	day('same', '2024-01-15', 80, 80),
	day('east', '2024-01-15', 95, 60),
	{ accountId: 'blind', asOfOn: '2024-01-15', observations: {} },
];

test('who changes band, from what to what, with how much ARR', () => {
	const arr = {
		west: { arrMinor: 500, currency: 'EUR' },
		east: { arrMinor: 700, currency: 'USD' },
		same: { arrMinor: 900, currency: 'USD' },
	};
	const found = compare(HISTORY, CARD, usageOnly, { arr });
	expect(found.changes.map(({ accountId, from, to }) => [accountId, from, to])).toEqual([
		['west', 'good', 'poor'],
		['east', 'good', 'excellent'],
	]);
	expect(found.arrChanging).toMatchObject({ byCurrency: { EUR: 500, USD: 700 }, unknown: 0 });
	expect(found).toMatchObject({ accounts: 4, compared: 4, daysOfOtherBand: 0.5 });
	expect(found.a).toMatchObject({
		scorecardId: CARD.id,
		scored: 3,
		insufficient: 1,
		bands: { excellent: 0, good: 3, fair: 0, poor: 0 },
	});
	expect(found.b.bands).toEqual({ excellent: 1, good: 1, fair: 0, poor: 1 });
	expect(found.rankCorrelation).toBeLessThan(1);
});

test('ARR that is not known is counted as unknown', () => {
	const found = compare(HISTORY, CARD, usageOnly);
	expect(found.arrChanging.unknown).toBe(2);
});

test('a scorecard against itself changes nothing, and its values are those of scoreHealth', () => {
	fc.assert(
		fc.property(fc.array(arbitraryInput(CARD), { minLength: 1, maxLength: 20 }), (inputs) => {
			const accounts = inputs.map((input, index) => ({ ...input, accountId: `a${index}` }));
			const found = compare(accounts, CARD, CARD);
			expect(found.changes).toEqual([]);
			expect(found.meanShift ?? 0).toBe(0);
			const values = accounts.flatMap((input) => {
				const outcome = scoreHealth(input, CARD);
				return outcome.ok ? (outcome.value.value ?? []) : [];
			});
			expect(found.a.scored).toBe(values.length);
			if (values.length === 0) expect(found.a.mean).toBeNull();
			else expect(found.a.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
		}),
	);
});

test('turning round changes the sign', () => {
	const [there, back] = [compare(HISTORY, CARD, usageOnly), compare(HISTORY, usageOnly, CARD)];
	expect(there.meanShift).toBeCloseTo(-(back.meanShift ?? NaN), 9);
	expect(there.changes.map(({ from, to }) => [to, from])).toEqual(
		back.changes.map(({ from, to }) => [from, to]),
	);
});

test('losing the score is a change of band', () => {
	const input: HealthInput = {
		accountId: 'a',
		asOfOn: '2024-01-15',
		observations: { product_usage: 80, business_value: 80 },
	};
	const found = compare([input], CARD, { ...CARD, minCoverage: 0.9 });
	expect(found.changes).toMatchObject([{ from: 'good', to: null, toValue: null }]);
	expect(found).toMatchObject({ compared: 0, meanShift: null, daysOfOtherBand: null, rankCorrelation: null });
});

test('lifecycle rules choose the scorecard here too', () => {
	const young: HealthInput = { ...day('young', '2024-01-15', 80, 80), startedOn: '2024-01-01' };
	const ruled: Scorecard = { ...CARD, lifecycle: [{ untilDays: 90, scorecardId: 'new' }] };
	const strict: Scorecard = {
		...CARD,
		id: 'new',
		minCoverage: 0,
		caps: [{ id: 'all', label: 'All', field: 'product_usage', operator: 'above', threshold: 0, cap: 30 }],
	};
	const found = compare([young], CARD, ruled, { alternatives: { new: strict } });
	expect(found.changes).toMatchObject([{ from: 'good', to: 'poor', toValue: 30 }]);
});

test('a faulty scorecard is named', () => {
	const outcome = compareScorecards(HISTORY, CARD, { ...CARD, bands: [] });
	expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.path)).toEqual(['b.bands']);
});
