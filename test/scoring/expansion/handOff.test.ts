import { buildHandOff } from '../../../scoring/expansion/buildHandOff';
import { detectExpansion } from '../../../scoring/expansion/detectExpansion';
import type { FoundOpportunity } from '../../../scoring/expansion/Opportunity';
import { reconcileOpportunity } from '../../../scoring/expansion/reconcileOpportunity';
import { writeHandOff } from '../../../scoring/expansion/writeHandOff';
import { measureAccount } from '../../../scoring/measures/measureAccount';
import type { Row } from '../../../scoring/measures/Records';
import { AS_OF, caseOf, CONTEXT, PRODUCTS, RECORDS, TECH_CORP } from './techCorp';

const found = detectExpansion(caseOf(), CONTEXT).opportunities.find(
	({ type }) => type === 'cross_sell',
) as FoundOpportunity;
const kept = reconcileOpportunity(found, [], { day: AS_OF, ownerId: 'ae-1', cycleDays: 90, restDays: 90 });
const opportunity: Row = 'row' in kept ? { ...kept.row } : {};
const base = {
	opportunity,
	account: TECH_CORP,
	records: RECORDS,
	measures: measureAccount(TECH_CORP, RECORDS, AS_OF, true),
	products: PRODUCTS,
	health: 87,
	asOf: AS_OF,
};

test('the package has all parts, from the rows alone', () => {
	const handOff = buildHandOff(base);
	expect(handOff.title).toBe('Cross sell at TechCorp (analytics)');
	expect(handOff.accountSummary).toMatchObject({
		arr: '875,000 USD',
		products: ['platform'],
		health: 87,
		aeId: 'ae-1',
	});
	expect(handOff.drivers.length).toBeGreaterThan(2);
	for (const { rows } of handOff.drivers) expect(rows.length).toBeGreaterThan(0);
	expect(handOff.stakeholders.map(({ name, part }) => [name, part])).toEqual([
		['Ann Ito', 'decision_maker'],
		['Mike Chen', 'champion'],
		['David Kim', 'influencer'],
	]);
	expect(handOff.stakeholders[0]?.mayWrite).toBe(false);
	expect(handOff.stakeholders[1]?.lastContactOn).toBe('2024-11-19');
	expect(handOff.technical).toMatchObject({ product: 'analytics', complexity: 'medium' });
	expect(handOff.commercial).toMatchObject({ amount: '140,000 USD', confidence: 89, budget: 'confirmed' });
	expect(handOff).toMatchObject({ missing: [], ready: true });
});

test('milestones in weeks 1, 2-3, 4-6 and 7-8, inside the 90-day cycle', () => {
	const { milestones } = buildHandOff(base);
	expect(milestones.map(({ weeks, startsOn, dueOn }) => [weeks, startsOn, dueOn])).toEqual([
		['1', '2024-11-24', '2024-11-30'],
		['2-3', '2024-12-01', '2024-12-14'],
		['4-6', '2024-12-15', '2025-01-04'],
		['7-8', '2025-01-05', '2025-01-18'],
	]);
	expect(String(opportunity.close_on) > (milestones.at(-1)?.dueOn ?? '')).toBe(true);
});

test('as a text it holds the same facts', () => {
	const text = writeHandOff(buildHandOff(base));
	for (const part of [
		'# Cross sell at TechCorp',
		'140,000 USD',
		'Mike Chen',
		'must not be written to',
		'Week 7-8',
	])
		expect(text).toContain(part);
	expect(text).not.toMatch(/undefined|null|NaN/);
});

test('what is not known is named, not made up', () => {
	const empty = { contacts: [], interactions: [], contractLines: [] };
	const handOff = buildHandOff({
		...base,
		opportunity: { opportunity_id: 'o', account_id: 'x', kind: 'upsell' },
		account: { account_id: 'x' },
		records: empty,
		measures: {},
		health: null,
	});
	expect(handOff.ready).toBe(false);
	expect(handOff.missing).toHaveLength(6);
	expect(writeHandOff(handOff)).not.toMatch(/undefined|null|NaN/);
});

test('a blocked opportunity is not ready', () => {
	const blocked = {
		...opportunity,
		evidence_json: JSON.stringify({
			signals: [{ id: 'a' }],
			blockers: [{ code: 'health', text: 'Health is 62' }],
		}),
	};
	expect(buildHandOff({ ...base, opportunity: blocked })).toMatchObject({
		ready: false,
		missing: ['Health is 62'],
	});
});
