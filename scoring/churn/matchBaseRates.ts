import type { ChurnFacts } from './ChurnFacts';
import { factNumber } from './factNumber';
import type { BaseRate } from './RuleRisk';
import { wordChange } from './wordChange';
import { wordMove } from './wordMove';
import { wordPercent } from './wordPercent';

interface RateRule extends Omit<BaseRate, 'words'> {
	/** Raises a probability by `rate` percent, and has no rate of its own. */
	readonly modifier: boolean;
	/** What was seen, in words; null: not seen or not observed. */
	readonly seen: (facts: ChurnFacts) => string | null;
}

/** Rates of the seed's table of risk correlation factors, word for word; each keeps its own horizon. */
const RATES: readonly RateRule[] = [
	{
		id: 'usage_decline',
		label: 'Usage decline of more than 60 % over 60 days',
		rate: 89,
		horizon: 'within 6 months',
		modifier: false,
		seen: (facts) => {
			const change = factNumber(facts, 'usage_change_60d');
			return change !== null && change < -0.6 ? `Usage ${wordChange(change)} in 60 days` : null;
		},
	},
	{
		id: 'champion_change',
		label: 'Champion change without replacement',
		rate: 67,
		horizon: null,
		modifier: false,
		seen: (facts) => (facts.champion_unreplaced === 1 ? 'The champion left and was not replaced' : null),
	},
	{
		id: 'attendance_drop',
		label: 'Meeting attendance drop to 0 %',
		rate: 78,
		horizon: 'within 90 days',
		modifier: false,
		seen: (facts) => {
			const before = factNumber(facts, 'meeting_attendance_before');
			if (facts.meeting_attendance !== 0 || before === null || before <= 0) return null;
			return `No meeting of 90 days was attended (was ${wordPercent(before)})`;
		},
	},
	{
		id: 'support_sentiment',
		label: 'Negative shift of sentiment',
		rate: 45,
		horizon: null,
		modifier: true,
		seen: (facts) => {
			const rating = factNumber(facts, 'ticket_csat_change');
			const shift = factNumber(facts, 'sentiment_shift');
			if (rating !== null && rating <= -1) return `The rating of support ${wordMove(rating, 'of 5')}`;
			if (shift === null || shift > -0.5) return null;
			return `The mood of the talks ${wordMove(shift, '(from -1 negative to 1 positive)')}`;
		},
	},
];

/**
 * Which signs with a known rate of churn an account shows: `matched` may be averaged (`meanBaseRate`); `modifiers` raise a probability and
 * are only said. Anything not observed is not seen. The rates are the seed's, measured at customers nobody knows: a start, until a
 * model learned from own outcomes.
 *
 * @example
 * matchBaseRates({ champion_unreplaced: 1 }).matched.map(({ rate }) => rate)
 * // => [67]
 */
export function matchBaseRates(facts: ChurnFacts): {
	readonly matched: readonly BaseRate[];
	readonly modifiers: readonly BaseRate[];
} {
	const seen = RATES.flatMap(({ seen: look, modifier, ...rate }) => {
		const words = look(facts);
		return words === null ? [] : [{ modifier, rate: { ...rate, words } }];
	});
	return {
		matched: seen.filter(({ modifier }) => !modifier).map(({ rate }) => rate),
		modifiers: seen.filter(({ modifier }) => modifier).map(({ rate }) => rate),
	};
}
