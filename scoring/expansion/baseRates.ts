import type { ExpansionType } from './Signal';

/** Share of accounts that expand, by tier; the seed's table of tier performance (its headline figure for all is 22 %, which does not follow from these). */
export const TIER_RATES: Readonly<Record<string, number>> = {
	enterprise: 0.35,
	professional: 0.28,
	starter: 0.2,
	community: 0.15,
};

/** Where the tier is not known: the seed's headline figure. */
export const ANY_TIER_RATE = 0.22;

/** The seed: a quarter of the customers on Professional upgrade to Enterprise. */
export const UPGRADE_TO_ENTERPRISE_RATE = 0.25;

export interface PatternRate {
	readonly id: string;
	readonly label: string;
	readonly rate: number;
	readonly types: readonly ExpansionType[];
	/** Ids of signals that must all be there. */
	readonly signals: readonly string[];
	/** Facts that must reach a number. */
	readonly facts: Readonly<Record<string, number>>;
}

/**
 * Rates of the seed's table of behavioural correlations, measured at customers nobody knows: a start, until own closed opportunities are there. What
 * counts as a long session (30 minutes) is a choice of this project.
 */
export const PATTERN_RATES: readonly PatternRate[] = [
	{
		id: 'sessions_and_advanced',
		label: 'long sessions and advanced features',
		rate: 0.94,
		types: ['upsell', 'cross_sell', 'add_on', 'upgrade', 'new_use_case', 'geographic'],
		signals: [],
		facts: { session_minutes: 30, advanced_feature_usage: 75 },
	},
	{
		id: 'api_and_data',
		label: 'API and data volume grow together',
		rate: 0.91,
		types: ['upsell', 'upgrade'],
		signals: ['api_growth', 'data_growth'],
		facts: {},
	},
];
