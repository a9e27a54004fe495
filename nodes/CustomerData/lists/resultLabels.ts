/** What can be written back, as people call it, sorted by label. */
export const RESULT_LABELS: ReadonlyArray<readonly [result: string, label: string]> = [
	['churn_probability', 'Churn Probability (0 to 1)'],
	['confidence', 'Confidence'],
	['coverage', 'Coverage (0 to 1)'],
	['row_hash', 'Hash of What Was Written'],
	['band', 'Health Band'],
	['score', 'Health Score (0 to 100)'],
	['reasons', 'Reasons'],
	['score_date', 'Score Date'],
	['trend', 'Trend'],
];
