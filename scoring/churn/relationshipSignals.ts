import type { SignalRule } from './RuleRisk';
import { factNumber } from './factNumber';
import { wordCount } from '../core/wordCount';
import { wordMove } from './wordMove';
import { wordNumber } from './wordNumber';
import { wordPercent } from './wordPercent';

/** Signs in the relationship (30 of 100): meetings, contact, mood, surveys, support. Anchors in comments are words of the catalogue of risk signals. */
export const RELATIONSHIP_SIGNALS: readonly SignalRule[] = [
	{
		id: 'meeting_attendance',
		family: 'relationship',
		label: 'Meetings attended',
		weight: 6,
		facts: ['meeting_attendance'],
		// "0 % (was 95 %)"
		curve: [0, 1, 0.5, 0.5, 0.9, 0],
		words: (value, facts) => {
			const before = factNumber(facts, 'meeting_attendance_before');
			return `${wordPercent(value)} of the meetings of 90 days attended${before === null ? '' : ` (was ${wordPercent(before)})`}`;
		},
	},
	{
		id: 'meetings_missed',
		family: 'relationship',
		label: 'Meetings missed in a row',
		weight: 3,
		facts: ['meetings_missed_in_a_row'],
		// "0 % attendance in last 4 scheduled check-ins"
		curve: [0, 0, 1, 0.2, 4, 1],
		words: (value) =>
			value === 0 ? 'The last meeting was attended' : `The last ${wordCount(value, 'meeting')} missed`,
	},
	{
		id: 'silence',
		family: 'relationship',
		label: 'Days since contact',
		weight: 5,
		facts: ['days_since_contact'],
		curve: [30, 0, 60, 0.4, 120, 1],
		words: (value) => `${wordCount(value, 'day')} since the last contact`,
	},
	{
		id: 'sentiment',
		family: 'relationship',
		label: 'Sentiment',
		weight: 4,
		facts: ['sentiment'],
		curve: [-0.6, 1, 0, 0.35, 0.5, 0],
		words: (value) => `Mood of the talks of 90 days is ${wordNumber(value)} (from -1 negative to 1 positive)`,
	},
	{
		id: 'sentiment_shift',
		family: 'relationship',
		label: 'Shift of sentiment',
		weight: 3,
		facts: ['sentiment_shift'],
		curve: [-0.8, 1, -0.1, 0],
		words: (value) => `Mood of the talks ${wordMove(value, 'against the half-year before')}`,
	},
	{
		id: 'nps',
		family: 'relationship',
		label: 'NPS score',
		weight: 4,
		facts: ['nps'],
		curve: [3, 1, 6.5, 0.5, 8.5, 0],
		words: (value) => `NPS score is ${wordNumber(value)} of 10`,
	},
	{
		id: 'nps_change',
		family: 'relationship',
		label: 'Change of the NPS score',
		weight: 1,
		facts: ['nps_change'],
		curve: [-4, 1, -0.5, 0],
		words: (value) => `NPS score ${wordMove(value, 'points')}`,
	},
	{
		id: 'support_rating',
		family: 'relationship',
		label: 'Rating of support',
		weight: 2,
		facts: ['ticket_csat'],
		// "2.1 to 3.8 (5.0 scale)" is the recovery.
		curve: [2, 1, 4.3, 0],
		words: (value) => `Support is rated ${wordNumber(value)} of 5`,
	},
	{
		id: 'urgent_ticket',
		family: 'relationship',
		label: 'Urgent ticket open',
		weight: 2,
		facts: ['urgent_open_days', 'urgent_open'],
		read: (facts) => {
			const open = factNumber(facts, 'urgent_open');
			return open === 0 ? 0 : open === null ? null : Math.max(1, factNumber(facts, 'urgent_open_days') ?? 1);
		},
		curve: [0, 0, 1, 0.5, 7, 1],
		words: (value) =>
			value === 0 ? 'No urgent ticket is open' : `An urgent ticket is open for ${wordCount(value, 'day')}`,
	},
];
