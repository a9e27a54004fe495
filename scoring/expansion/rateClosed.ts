import { daysBetween } from '../core/daysBetween';
import type { Row } from '../measures/Records';
import { EXPANSION_TYPES } from './expansionTypes';
import type { ExpansionType } from './Signal';

export interface WinRate {
	readonly won: number;
	readonly closed: number;
}

/**
 * How many closed expansion opportunities were won, by type, out of rows of cs_opportunities that were closed by a day. Deals of kind expansion whose
 * type is not known are left out. A type without a closed one has none in the map.
 *
 * @example
 * rateClosed([{ kind: 'upsell', status: 'won', close_on: '2026-01-05' }], '2026-01-20').get('upsell')
 * // => { won: 1, closed: 1 }
 */
export function rateClosed(rows: readonly Row[], day: string): Map<ExpansionType, WinRate> {
	const rates = new Map<ExpansionType, { won: number; closed: number }>();
	for (const { kind, status, close_on: closeOn } of rows) {
		const type = EXPANSION_TYPES.find((one) => one === kind);
		const age = daysBetween(String(closeOn).slice(0, 10), day);
		if (type === undefined || (status !== 'won' && status !== 'lost') || age === null || age < 0) continue;
		const rate = rates.get(type) ?? { won: 0, closed: 0 };
		rate.closed++;
		if (status === 'won') rate.won++;
		rates.set(type, rate);
	}
	return rates;
}
