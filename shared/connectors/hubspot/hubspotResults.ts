/** Result of a score -> company property; the `cs_` properties are ours, made by Prepare. */
export const HUBSPOT_RESULTS: Readonly<Record<string, string>> = {
	score: 'cs_health_score',
	band: 'cs_health_band',
	trend: 'cs_health_trend',
	confidence: 'cs_health_confidence',
	coverage: 'cs_coverage',
	churn_probability: 'cs_churn_prob',
	score_date: 'cs_score_date',
	reasons: 'cs_reasons',
	row_hash: 'cs_row_hash',
};

/** Property of tasks and deals that holds our effect key; unique, so that a repeated call makes nothing twice. */
export const EFFECT_KEY = 'cs_effect_key';
