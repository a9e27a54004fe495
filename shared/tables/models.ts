import type { Table } from './Table';

/** Trained models, in parts; which of them predicts stands in cs_settings (churn.champion, expansion.champion). */
export const models: Table = {
	name: 'cs_models',
	key: ['model_id', 'part'],
	writer: 'churn-train-weekly',
	readers: ['churn-train-weekly', 'churn-daily', 'expansion-desk'],
	retention: {
		column: null,
		days: null,
		rule: 'the champion of churn and of expansion, each with the three before it',
	},
	columns: [
		{
			name: 'model_id',
			type: 'string',
			classification: 'internal',
			note: 'of one training; with -trial behind it: the twin that did not see the newest snapshot, kept to compare with',
		},
		{ name: 'part', type: 'number', classification: 'internal', note: 'from 1' },
		{ name: 'kind', type: 'string', classification: 'internal', note: 'base-rate, lr, gbdt, rf, blend' },
		{ name: 'trained_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'hash', type: 'string', classification: 'internal', note: 'of the whole body, all parts joined' },
		{ name: 'parts', type: 'number', classification: 'internal', note: 'how many there are' },
		{
			name: 'metrics_json',
			type: 'string',
			classification: 'confidential',
			note: 'object: the model card; in the first part',
		},
		{
			name: 'body',
			type: 'string',
			classification: 'confidential',
			note: 'part of the model as JSON, at most 500 kB',
		},
	],
};
