import type { AlertSubject } from './AlertSubject';

/**
 * Churn probabilities in percent, of which high is bad. A probability moves a little every day: an episode ends 5 points under its threshold, so
 * that an account around it is not announced again and again.
 */
export const churnSubject: AlertSubject = {
	score: 'churn',
	bad: 'high',
	causePrefix: 'churn_above_',
	margin: 5,
	keyPrefix: 'churn-',
	words: {
		noun: 'churn probability',
		threshold: 'a churn threshold',
		moved: 'rose',
		moves: 'rises',
		side: 'at or above',
		back: 'back well below',
		unit: ' %',
	},
};
