import fc from 'fast-check';

import { assessReadiness } from '../../../scoring/expansion/assessReadiness';
import { championStrength } from '../../../scoring/expansion/championStrength';
import { chooseStage } from '../../../scoring/expansion/chooseStage';
import { estimateProbability } from '../../../scoring/expansion/estimateProbability';
import { findBaseRate } from '../../../scoring/expansion/findBaseRate';
import { findBlockers } from '../../../scoring/expansion/findBlockers';
import { judgePropensity } from '../../../scoring/expansion/judgePropensity';
import { planSteps } from '../../../scoring/expansion/planSteps';
import { READINESS_RULES } from '../../../scoring/expansion/readinessRules';

describe('readiness', () => {
	test('is measured per dimension; what is not observed is left out', () => {
		const found = assessReadiness(
			{ champion_strength: 'strong', decision_makers: 2, nps_score: 8 },
			READINESS_RULES,
		);
		expect(found.dimensions.stakeholder.value).toBe(87.5);
		expect(found.dimensions.competitive.value).toBe(80);
		expect(found.dimensions.technical.value).toBeNull();
		expect(found).toMatchObject({ mean: 83.75, confidence: 84, coverage: 0.5 });
		expect(assessReadiness({}, READINESS_RULES)).toMatchObject({ mean: null, confidence: null, coverage: 0 });
	});

	test('a word nobody knows and a judgement out of range are not used', () => {
		const facts = { champion_strength: 'sort of', readiness_technical: 120, readiness_competitive: 'high' };
		expect(assessReadiness(facts, READINESS_RULES).coverage).toBe(0);
	});

	test('stays between 0 and 100 and does not fall when a better value comes in', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 99 }),
				fc.double({ min: 0, max: 10, noNaN: true }),
				(share, nps) => {
					const at = (meeting_attendance_rate: number) =>
						assessReadiness({ meeting_attendance_rate, nps_score: nps }, READINESS_RULES).mean ?? Number.NaN;
					expect(at(share + 1)).toBeGreaterThan(at(share));
					expect(at(share)).toBeGreaterThanOrEqual(0);
					expect(at(share)).toBeLessThanOrEqual(100);
				},
			),
		);
	});

	test('champions', () => {
		const strength = (contacts: Record<string, unknown>[]) => championStrength(contacts, [], '2026-01-20');
		expect(strength([])).toBeNull();
		expect(strength([{ role: 'user' }])).toBe('none');
		expect(strength([{ role: 'champion' }])).toBe('weak');
		expect(strength([{ role: 'champion', last_contact_at: '2025-11-20' }])).toBe('moderate');
		expect(strength([{ role: 'champion', title: 'CFO' }])).toBe('executive');
		expect(strength([{ role: 'user' }, { role: 'champion', left_on: '2026-01-01' }])).toBe('none');
		const talks = [{ contact_id: 'c', occurred_at: '2026-01-15' }];
		expect(championStrength([{ contact_id: 'c', role: 'champion' }], talks, '2026-01-20')).toBe('strong');
	});
});

describe('base rate', () => {
	test('documented by tier, by pattern, drawn to own results', () => {
		expect(findBaseRate('upsell', 'enterprise', [], {}, null).rate).toBe(0.35);
		expect(findBaseRate('upsell', null, [], {}, null).rate).toBe(0.22);
		expect(findBaseRate('upgrade', 'professional', [], {}, null).rate).toBe(0.25);
		const both = { session_minutes: 34, advanced_feature_usage: 78 };
		expect(findBaseRate('upsell', null, ['api_growth', 'data_growth'], both, null).rate).toBeCloseTo(
			0.925,
			9,
		);
		expect(findBaseRate('upsell', null, ['api_growth'], {}, null).rate).toBe(0.22);
		const own = findBaseRate('upsell', 'starter', [], {}, { won: 90, closed: 90 });
		expect(own.rate).toBeCloseTo(0.92, 9);
		expect(own.words).toContain('90 of 90 own won');
	});
});

