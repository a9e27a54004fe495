import type { HealthInput } from '../../scoring/health/HealthScore';
import { chooseScorecard } from '../../scoring/health/chooseScorecard';
import {
	prepareHealthScorer,
	type HealthNumbers,
	type HealthScorer,
} from '../../scoring/health/prepareHealthScorer';
import { HEALTH_PRESETS } from '../../scoring/health/presets';
import type { Scorecard } from '../../scoring/health/Scorecard';
import { measureAccount } from '../../scoring/measures/measureAccount';
import type { AccountRecords } from '../../scoring/measures/Records';
import { customJsonOf } from './customJsonOf';
import { formatDay } from './formatDay';
import type { GeneratedAccount, PortfolioRow } from './PortfolioRows';

/** Scores of one account on days in ascending order (day numbers), as the daily run would have computed them; null: no customer then. */
export interface PastScores {
	readonly numbers: readonly (HealthNumbers | null)[];
	/** Bands of the scorecard that was used on each day. */
	readonly bands: readonly (string | null)[];
}

/** Weeks of usage that measuring looks at, with room for late and lost ones. */
const WEEKS_LOOKED_AT = 20;
/** No measure looks further back than a year, tickets apart, which are few. */
const MONTHS_12 = 366;

const scorers = new WeakMap<Scorecard, HealthScorer>();

function scorerOf(scorecard: Scorecard): HealthScorer {
	let scorer = scorers.get(scorecard);
	if (scorer === undefined) {
		const prepared = prepareHealthScorer(scorecard);
		if (!prepared.ok) throw new Error(prepared.issues.map(({ message }) => message).join('; '));
		scorer = prepared.value;
		scorers.set(scorecard, scorer);
	}
	return scorer;
}

/** Rows whose day or instant in `column` lies in the year up to a day; instants and days compare as text. */
function lastYear(rows: readonly PortfolioRow[], column: string, day: number): PortfolioRow[] {
	const from = formatDay(day - MONTHS_12);
	const until = formatDay(day + 1);
	return rows.filter((row) => {
		const at = row[column];
		return typeof at === 'string' && at >= from && at < until;
	});
}

/**
 * Scores an account on earlier days by really measuring and scoring what was known at the end of each: weeks of usage that had arrived,
 * the last word of the reviews until then, tickets still open then.
 */
export function scorePast(
	account: GeneratedAccount,
	days: readonly number[],
	scorecard: Scorecard,
): PastScores {
	const { rows, past } = account;
	const accountRow = rows.cs_accounts[0] ?? {};
	const accountId = String(accountRow.account_id);
	const startedOn = formatDay(past.startedOn);
	const usage = rows.cs_usage.map((row, index) => ({ row, arrivedOn: past.usageArrivedOn[index] ?? 0 }));
	const own = ({ account_id }: PortfolioRow): boolean => account_id === accountId;
	const tickets = rows.cs_tickets.filter(own);
	const numbers: (HealthNumbers | null)[] = [];
	const bands: (string | null)[] = [];
	let reviewsKnown = -1;
	let customJson: string | null = null;
	for (const day of days) {
		if (day < past.startedOn || (past.endedOn !== null && day > past.endedOn)) {
			numbers.push(null);
			bands.push(null);
			continue;
		}
		const reviewsThen = past.reviews.filter((review) => review.day <= day).length;
		if (reviewsThen !== reviewsKnown) customJson = customJsonOf(past.reviews, day);
		reviewsKnown = reviewsThen;
		const asOfOn = formatDay(day);
		const records: AccountRecords = {
			usage: usage
				.filter(({ row, arrivedOn }) => arrivedOn <= day && own(row))
				.slice(-WEEKS_LOOKED_AT)
				.map(({ row }) => row),
			tickets,
			invoices: lastYear(rows.cs_invoices, 'due_on', day),
			surveyAnswers: lastYear(rows.cs_survey_answers, 'answered_at', day),
			interactions: lastYear(rows.cs_interactions, 'occurred_at', day),
			contacts: [],
			contracts: [],
			contractLines: [],
			entitlements: rows.cs_entitlements,
			opportunities: [],
		};
		const row = { ...accountRow, custom_json: customJson, source_updated_at: null };
		const input: HealthInput = {
			accountId,
			asOfOn,
			startedOn,
			observations: measureAccount(row, records, asOfOn),
		};
		const used = chooseScorecard(input, scorecard, HEALTH_PRESETS).scorecard;
		const result = scorerOf(used)(input);
		numbers.push(result);
		bands.push(result.bandIndex === null ? null : (used.bands[result.bandIndex]?.id ?? null));
	}
	return { numbers, bands };
}
