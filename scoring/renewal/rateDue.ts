import type { DueRates } from './Bridge';
import type { DueRenewal } from './measureDue';

/**
 * Renewal rates on the revenue whose term ended in between, in one currency: gross counts per renewal no more than was due, net counts
 * growth too. Amounts due of 0 or less are in neither. Ratios from 0; null when nothing was due.
 *
 * @example
 * rateDue([{ accountId: 'a', dueMinor: 100, renewedMinor: 120 }, { accountId: 'b', dueMinor: 100, renewedMinor: 0 }]).grossRenewalRate
 * // => 0.5
 */
export function rateDue(renewals: readonly DueRenewal[]): DueRates {
	const due = renewals.filter(({ dueMinor }) => dueMinor > 0);
	let [dueMinor, renewedMinor, renewedWithGrowthMinor] = [0, 0, 0];
	for (const one of due) {
		dueMinor += one.dueMinor;
		renewedMinor += Math.max(0, Math.min(one.dueMinor, one.renewedMinor));
		renewedWithGrowthMinor += one.renewedMinor;
	}
	return {
		dueMinor,
		renewedMinor,
		renewedWithGrowthMinor,
		grossRenewalRate: dueMinor > 0 ? renewedMinor / dueMinor : null,
		netRenewalRate: dueMinor > 0 ? renewedWithGrowthMinor / dueMinor : null,
		accounts: new Set(due.map(({ accountId }) => accountId)).size,
	};
}
