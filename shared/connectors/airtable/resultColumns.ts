import type { ColumnDesign } from './BaseDesign';
import { day, long, select, share, text } from './columnDesigns';

/** Columns of the account table that the write-back fills, by result. */
export const RESULT_COLUMNS: Readonly<Record<string, ColumnDesign>> = {
	score: { name: 'Health Score', type: 'number', precision: 1, note: '0 to 100' },
	band: select('Health Band', 'excellent good fair poor'),
	trend: select('Health Trend', 'improving stable declining critical'),
	confidence: select('Health Confidence', 'high medium low'),
	coverage: share('Health Coverage', 'part of the scorecard that could be measured'),
	score_date: day('Score Date', 'day the score is of'),
	reasons: long('Reasons', 'what moves the score'),
	churn_probability: share('Churn Prob', 'probability of churn'),
	row_hash: text('Row Hash', 'kept by us: only what changed is written'),
};
