import { createRandom } from './createRandom';
import { formatDay } from './formatDay';
import { UNITS_PER_DOLLAR } from './places';
import type { PortfolioRow } from './PortfolioRows';

const MONTHS = 20;
const DIGITS = 6;

/** Days of the first of each of the last months, oldest first. */
function firstsOfMonths(asOf: number): string[] {
	const [year = 0, month = 0] = formatDay(asOf).split('-').map(Number);
	return Array.from({ length: MONTHS }, (_, index) => {
		const months = year * 12 + month - 1 - (MONTHS - 1 - index);
		return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
	});
}

/** What one unit of each other currency is worth in US dollars, from the first of each month; a slow random walk. */
export function writeRates(seed: number, asOf: number): PortfolioRow[] {
	const days = firstsOfMonths(asOf);
	return Object.entries(UNITS_PER_DOLLAR).flatMap(([currency, unitsPerDollar], index) => {
		if (currency === 'USD') return [];
		const random = createRandom(seed, index, 'rates');
		let rate = 1 / unitsPerDollar;
		return days.map((day) => {
			rate *= 1 + 0.012 * random.normal();
			return {
				day_on: day,
				from_currency: currency,
				to_currency: 'USD',
				rate: Number(rate.toPrecision(DIGITS)),
			};
		});
	});
}
