import type { AccountBridge, RetentionRates } from './Bridge';

/**
 * GRR and NRR of one currency on the opening revenue of the accounts that had some (new and returned ones are in neither), at the rates of the
 * closing. GRR counts per account no more than it opened with, so that the growth of one cannot hide the loss of another. Without
 * price: as if no price had changed. Ratios from 0; null without opening revenue.
 *
 * @example
 * rateRetention([{ openingMinor: 100, startMinor: 100, endMinor: 130, moves: [{ kind: 'price', amountMinor: 10 }] }, { openingMinor: 100, startMinor: 100, endMinor: 60, moves: [] }]).grr
 * // => 0.8
 */
export function rateRetention(accounts: readonly AccountBridge[]): RetentionRates {
	const cohort = accounts.filter(({ startMinor }) => startMinor > 0);
	let [start, opening, kept, end, keptFlat, endFlat, alive] = [0, 0, 0, 0, 0, 0, 0];
	for (const { startMinor, openingMinor, endMinor, moves } of cohort) {
		const price = moves.reduce((sum, { kind, amountMinor }) => sum + (kind === 'price' ? amountMinor : 0), 0);
		const flat = endMinor - price;
		start += startMinor;
		opening += openingMinor;
		end += endMinor;
		endFlat += flat;
		kept += Math.max(0, Math.min(startMinor, endMinor));
		keptFlat += Math.max(0, Math.min(startMinor, flat));
		if (endMinor > 0) alive++;
	}
	const per = (sum: number, base: number): number | null => (base > 0 ? sum / base : null);
	return {
		startMinor: start,
		accounts: cohort.length,
		grr: per(kept, start),
		nrr: per(end, start),
		grrWithoutPrice: per(keptFlat, start),
		nrrWithoutPrice: per(endFlat, start),
		nrrAsReported: per(end, opening),
		logoRetention: per(alive, cohort.length),
	};
}
