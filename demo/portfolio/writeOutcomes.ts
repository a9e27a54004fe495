import { formatDay } from './formatDay';
import { formatInstant } from './formatInstant';
import type { Life } from './Life';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';

/** What happened at renewals and in between, as far as it had happened and was known on the day of the portfolio. */
export function writeOutcomes(profile: Profile, life: Life): PortfolioRow[] {
	return life.outcomes
		.filter(({ occurredOn, knownOn }) => occurredOn <= life.asOf && knownOn <= life.asOf)
		.map((outcome) => ({
			account_id: profile.accountId,
			kind: outcome.kind,
			occurred_on: formatDay(outcome.occurredOn),
			known_at: formatInstant(outcome.knownOn, 720),
			arr_change_minor:
				outcome.seatsAfter * outcome.unitPriceAfter - outcome.seatsBefore * outcome.unitPriceBefore,
			currency: profile.place.currency,
			voluntary: outcome.kind === 'churned' ? outcome.voluntary : null,
			reason: outcome.reason,
		}));
}
