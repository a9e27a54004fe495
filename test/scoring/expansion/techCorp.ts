import { addDays } from '../../../scoring/core/addDays';
import type { ExpansionContext } from '../../../scoring/expansion/AccountCase';
import { listProducts } from '../../../scoring/expansion/listProducts';
import type { PriceRow, ProductRule } from '../../../scoring/expansion/Opportunity';
import { readUsageWindow } from '../../../scoring/expansion/readUsageWindow';
import { SIGNAL_RULES } from '../../../scoring/expansion/signalRules';
import { measureAccount } from '../../../scoring/measures/measureAccount';
import type { AccountRecords, Row } from '../../../scoring/measures/Records';

export const AS_OF = '2024-11-24';
const FIRST = addDays('2024-11-18', -7 * 26);

const custom = {
	readiness_stakeholder: 91,
	readiness_budget_timeline: 87,
	readiness_technical: 94,
	readiness_competitive: 83,
	team_hires: 8,
	team_hires_on: '2024-11-10',
	new_region_count: 2,
	new_region_count_on: '2024-11-12',
	new_integrations: 12,
	new_integrations_on: '2024-11-12',
	budget_qualification: 'confirmed',
};

/** The worked example of the catalogue: data and API volume explode, advanced features are adopted, a region and services are added. */
export const TECH_CORP: Row = {
	account_id: 'techcorp',
	name: 'TechCorp',
	tier: 'enterprise',
	arr_minor: 87_500_000,
	currency: 'USD',
	seats: 200,
	started_on: '2023-04-01',
	renewal_on: '2025-03-31',
	ae_id: 'ae-1',
	csm_id: 'csm-1',
	custom_json: JSON.stringify(custom),
};

const usage: Row[] = Array.from({ length: 26 }, (_, week) => ({
	account_id: 'techcorp',
	period: 'week',
	starts_on: addDays(FIRST, 7 * week),
	active_users: 120 + (week % 3),
	licensed_users: 150,
	api_calls: Math.round((1000 + 20 * (week % 4)) * (week >= 22 ? 9.9 : 1)),
	data_mb: Math.round(500 * 6.67 ** (week / 25)),
	workflows_completed: 4000 + 30 * (week % 5),
	advanced_share: week >= 22 ? 0.78 : 0.23,
	departments: week >= 22 ? 4 : 2,
	power_users: 6,
	more_json: JSON.stringify({
		regions: week >= 22 ? ['us', 'eu'] : ['us'],
		integrations: week >= 22 ? 17 : 5,
	}),
}));

export const RECORDS: AccountRecords = {
	usage,
	tickets: [
		{
			ticket_id: 't1',
			account_id: 'techcorp',
			category: 'feature_request',
			opened_at: '2024-11-01T08:00:00Z',
		},
		{
			ticket_id: 't2',
			account_id: 'techcorp',
			category: 'feature_request',
			opened_at: '2024-11-15T08:00:00Z',
		},
	],
	invoices: [],
	surveyAnswers: [],
	interactions: [
		{
			interaction_id: 'i1',
			account_id: 'techcorp',
			contact_id: 'c1',
			kind: 'meeting',
			occurred_at: '2024-11-18T10:00:00Z',
			attended: true,
			sentiment: 'positive',
			text: 'Asked about the new connector; another team is interested.',
		},
		{
			interaction_id: 'i2',
			account_id: 'techcorp',
			contact_id: 'c1',
			kind: 'call',
			occurred_at: '2024-11-19T10:00:00Z',
			sentiment: 'negative',
			text: 'Replacing another vendor is off the table.',
		},
	],
	contacts: [
		{
			contact_id: 'c1',
			account_id: 'techcorp',
			name: 'Mike Chen',
			title: 'Security Director',
			role: 'champion',
			first_seen_at: '2024-01-02T00:00:00Z',
			time_zone: 'America/New_York',
		},
		{
			contact_id: 'c2',
			account_id: 'techcorp',
			name: 'David Kim',
			title: 'Compliance Lead',
			role: 'user',
			first_seen_at: '2024-02-02T00:00:00Z',
			time_zone: 'America/Chicago',
		},
		{
			contact_id: 'c3',
			account_id: 'techcorp',
			name: 'Ann Ito',
			title: 'Chief Data Officer',
			role: 'executive',
			first_seen_at: '2024-11-05T00:00:00Z',
			time_zone: 'Europe/London',
			opted_out_at: '2024-11-06T00:00:00Z',
		},
	],
	contracts: [],
	contractLines: [
		{
			line_id: 'l1',
			account_id: 'techcorp',
			product_id: 'platform',
			quantity: 200,
			unit_price_minor: 437_500,
			arr_minor: 87_500_000,
			currency: 'USD',
			starts_on: '2024-04-01',
			ends_on: '2025-03-31',
			status: 'active',
		},
	],
	entitlements: [
		{
			account_id: 'techcorp',
			metric: 'api_calls',
			limit_value: 47_000,
			period: 'month',
			valid_from_on: '2024-01-01',
			valid_to_on: null,
		},
	],
	opportunities: [],
};

const price = (product_id: string, metric: string, minor: number): PriceRow => ({
	product_id,
	tier: null,
	metric,
	currency: 'USD',
	valid_from_on: '2024-01-01',
	valid_to_on: null,
	unit_price_minor: minor,
});
export const PRICES: readonly PriceRow[] = [
	price('multi_region', 'geographic', 28_000_000),
	price('analytics', 'module', 14_000_000),
];
export const PRODUCTS: readonly ProductRule[] = [
	{
		productId: 'analytics',
		name: 'Advanced Data Analytics Platform',
		type: 'cross_sell',
		answers: ['advanced_adoption', 'integrations', 'new_integrations'],
		needs: ['platform'],
		tiers: [],
		complexity: 'medium',
	},
];

export const CONTEXT: ExpansionContext = {
	rules: SIGNAL_RULES,
	seasons: {},
	products: listProducts(PRODUCTS, PRICES),
	prices: PRICES,
	rates: [],
	winRates: new Map(),
	leastStrength: 0.25,
	leastTogether: 0.5,
	fixBelow: 70,
	saveFrom: 60,
};

export const caseOf = (
	changes: Partial<{ account: Row; records: AccountRecords; events: Row[]; asOf: string }> = {},
) => {
	const { account = TECH_CORP, records = RECORDS, events = [], asOf = AS_OF } = changes;
	return {
		accountId: String(account.account_id),
		account,
		records,
		events,
		measures: measureAccount(account, records, asOf, true),
		window: readUsageWindow(records.usage, asOf),
		asOf,
		health: 87,
		churn: 20,
		learned: null,
	};
};
