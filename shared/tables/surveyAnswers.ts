import type { Table } from './Table';

/** Answers to NPS, CSAT, CES and text questions. */
export const surveyAnswers: Table = {
	name: 'cs_survey_answers',
	key: ['answer_id'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['health'],
	retention: { column: 'asked_at', days: 365, rule: '1 year' },
	columns: [
		{ name: 'answer_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'contact_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'kind', type: 'string', classification: 'internal', note: 'nps, csat, ces, text' },
		{ name: 'wave', type: 'string', classification: 'internal', note: 'survey round' },
		{
			name: 'score',
			type: 'number',
			classification: 'confidential',
			note: "in the kind's own scale; null: asked, not answered",
		},
		{ name: 'text', type: 'string', classification: 'restricted', note: 'free answer' },
		{ name: 'asked_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'answered_at', type: 'date', classification: 'internal', note: '' },
	],
};
