import { indexSeason } from '../../../scoring/expansion/indexSeason';
import type { SignalRule } from '../../../scoring/expansion/Signal';
import type { Season, UsageWindow } from '../../../scoring/expansion/UsageWindow';

/** What the portfolio as a whole did in every column that a growth signal looks at; worked out once, so that growth is the account's own. */
export function indexSeasons(
	windows: readonly (UsageWindow | null)[],
	rules: readonly SignalRule[],
): Record<string, Season> {
	const known = windows.filter((window) => window !== null);
	const seasons: Record<string, Season> = {};
	for (const { test } of rules) {
		if (test.kind === 'growth') seasons[test.column] ??= indexSeason(known, test.column, test.scale);
	}
	return seasons;
}
