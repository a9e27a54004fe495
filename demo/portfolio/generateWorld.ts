import { dayNumber } from '../../scoring/core/dayNumber';
import { defaultSettings } from './defaultSettings';
import type { PortfolioOptions, WorldRows } from './PortfolioRows';
import { writePeople } from './writePeople';
import { writePrices } from './writePrices';
import { writeRates } from './writeRates';

/**
 * What the accounts of a portfolio share: the people who look after them (one of them absent, with a deputy), exchange rates, the
 * price book and the settings that the templates start with. The same for any number of accounts.
 *
 * @param seed whole number
 */
export function generateWorld(seed: number, options: PortfolioOptions): WorldRows {
	const asOf = dayNumber(options.asOfOn);
	if (asOf === null) throw new RangeError(`asOfOn is '${options.asOfOn}': expected a day YYYY-MM-DD`);
	return {
		cs_people: writePeople(seed, asOf),
		cs_rates: writeRates(seed, asOf),
		cs_prices: writePrices(asOf),
		cs_settings: defaultSettings(asOf),
	};
}
