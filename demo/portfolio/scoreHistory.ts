import { dayNumber } from '../../scoring/core/dayNumber';
import { FRAMEWORK_SCORECARD, HEALTH_PRESETS } from '../../scoring/health/presets';
import type { Scorecard } from '../../scoring/health/Scorecard';
import { hash12 } from '../../shared/hash12';
import { formatDay } from './formatDay';
import type { GeneratedAccount, PortfolioOptions, PortfolioRow } from './PortfolioRows';
import { scorePast } from './scorePast';

const WEEKS = 52;
const MODEL_VERSION = 'health-1';

/** The Mondays of the year before `asOf`, oldest first, without the day itself. */
function mondaysBefore(asOf: number): number[] {
	const lastMonday = asOf - 1 - ((asOf + 2) % 7);
	const weeks = Math.floor((lastMonday - (asOf - 7 * WEEKS)) / 7);
	return Array.from({ length: weeks + 1 }, (_, index) => lastMonday - 7 * (weeks - index));
}

const configHashes = new WeakMap<Scorecard, string>();

/** Fingerprint of the scorecard and those its lifecycle rules lead to, as the Health Score node computes it. */
function configHashOf(scorecard: Scorecard): string {
	const known = configHashes.get(scorecard);
	if (known !== undefined) return known;
	const led = scorecard.lifecycle.map(({ scorecardId }) => HEALTH_PRESETS[scorecardId]);
	const hash = hash12([scorecard, ...led.filter((card) => card !== undefined)]);
	configHashes.set(scorecard, hash);
	return hash;
}

/**
 * Rows of cs_score_history of an account, oldest first: what the daily run would have written had it run on every Monday of
 * the last year before `asOfOn`. The demo's first run so looks back on up to a week, in which some accounts have moved. As there, a day without enough data has a row without value
 * or band; `delta` is the change since the last day with a value. Nothing before the customer's start or after its end.
 */
export function scoreHistory(
	account: GeneratedAccount,
	options: PortfolioOptions,
	scorecard: Scorecard = FRAMEWORK_SCORECARD,
): PortfolioRow[] {
	const asOf = dayNumber(options.asOfOn);
	const accountId = account.rows.cs_accounts[0]?.account_id ?? null;
	if (asOf === null || accountId === null) return [];
	const days = mondaysBefore(asOf);
	const { numbers, bands } = scorePast(account, days, scorecard);
	const configHash = configHashOf(scorecard);
	const rows: PortfolioRow[] = [];
	let previous: number | null = null;
	days.forEach((day, index) => {
		const score = numbers[index] ?? null;
		if (score === null) return;
		rows.push({
			score: 'health',
			account_id: accountId,
			as_of_on: formatDay(day),
			computed_at: `${formatDay(day)}T00:00:00.000Z`,
			value: score.value,
			band: bands[index] ?? null,
			coverage: score.coverage,
			delta: score.value === null || previous === null ? null : score.value - previous,
			model_version: MODEL_VERSION,
			config_hash: configHash,
		});
		if (score.value !== null) previous = score.value;
	});
	return rows;
}
