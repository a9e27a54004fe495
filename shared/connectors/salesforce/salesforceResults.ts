import type { SourceSettings } from '../Source';

/** Result -> custom field on Account; made by `prepare base`. */
export const SALESFORCE_RESULTS: Readonly<Record<string, string>> = {
	score: 'CS_Health_Score__c',
	band: 'CS_Health_Band__c',
	trend: 'CS_Health_Trend__c',
	confidence: 'CS_Confidence__c',
	coverage: 'CS_Coverage__c',
	churn_probability: 'CS_Churn_Prob__c',
	score_date: 'CS_Score_Date__c',
	reasons: 'CS_Reasons__c',
	row_hash: 'CS_Row_Hash__c',
};

/** Fields on Account that hold our results, by result, in the mapping in force; results left out are not in it. */
export function resultFields(settings: SourceSettings): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries({ ...SALESFORCE_RESULTS, ...settings.results }).filter(([, field]) => field !== ''),
	);
}
