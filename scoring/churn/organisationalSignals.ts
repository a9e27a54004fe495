import type { SignalRule } from './RuleRisk';
import { factNumber } from './factNumber';
import { wordCount } from '../core/wordCount';

/** Signs in the organisation of the customer (15 of 100): champion, people who decide, people who leave. Anchors in comments are words of the catalogue of risk signals. */
export const ORGANISATIONAL_SIGNALS: readonly SignalRule[] = [
	{
		id: 'champion_left',
		family: 'organisational',
		label: 'Champion left and was not replaced',
		weight: 8,
		facts: ['champion_unreplaced'],
		curve: [0, 0, 1, 1],
		words: (value, facts) => {
			const days = factNumber(facts, 'days_since_champion_left');
			if (value === 0)
				return facts.champion_left === 1 ? 'The champion was replaced' : 'The champion is there';
			return `The champion left${days === null ? '' : ` ${wordCount(days, 'day')} ago`} and was not replaced`;
		},
	},
	{
		id: 'no_champion',
		family: 'organisational',
		label: 'No champion known',
		weight: 3,
		facts: ['champion_known'],
		curve: [0, 1, 1, 0],
		words: (value) => (value === 0 ? 'No champion is known' : 'A champion is known'),
	},
	{
		id: 'no_decider',
		family: 'organisational',
		label: 'People who decide',
		weight: 2,
		facts: ['decision_makers'],
		curve: [0, 1, 2, 0],
		words: (value) =>
			value === 0
				? 'Nobody who decides is known'
				: `${value} ${value === 1 ? 'person' : 'people'} who decide known`,
	},
	{
		id: 'people_left',
		family: 'organisational',
		label: 'Contacts who left',
		weight: 2,
		facts: ['contacts_left_180d'],
		curve: [0, 0, 3, 1],
		words: (value) => `${wordCount(value, 'contact')} left in 180 days`,
	},
];
