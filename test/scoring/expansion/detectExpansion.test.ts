import { ENUMS } from '../../../scoring/core/enums';
import { detectExpansion } from '../../../scoring/expansion/detectExpansion';
import type { FoundOpportunity } from '../../../scoring/expansion/Opportunity';
import { SIGNAL_RULES } from '../../../scoring/expansion/signalRules';
import { sumGrowth } from '../../../scoring/expansion/sumGrowth';
import { recompute } from './recompute';
import { AS_OF, caseOf, CONTEXT, RECORDS, TECH_CORP } from './techCorp';

const { signals, opportunities } = detectExpansion(caseOf(), CONTEXT);
const of = (type: string): FoundOpportunity | undefined => opportunities.find((one) => one.type === type);

describe('the worked example', () => {
	test('280 + 140 is 420 thousand, 48.0 % of 875', () => {
		const named = [of('geographic'), of('cross_sell')];
		expect(named.map((one) => one?.sizing.amountMinor)).toEqual([28_000_000, 14_000_000]);
		const amounts = named.map((one) => ({
			amountMinor: one?.sizing.amountMinor ?? null,
			currency: one?.sizing.currency ?? null,
		}));
		const total = sumGrowth(amounts, 87_500_000, 'USD', AS_OF, []);
		expect(total.totalMinor).toBe(42_000_000);
		expect(total.shareOfArr).toBe(0.48);
	});

	test('91, 87, 94 and 83 are a confidence of 89', () => {
		expect(of('geographic')?.readiness).toMatchObject({ mean: 88.75, confidence: 89, coverage: 1 });
	});

	test('what the catalogue tells of it is found', () => {
		const ids = signals.map(({ rule }) => rule.id);
		expect(ids).toEqual(
			expect.arrayContaining(
				'api_growth data_growth advanced_adoption new_regions integrations new_teams team_hires new_integrations new_region_count feature_requests asks_for_product other_team_interested new_executive contact_in_new_region usage_limit'.split(
					' ',
				),
			),
		);
		// Said in a negative talk, and users and workflows that did not grow.
		for (const id of ['replaces_competitor', 'user_growth', 'workflow_growth']) expect(ids).not.toContain(id);
	});

	test('the probability is a base rate times readiness and says so', () => {
		const { probability } = of('geographic') as FoundOpportunity;
		expect(probability).toMatchObject({ basis: 'base_rate', baseRate: 0.35 });
		expect(probability.value).toBeCloseTo(0.35 * 0.8875, 9);
		expect(probability.words).toContain('35 % of enterprise accounts expand');
		// API and data growth together have a rate of their own.
		expect(of('upsell')?.probability.baseRate).toBe(0.91);
	});

	test('stage, fit, source and next steps', () => {
		expect(of('geographic')).toMatchObject({ stage: 'qualified', source: 'new_region', blockers: [] });
		expect(of('cross_sell')?.product).toMatchObject({ product: { productId: 'analytics' } });
		expect(of('cross_sell')?.product?.fit).toBeGreaterThan(80);
		expect(of('geographic')?.nextSteps.map(({ dueOn }) => dueOn)).toEqual(['2024-12-01', '2024-12-08']);
		expect(of('upsell')?.sizing).toMatchObject({ amountMinor: null });
		expect(of('upsell')?.sizing.reason).toContain('cs_prices');
	});
});

test('every value and baseline follows from the cells that the evidence names', () => {
	const tables = {
		cs_usage: RECORDS.usage,
		cs_entitlements: RECORDS.entitlements,
		cs_contract_lines: RECORDS.contractLines,
		cs_tickets: RECORDS.tickets,
		cs_interactions: RECORDS.interactions,
		cs_contacts: RECORDS.contacts,
		cs_accounts: [TECH_CORP],
	};
	expect(signals.length).toBeGreaterThan(12);
	for (const signal of signals) {
		expect(signal.current.length).toBeGreaterThan(0);
		const again = recompute(tables, signal);
		expect([signal.rule.id, again.value]).toEqual([signal.rule.id, signal.value]);
		if (signal.before.length > 0) expect(again.baseline).toBe(signal.baseline);
	}
});

test('every signal has a type and a source of the data model, and an id of its own', () => {
	const ids = SIGNAL_RULES.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const { type, source, halfLifeDays } of SIGNAL_RULES) {
		expect(ENUMS.get('expansion_opportunities.expansion_type')).toContain(type);
		expect(ENUMS.get('expansion_opportunities.opportunity_source')).toContain(source);
		expect(halfLifeDays).toBeGreaterThan(0);
	}
	const covered = (field: 'type' | 'source') => new Set(SIGNAL_RULES.map((rule) => rule[field])).size;
	expect([covered('type'), covered('source')]).toEqual([6, 5]);
});

test('health under 70 blocks: fix first', () => {
	const found = detectExpansion({ ...caseOf(), health: 69.4 }, CONTEXT).opportunities;
	for (const { blockers, stage, nextSteps } of found) {
		expect(blockers[0]?.text).toBe('Health is 69, under 70: fix first');
		expect(stage).toBe('identified');
		expect(nextSteps[0]?.what).toMatch(/health/);
	}
	expect(detectExpansion({ ...caseOf(), health: 69.5 }, CONTEXT).opportunities[0]?.blockers).toEqual([]);
});

test('a signal fades: half after its half-life, gone later', () => {
	const later = (asOf: string) => {
		const records = { ...RECORDS, usage: [], tickets: [], interactions: [], contacts: [] };
		const found = detectExpansion(caseOf({ asOf, records }), { ...CONTEXT, leastStrength: 0.01 });
		return found.signals.find(({ rule }) => rule.id === 'team_hires')?.liveStrength ?? 0;
	};
	const full = 8 / 11;
	expect(later('2024-11-24')).toBeCloseTo(full * 2 ** (-14 / 45), 9);
	expect(later('2024-12-25')).toBeCloseTo(full / 2, 9);
});

test('nothing that became known later is used', () => {
	const early = detectExpansion(caseOf({ asOf: '2024-11-04' }), CONTEXT);
	for (const { observedOn } of early.signals) expect(observedOn <= '2024-11-04').toBe(true);
});

test('a model that beats the base rate says the probability of the account', () => {
	const found = detectExpansion({ ...caseOf(), learned: 0.6 }, CONTEXT).opportunities;
	const upsell = found.find(({ type }) => type === 'upsell');
	expect(upsell?.probability).toMatchObject({ basis: 'model', value: 0.6 });
	const region = found.find(({ type }) => type === 'geographic');
	expect(region?.probability.value).toBeCloseTo((0.6 * 0.35) / 0.91, 9);
});

test('who is lost or new has no growth of usage', () => {
	const lost = { ...TECH_CORP, lifecycle_stage: 'churned' };
	expect(detectExpansion(caseOf({ account: lost }), CONTEXT).opportunities).toEqual([]);
	const young = { ...TECH_CORP, started_on: '2024-08-01' };
	const ids = detectExpansion(caseOf({ account: young }), CONTEXT).signals.map(({ rule }) => rule.id);
	expect(ids).not.toContain('api_growth');
	expect(ids).toContain('usage_limit');
});
