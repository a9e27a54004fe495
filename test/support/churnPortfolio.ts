import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../scoring/core/addDays';
import { createRandom } from '../../scoring/learn/createRandom';

/** First Monday of the made-up history, and its weeks. */
const FIRST = '2025-01-06';
const WEEKS = 56;

export interface ChurnPortfolio {
	readonly accounts: IDataObject[];
	/** Usage, tickets, contracts and outcomes. */
	readonly records: IDataObject[];
}

/** Accounts with weekly usage over a year, a share of which fade away for ten weeks and then churn; the same on every call. */
export function churnPortfolio(count: number, seed = 1): ChurnPortfolio {
	const random = createRandom(seed);
	const accounts: IDataObject[] = [];
	const records: IDataObject[] = [];
	for (let index = 0; index < count; index++) {
		const account_id = `acc-${String(index).padStart(4, '0')}`;
		const churnWeek = random() < 0.4 ? 24 + Math.floor(random() * 28) : null;
		const churnedOn = churnWeek === null ? null : addDays(FIRST, 7 * churnWeek);
		const seats = 10 + Math.floor(random() * 90);
		accounts.push({
			account_id,
			name: `Company ${index}`,
			industry: index % 3 === 0 ? 'retail' : 'technology',
			tier: index % 2 === 0 ? 'enterprise' : 'starter',
			csm_id: `csm-${index % 4}`,
			seats,
			arr_minor: (1 + Math.floor(random() * 50)) * 100_000,
			currency: index % 5 === 0 ? 'EUR' : 'USD',
			started_on: '2024-06-03',
			lifecycle_stage: churnedOn === null ? 'growth' : 'churned',
		});
		for (let week = 0; week < WEEKS && (churnWeek === null || week < churnWeek); week++) {
			const fading = churnWeek === null ? 0 : Math.max(0, week - churnWeek + 10) / 10;
			const level = 0.7 * (1 - 0.9 * fading) * (0.8 + 0.4 * random());
			records.push({
				account_id,
				period: 'week',
				starts_on: addDays(FIRST, 7 * week),
				active_users: Math.round(seats * level),
				licensed_users: seats,
				sessions: Math.round(seats * level * 5),
				features_used: Math.round(10 * level),
				features_available: 20,
			});
			if (random() < 0.05 + 0.1 * fading)
				records.push({
					account_id,
					ticket_id: `t-${index}-${week}`,
					priority: fading > 0 ? 'high' : 'low',
					status: 'closed',
					opened_at: `${addDays(FIRST, 7 * week + 2)}T09:00:00.000Z`,
					resolved_at: `${addDays(FIRST, 7 * week + 3)}T09:00:00.000Z`,
				});
		}
		if (churnedOn !== null)
			records.push({
				account_id,
				kind: 'churned',
				occurred_on: churnedOn,
				known_at: `${churnedOn}T12:00:00.000Z`,
				arr_change_minor: -100_000,
				currency: 'USD',
				voluntary: true,
			});
	}
	return { accounts, records };
}

/** The day after the last week of the portfolio. */
export const PORTFOLIO_END = addDays(FIRST, 7 * WEEKS);

/** Rows with a label of their own, not snapshots: a few fields tell, one does not, some values are missing. */
export function labelledRows(count: number, seed = 1): IDataObject[] {
	const random = createRandom(seed);
	return Array.from({ length: count }, (_, index) => {
		const logins = Math.floor(random() * 40);
		const nps = random() < 0.2 ? null : Math.floor(random() * 11);
		const plan = ['basic', 'plus', 'pro'][Math.floor(random() * 3)] ?? 'basic';
		const score = 1.5 - 0.12 * logins - 0.15 * (nps ?? 5) + (plan === 'basic' ? 0.8 : 0);
		return {
			account_id: `c${index}`,
			logins,
			nps,
			plan,
			noise: Math.round(random() * 1000) / 10,
			label: random() < 1 / (1 + Math.exp(-score)) ? 1 : 0,
		};
	});
}

/** The rows with all that tells something made equal: what learns from them must be the worse model. */
export const poorerRows = (rows: readonly IDataObject[]): IDataObject[] =>
	rows.map(({ noise, label, account_id }) => ({
		noise,
		label,
		account_id,
		logins: 3,
		nps: null,
		plan: 'pro',
	}));
