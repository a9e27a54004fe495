import type { ObjectModel } from '../CanonicalModel';
import { ENUMS } from '../enums';

/** Answers to NPS, CSAT, CES and text questions. */
export const SURVEY_ANSWERS: ObjectModel = {
	object: 'surveyAnswers',
	table: 'cs_survey_answers',
	key: ['answer_id'],
	fields: [
		{ name: 'answer_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'account_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'contact_id', kind: 'id', sensitivity: 'internal' },
		{
			name: 'kind',
			kind: 'enum',
			allowed: ENUMS.get('cs_survey_answers.kind') ?? [],
			required: true,
			sensitivity: 'internal',
		},
		{ name: 'wave', kind: 'text', sensitivity: 'internal' },
		{ name: 'score', kind: 'number', sensitivity: 'confidential' },
		{ name: 'text', kind: 'text', sensitivity: 'restricted' },
		{ name: 'asked_at', kind: 'instant', sensitivity: 'internal' },
		{ name: 'answered_at', kind: 'instant', sensitivity: 'internal' },
	],
};
