import fc from 'fast-check';

import { noteSnapshots } from '../../../scoring/churn/noteSnapshots';
import { confidenceOf } from '../../../scoring/churn/confidenceOf';
import { FACT_LABELS } from '../../../scoring/churn/factLabels';
import { wordFact } from '../../../scoring/churn/wordFact';
import { wordReasons } from '../../../scoring/churn/wordReasons';
import type { Metrics } from '../../../scoring/learn/Metrics';

const contribution = fc.record({
	field: fc.constantFrom(...Object.keys(FACT_LABELS), 'some_column', 'tier'),
	value: fc.option(fc.oneof(fc.double({ min: -5, max: 500, noNaN: true }), fc.constant('x'), fc.boolean())),
	logOdds: fc.double({ min: -2, max: 2, noNaN: true }),
});

test('reasons follow each other from the base to the probability, largest first', () => {
	fc.assert(
		fc.property(fc.array(contribution, { maxLength: 8 }), (contributions) => {
			const base = -2;
			const logOdds = contributions.reduce((sum, one) => sum + one.logOdds, base);
			const reasons = wordReasons({ base, logOdds, contributions }, {}, 20);
			reasons.forEach((reason, index) => {
				expect(reason.direction).toBe(reason.logOdds > 0 ? 'raises' : 'lowers');
				expect(reason.to > reason.from).toBe(reason.logOdds > 0);
				expect(reason.words).toMatch(/: (raises|lowers) the risk from .* to .*%$/);
				expect(reason.words).not.toMatch(/undefined|NaN/);
				const before = reasons[index - 1];
				if (before === undefined) return;
				expect(reason.from).toBe(before.to);
				expect(Math.abs(reason.logOdds)).toBeLessThanOrEqual(Math.abs(before.logOdds));
			});
			if (reasons.length !== contributions.length || reasons.length === 0) return;
			expect(reasons.at(-1)?.to).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 9);
		}),
	);
});

test('the limit holds, and what hardly matters is not said', () => {
	const contributions = [0.5, -1, 0.01, 0.2].map((logOdds, index) => ({
		field: `column_${index}`,
		value: index,
		logOdds,
	}));
	const explanation = { base: -2, logOdds: -2.29, contributions };
	expect(wordReasons(explanation, {}, 2).map(({ field }) => field)).toEqual(['column_1', 'column_0']);
	expect(wordReasons(explanation, {})).toHaveLength(3);
	expect(wordReasons(explanation, {}, 0)).toEqual([]);
});

test.each([
	['usage_change_60d', -0.67, 'Usage fell 67 % in 60 days'],
	['licence_use_share', 0.25, 'Share of licences in use is 25 %'],
	['licence_use_share_change', -0.05, 'Share of licences in use fell by 5 points against the quarter before'],
	['days_to_end', 127, 'Time to the end of the contract is 127 days'],
	['days_to_end', 400, 'Time to the end of the contract is 400 days or more'],
	['usage_change_60d', 2, 'Usage rose 200 % or more in 60 days'],
	['weeks_without_use', 12, 'Time without any use: 12 weeks or more'],
	['days_to_end', -3, 'Time to the end of the contract is past by 3 days'],
	['champion_unreplaced', 1, 'The champion left and was not replaced'],
	['renewal_signed', 0, 'The next term is not signed'],
	['nps', 6.25, 'NPS score is 6.3 of 10'],
	['nps_change', 0, 'NPS score is unchanged against the half-year before'],
	['resolution_hours', 1, 'Time to solve a ticket is 1 hour'],
	['open_tickets', 3, 'Open tickets: 3'],
	['weeks_without_use', 2, 'Time without any use: 2 weeks'],
	['plan_tier', 'starter', 'Plan tier is "starter"'],
	['is_trial', true, 'Is trial is yes'],
	['score', 3, 'Score is 3'],
	['nps', null, 'NPS score is not known'],
] as const)('%s %s: %s', (field, value, words) => {
	expect(wordFact(field, value)).toBe(words);
});

describe('confidence', () => {
	const metrics: Metrics = {
		rows: 1000,
		events: 80,
		auc: 0.85,
		aucLow: 0.8,
		aucHigh: 0.9,
		prAuc: 0.3,
		logLoss: 0.1,
		brier: 0.02,
		ece: 0.01,
		lift10: 5,
		baseLogLoss: 0.2,
	};
	const sound = { metrics, weakSignal: false, coverage: 0.9, drift: 0.05, ageDays: 5 };

	test('is high without a doubt, medium with one, low with two or a grave one', () => {
		expect(confidenceOf(sound)).toEqual({ confidence: 'high', doubts: [] });
		expect(confidenceOf({ ...sound, drift: 0.3 }).confidence).toBe('medium');
		expect(confidenceOf({ ...sound, ageDays: 91 }).doubts).toEqual(['the model is 91 days old']);
		expect(confidenceOf({ ...sound, coverage: 0.7 }).confidence).toBe('medium');
		expect(confidenceOf({ ...sound, drift: 0.3, ageDays: 91 }).confidence).toBe('low');
		expect(confidenceOf({ ...sound, coverage: 0.4 }).confidence).toBe('low');
		expect(confidenceOf({ ...sound, weakSignal: true }).confidence).toBe('low');
		expect(confidenceOf({ ...sound, metrics: null }).doubts[0]).toMatch(/rule-based/);
		expect(confidenceOf({ ...sound, metrics: { ...metrics, events: 12, aucLow: 0.6 } })).toMatchObject({
			confidence: 'low',
			doubts: ['only 12 churns to learn from', 'the model tells churned from kept only roughly'],
		});
	});
});

test('one thing is counted as one, several as several', () => {
	const said = (gone: number, events: number) =>
		noteSnapshots(
			{
				rows: Array.from({ length: events + 1 }),
				events,
				skipped: { 'gone-without-outcome': gone },
			} as never,
			90,
		).map(({ message }) => message);
	expect(said(1, 1)).toEqual([
		'Only 1 of 2 snapshots was followed by a churn',
		'1 snapshot of accounts that are marked as deleted or churned was left out: no outcome says when they left',
	]);
	expect(said(2, 0)[0]).toBe('Only 0 of 1 snapshot were followed by a churn');
	expect(said(2, 0)[1]).toMatch(/^2 snapshots of .* were left out/);
});

test('payment is said before, on or after the due day', () => {
	const words = [-12.2, -1, 0, 8].map((days) => wordFact('payment_delay_days', days));
	expect(words).toEqual([
		'Pays 12.2 days before the due day',
		'Pays 1 day before the due day',
		'Pays on the due day',
		'Pays 8 days after the due day',
	]);
});
