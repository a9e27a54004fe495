import type { SignalRule } from './RuleRisk';
import { factNumber } from './factNumber';
import { wordChange } from './wordChange';
import { wordCount } from '../core/wordCount';
import { wordNumber } from './wordNumber';
import { wordPercent } from './wordPercent';

/** Signs in business and finance (20 of 100): renewal, payments, seats. Anchors in comments are words of the catalogue of risk signals. */
export const BUSINESS_SIGNALS: readonly SignalRule[] = [
	{
		id: 'renewal_near',
		family: 'business',
		label: 'Renewal near and not signed',
		weight: 9,
		facts: ['days_to_end', 'renewal_signed'],
		read: (facts) => (facts.renewal_signed === 1 ? 999 : factNumber(facts, 'days_to_end')),
		// "127 days to renewal (entering critical renewal period)"
		curve: [30, 1, 90, 0.8, 127, 0.4, 200, 0],
		words: (value) =>
			value === 999
				? 'The next term is signed'
				: value < 0
					? `The contract ended ${wordCount(-value, 'day')} ago and no other is signed`
					: `${wordCount(value, 'day')} to renewal, not signed`,
	},
	{
		id: 'overdue',
		family: 'business',
		label: 'Overdue invoice',
		weight: 4,
		facts: ['overdue_days'],
		// "payment delayed 23 days"
		curve: [0, 0, 23, 0.7, 60, 1],
		words: (value) =>
			value === 0 ? 'No invoice is overdue' : `An invoice is ${wordCount(value, 'day')} overdue`,
	},
	{
		id: 'late_payment',
		family: 'business',
		label: 'Paid late',
		weight: 2,
		facts: ['late_share'],
		curve: [0, 0, 0.8, 1],
		words: (value) => `${wordPercent(value)} of the invoices of a year late`,
	},
	{
		id: 'payment_slips',
		family: 'business',
		label: 'Pays later than it used to',
		weight: 2,
		facts: ['payment_delay_change'],
		curve: [0, 0, 25, 1],
		words: (value) =>
			value > 0
				? `Pays ${wordNumber(value)} ${wordNumber(value) === '1' ? 'day' : 'days'} later than before`
				: `Pays no later than before`,
	},
	{
		id: 'seats_cut',
		family: 'business',
		label: 'Seats cut',
		weight: 3,
		facts: ['seats_change_180d'],
		curve: [-0.3, 1, 0, 0],
		words: (value) => `Seats: their number ${wordChange(value)} in 180 days`,
	},
];