describe('probability', () => {
	test('rises with readiness; what is unknown counts as neither ready nor not', () => {
		const base = { rate: 0.4, words: '' };
		const at = (mean: number | null, coverage: number) =>
			estimateProbability(base, { mean, coverage }, null, 1).value;
		expect(at(90, 1)).toBeCloseTo(0.36, 9);
		expect(at(90, 0.5)).toBeCloseTo(0.28, 9);
		expect(at(null, 0)).toBeCloseTo(0.2, 9);
		expect(at(0, 1)).toBe(0.01);
		expect(estimateProbability(base, { mean: 90, coverage: 1 }, 1, 1)).toMatchObject({
			value: 0.99,
			low: null,
			high: null,
		});
	});

	test('a model is used only where its log-loss on unseen rows beats the base rate, and it says which', () => {
		const metrics = { logLoss: 0.41, baseLogLoss: 0.47 };
		const model = { modelId: 'expansion-1', label: 'expanded', events: 90, metrics, weak: false };
		expect(judgePropensity(model)).toEqual({
			aboutGrowth: true,
			useModel: true,
			words:
				'The trained model is used (expansion-1): its log-loss on unseen rows is 0.4100, that of the base rate 0.4700.',
		});
		for (const [worse, why] of [
			[{ ...model, metrics: { ...metrics, logLoss: 0.47 } }, 'expansion-1 is no better'],
			[{ ...model, metrics: { ...metrics, logLoss: 0.6 } }, 'expansion-1 is no better'],
			[{ ...model, metrics: { ...metrics, logLoss: null } }, 'expansion-1 was not measured'],
			[{ ...model, metrics: { ...metrics, baseLogLoss: null } }, 'expansion-1 was not measured'],
			[{ ...model, metrics: null }, 'expansion-1 was not measured'],
			[{ ...model, events: 19 }, 'expansion-1 saw 19 expansions, 20 are needed'],
			[{ ...model, weak: true }, 'no more than chance'],
			[{ ...model, label: 'churned' }, 'predicts churned, not expansion'],
			[{ ...model, label: null, modelId: 'churn-1' }, 'predicts something else, not expansion'],
			[null, 'there is no trained model'],
		] as const) {
			const verdict = judgePropensity(worse);
			expect(verdict.useModel).toBe(false);
			expect(verdict.words).toMatch(/^Base rates are used: /);
			expect(verdict.words).toContain(why);
		}
		expect(judgePropensity({ ...model, label: 'target' }).useModel).toBe(true);
	});
});

describe('blockers, stage, steps', () => {
	const nothing = { health: null, churn: null, measures: {}, facts: {}, fixBelow: 70, saveFrom: 60 };

	test('each names what is wrong and what to do', () => {
		const measures = {
			urgent_ticket_hours: { value: 50, observedOn: null },
			upgrade_readiness: { value: 'not_interested', observedOn: null },
			renewal_deal: { value: 'lost', observedOn: null },
		};
		const facts = { payment_history_score: 20, budget_qualification: 'no_budget' };
		const found = findBlockers('upgrade', { ...nothing, health: 40, churn: 60, measures, facts });
		expect(found.map(({ code }) => code)).toEqual(
			'health churn urgent_ticket payment budget not_interested renewal_lost'.split(' '),
		);
		for (const { text, remedy } of found)
			expect([text.length, remedy.length].every((n) => n > 10)).toBe(true);
		expect(findBlockers('upgrade', nothing)).toEqual([]);
	});

	test('qualified needs an amount, readiness and nothing in the way', () => {
		const ready = { mean: 60, coverage: 0.75 };
		const amount = { amountMinor: 1 };
		expect(chooseStage([], ready, amount)).toBe('qualified');
		expect(chooseStage([], { ...ready, mean: 59 }, amount)).toBe('identified');
		expect(chooseStage([], { ...ready, coverage: 0.5 }, amount)).toBe('identified');
		expect(chooseStage([], ready, { amountMinor: null })).toBe('identified');
		expect(chooseStage([{ code: 'x', text: '', remedy: '' }], ready, amount)).toBe('identified');
	});

	test('the weakest dimension comes first', () => {
		const { dimensions } = assessReadiness(
			{ readiness_stakeholder: 50, readiness_technical: 20, readiness_competitive: 80 },
			[],
		);
		const steps = planSteps(
			[],
			{ dimensions },
			{ amountMinor: null, reason: 'no price.' },
			[{ words: 'why' }],
			'2026-01-15',
		);
		expect(steps.map(({ what }) => what)).toEqual([
			'Confirm the need with the customer: why',
			'Set an amount: no price.',
			'Ask for budget and decision dates',
			'Review the set-up and close technical gaps',
			'Win a champion and meet the decision maker',
		]);
	});
});
