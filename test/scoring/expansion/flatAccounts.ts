import { addDays } from '../../../scoring/core/addDays';
import { createRandom } from '../../../scoring/learn/createRandom';
import type { AccountRecords, Row } from '../../../scoring/measures/Records';

export interface FlatAccount {
	readonly accountId: string;
	readonly account: Row;
	readonly records: AccountRecords;
}

const MONDAY = '2024-01-01';
const TALK = [
	'Walked through open points.',
	'Agreed next steps.',
	'Status of the roll-out.',
	'Asked for the notice period.',
	'Escalated open tickets.',
	'Budget is under review.',
];

/**
 * Accounts that do not grow, with everything that makes flat series look as if they did: counting noise, weeks that resemble their
 * neighbours (correlation 0 to 0.8), a season and holidays all share more or less, lost weeks, teams that sleep now and then.
 */
export function createFlatAccounts(count: number, weeks: number, seed: number): FlatAccount[] {
	const random = createRandom(seed);
	const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const between = (low: number, high: number): number => low + (high - low) * random();
	const season = Array.from({ length: weeks }, (_, week) => {
		const holiday = week % 52 >= 50 || week % 52 === 0 || (week % 52 >= 31 && week % 52 <= 33);
		return 0.15 * Math.sin((2 * Math.PI * week) / 52) + (holiday ? -0.4 : 0) + 0.05 * normal();
	});

	return Array.from({ length: count }, (_, index) => {
		const accountId = `flat-${index}`;
		const correlation = between(0, 0.8);
		const spread = between(0.05, 0.35);
		const sensitivity = between(0.7, 1.3);
		const seats = Math.round(between(8, 150));
		const level = {
			users: seats * between(0.25, 0.58),
			api: Math.exp(between(4, 10)),
			data: Math.exp(between(3, 9)),
			runs: Math.exp(between(3, 7)),
		};
		const teams = Math.round(between(1, 8));
		const power = Math.round(between(0, 6));
		const advanced = between(0.1, 0.6);
		const drift = { users: 0, api: 0, data: 0, runs: 0, advanced: 0 };
		const step = (name: keyof typeof drift): number =>
			(drift[name] = correlation * drift[name] + spread * Math.sqrt(1 - correlation ** 2) * normal());
		const countAround = (mean: number): number => Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
		const awake = (all: number): number => {
			let up = 0;
			for (let one = 0; one < all; one++) if (random() < 0.9) up++;
			return up;
		};
		const usage: Row[] = [];
		for (let week = 0; week < weeks; week++) {
			const wave = sensitivity * (season[week] ?? 0);
			const of = (name: 'users' | 'api' | 'data' | 'runs'): number =>
				countAround(level[name] * Math.exp(wave + step(name)));
			const row = {
				account_id: accountId,
				period: 'week',
				starts_on: addDays(MONDAY, 7 * week),
				active_users: Math.min(seats, of('users')),
				licensed_users: seats,
				api_calls: of('api'),
				data_mb: of('data'),
				workflows_completed: of('runs'),
				advanced_share: Math.min(1, Math.max(0, advanced + 0.3 * step('advanced'))),
				departments: awake(teams),
				power_users: awake(power),
				more_json: { regions: ['eu'], integrations: 4 },
			};
			if (random() > 0.02) usage.push(row);
		}
		const limit = (metric: string, value: number, period: string): Row => ({
			account_id: accountId,
			metric,
			limit_value: value,
			period,
			valid_from_on: '2023-01-01',
			valid_to_on: null,
		});
		const monthly = (mean: number): number => Math.ceil((mean * 4.35) / between(0.2, 0.58));
		const interactions = Array.from({ length: Math.floor(weeks / 3) }, (__, talk) => ({
			interaction_id: `${accountId}-${talk}`,
			account_id: accountId,
			kind: 'meeting',
			occurred_at: `${addDays(MONDAY, 21 * talk)}T09:00:00Z`,
			text: TALK[talk % TALK.length],
		}));
		return {
			accountId,
			account: {
				account_id: accountId,
				tier: 'professional',
				seats,
				started_on: '2022-01-01',
				currency: 'USD',
			},
			records: {
				usage,
				tickets: [],
				invoices: [],
				surveyAnswers: [],
				interactions,
				contacts: [],
				contracts: [],
				contractLines: [
					{
						line_id: `${accountId}-l`,
						account_id: accountId,
						product_id: 'plan',
						quantity: seats,
						starts_on: '2023-01-01',
						ends_on: '2029-01-01',
					},
				],
				entitlements: [
					limit('seats', seats, 'total'),
					limit('api_calls', monthly(level.api), 'month'),
					limit('workflows', monthly(level.runs), 'month'),
				],
				opportunities: [],
			},
		};
	});
}
