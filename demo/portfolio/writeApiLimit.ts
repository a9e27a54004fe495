import type { Random } from './createRandom';
import { formatDay } from './formatDay';
import type { Life } from './Life';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';

const SHARE = { community: 0, starter: 0.1, professional: 0.35, enterprise: 0.5 } as const;
const WEEKS_PER_MONTH = 365.25 / 12 / 7;
const RECENT_WEEKS = 8;

/**
 * The monthly limit of API calls that some accounts have besides: a third of them use 86 to 97 % of it, the others have room.
 * No row where nothing was used.
 */
export function writeApiLimit(
	profile: Profile,
	life: Life,
	usage: readonly PortfolioRow[],
	random: Random,
): PortfolioRow[] {
	const hasOne = random.chance(SHARE[profile.tier]);
	const share = random.chance(0.33) ? random.between(0.86, 0.97) : random.between(0.3, 0.75);
	const weeks = usage.slice(-RECENT_WEEKS).map((row) => Number(row.api_calls));
	const monthly =
		(weeks.reduce((sum, calls) => sum + calls, 0) / Math.max(1, weeks.length)) * WEEKS_PER_MONTH;
	if (!hasOne || monthly < 1) return [];
	return [
		{
			account_id: profile.accountId,
			metric: 'api_calls',
			limit_value: Math.ceil(monthly / share / 10) * 10,
			period: 'month',
			valid_from_on: formatDay(life.startedOn),
			valid_to_on: null,
		},
	];
}
