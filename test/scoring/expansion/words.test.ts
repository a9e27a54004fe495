import { addDays } from '../../../scoring/core/addDays';
import { chooseContact } from '../../../scoring/expansion/chooseContact';
import { findLimits } from '../../../scoring/expansion/findLimits';
import { findSignals } from '../../../scoring/expansion/findSignals';
import { horizonOf } from '../../../scoring/expansion/horizonOf';
import { readUsageWindow } from '../../../scoring/expansion/readUsageWindow';
import { SIGNAL_RULES } from '../../../scoring/expansion/signalRules';
import { sizeUpsell } from '../../../scoring/expansion/sizeUpsell';
import type { Row } from '../../../scoring/measures/Records';
import { caseOf, RECORDS, TECH_CORP } from './techCorp';

const AS_OF = '2024-11-24';

function foundIn(changes: { readonly text?: string; readonly custom?: Row }) {
	const interactions: Row[] =
		changes.text === undefined
			? []
			: [
					{
						interaction_id: 'i',
						account_id: 'techcorp',
						occurred_at: '2024-11-20T09:00:00Z',
						text: changes.text,
					},
				];
	const records = { ...RECORDS, usage: [], tickets: [], contacts: [], interactions };
	const account = { ...TECH_CORP, custom_json: JSON.stringify(changes.custom ?? {}) };
	const input = { ...caseOf({ account, records, asOf: AS_OF }), window: null };
	return findSignals(input, SIGNAL_RULES, {}, 0.25).map(({ rule, words }) => [rule.id, words]);
}

describe('what people say', () => {
	test.each([
		['Asked about the new connector for SAP.', 'asks_for_product'],
		['The marketing people: another team is interested.', 'other_team_interested'],
		['They open a new office in Warsaw.', 'new_region_named'],
		['They are hiring ten analysts.', 'hiring_named'],
		['We are replacing our old ticket tool by spring.', 'replaces_competitor'],
		['DORA applies to them from January.', 'regulation_named'],
		['They are losing customers to their competitors.', 'competitive_pressure_named'],
		['A new product line starts in May.', 'market_opportunity_named'],
		['They acquired a smaller company.', 'market_opportunity_named'],
		['Migrating the warehouse to Snowflake.', 'technology_named'],
		['They get a new CRM.', 'technology_named'],
	])('%s', (text, id) => {
		expect(foundIn({ text }).map(([found]) => found)).toEqual([id]);
	});

	test.each([
		'Walked through open points and agreed next steps.',
		'Moving to the next topic, the new invoice format.',
		'We acquired the data from the export.',
		'Our competitor analysis is in the appendix.',
		'They like the new region filter.',
		'The data platform was slow on Monday.',
	])('is no sign of growth: %s', (text) => {
		expect(foundIn({ text })).toEqual([]);
	});

	test('a sentence that stands by itself', () => {
		expect(foundIn({ text: 'Another team is interested.' })).toEqual([
			[
				'other_team_interested',
				'Another team is interested (1 conversation, last on 2024-11-20: "Another team is")',
			],
		]);
	});
});

test('what people entered is said in words, with the day it was noted', () => {
	const custom = {
		upgrade_readiness: 'actively_planning',
		upgrade_readiness_on: '2024-11-20',
		job_postings_growth: 4.5,
		team_hires: 8,
		quantified_savings_minor: 18_000_000,
		competitive_advantages: 2,
		account_expansion: 'multiple_units',
	};
	expect(Object.fromEntries(foundIn({ custom }))).toEqual({
		upgrade_readiness: 'They are planning to upgrade or expand (noted 2024-11-20)',
		job_postings_growth: 'Job postings rose by 450 %',
		team_hires: '8 new hires in teams that use it',
		quantified_savings_minor: 'Their savings are put into numbers',
		competitive_advantages: 'Advantages over their competitors achieved: 2',
		account_expansion: 'Several business units are interested',
	});
});

test('every entered signal of the catalogue has words of its own', () => {
	for (const { id, test: how } of SIGNAL_RULES) {
		if (how.kind !== 'declared') continue;
		const said = 'answers' in how ? Object.keys(how.answers).map((answer) => how.says?.[answer]) : [how.says];
		for (const words of said) expect([id, words]).toEqual([id, expect.stringMatching(/^[A-Z{].{12,}/)]);
	}
});

test('horizons: week 1, weeks 2 to 4, months 2 to 6', () => {
	const of = (day: string) => horizonOf('2024-11-24', day);
	expect(
		['2024-11-23', '2024-11-24', '2024-12-01', '2024-12-02', '2024-12-22', '2024-12-23'].map(of),
	).toEqual(['overdue', 'week_1', 'week_1', 'weeks_2_4', 'weeks_2_4', 'months_2_6']);
	expect([of('2025-05-26'), of('2025-05-27'), of('soon')]).toEqual(['months_2_6', 'later', null]);
});

test('whom to talk to: the champion, then who decides, never who asked not to be written to', () => {
	const person = (
		contactId: string,
		part: 'champion' | 'decision_maker' | 'user',
		lastContactOn: string | null,
	) => ({
		contactId,
		part,
		lastContactOn,
		mayWrite: true,
	});
	const [old, recent] = [person('old', 'champion', null), person('recent', 'champion', '2024-11-01')];
	const decides = person('decides', 'decision_maker', '2024-11-20');
	expect(chooseContact([decides, old, recent])).toBe('recent');
	expect(chooseContact([decides, { ...recent, mayWrite: false }])).toBe('decides');
	expect(chooseContact([person('uses', 'user', '2024-11-20')])).toBeNull();
});

test('an upsell says where its quantity comes from', () => {
	const demand = { projected: 102, limit: 100, reachedOn: null };
	const line = { line_id: 'l', product_id: 'p', quantity: 100, arr_minor: 120_000, currency: 'USD' };
	const input = { account: { currency: 'USD' }, lines: [line], prices: [], rates: [], day: AS_OF };
	expect(sizeUpsell([{ metric: 'seats', demand, before: [] }], input)).toMatchObject({
		amountMinor: 24_000,
		formula: '20 seats x 12 USD',
		basis: '20 more than the 100 of today, so that the 102 seats expected in a quarter are 85 % of the limit',
	});
});

test('a limit that the pace has passed since the last whole week is about to be reached, not reached in the past', () => {
	const usage = Array.from({ length: 26 }, (_, week) => ({
		account_id: 'techcorp',
		period: 'week',
		starts_on: addDays('2024-11-11', 7 * (week - 25)),
		active_users: 50 + 2 * week,
	}));
	const entitlement = { account_id: 'techcorp', metric: 'seats', limit_value: 101, period: 'total' };
	const records = { ...RECORDS, usage, entitlements: [entitlement] };
	const wordsOn = (asOf: string) =>
		findLimits({ ...caseOf({ records, asOf }), window: readUsageWindow(usage, asOf) }, 0.85)[0]?.words;
	expect(wordsOn('2024-11-18')).toContain('the limit is reached about 2024-11-21');
	expect(wordsOn('2024-11-24')).toBe('97 of 101 seats used (96 %), the limit is about to be reached');
});
