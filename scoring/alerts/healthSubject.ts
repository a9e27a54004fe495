import type { AlertSubject } from './AlertSubject';

/** Health scores, of which low is bad. */
export const healthSubject: AlertSubject = {
	score: 'health',
	bad: 'low',
	causePrefix: 'health_below_',
	margin: 0,
	keyPrefix: '',
	words: {
		noun: 'health',
		threshold: 'a health threshold',
		moved: 'fell',
		moves: 'falls',
		side: 'below',
		back: 'back at or above',
		unit: '',
	},
};
