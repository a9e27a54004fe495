/** Result -> name of the organization field that holds it; `prepare base` creates them, and their keys are looked up by name. */
export const PIPEDRIVE_RESULTS: Readonly<Record<string, string>> = {
	score: 'CS Health Score',
	band: 'CS Health Band',
	trend: 'CS Health Trend',
	confidence: 'CS Confidence',
	coverage: 'CS Coverage',
	score_date: 'CS Score Date',
	reasons: 'CS Reasons',
	churn_probability: 'CS Churn Probability',
	row_hash: 'CS Row Hash',
};

/** Pipedrive's type of the field for each result. Pipedrive is strict: a number in a text field is refused, and the other way round. */
export const PIPEDRIVE_RESULT_TYPES: Readonly<Record<string, 'date' | 'double' | 'text' | 'varchar'>> = {
	score: 'double',
	band: 'varchar',
	trend: 'varchar',
	confidence: 'varchar',
	coverage: 'double',
	score_date: 'date',
	reasons: 'text',
	churn_probability: 'double',
	row_hash: 'varchar',
};
