import { dayNumber } from '../../scoring/core/dayNumber';
import type { Random } from './createRandom';
import type { Life } from './Life';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';

const SHARE = { community: 0, starter: 0.1, professional: 0.3, enterprise: 0.6 } as const;

/**
 * Some products report from which regions they are used and how many services are connected: `regions` and `integrations` in more_json.
 * One such account in six took up another region lately, one in six another integration; most stay as they are.
 */
export function addReach(
	profile: Profile,
	life: Life,
	usage: readonly PortfolioRow[],
	random: Random,
): PortfolioRow[] {
	if (!random.chance(SHARE[profile.tier])) return [...usage];
	const home = profile.place.region;
	const [added = home] = (['emea', 'amer', 'apac'] as const).filter((region) => region !== home);
	const connected = random.integer(2, 9);
	const since = (): number => (random.chance(1 / 6) ? life.asOf - random.integer(35, 70) : Infinity);
	const [newRegion, newService] = [since(), since()];
	return usage.map((row) => {
		const day = dayNumber(String(row.starts_on)) ?? 0;
		const more = JSON.parse(String(row.more_json ?? '{}')) as Record<string, unknown>;
		const regions = day >= newRegion ? [home, added] : [home];
		const integrations = day >= newService ? connected + 1 : connected;
		return { ...row, more_json: JSON.stringify({ ...more, regions, integrations }) };
	});
}
