import { numberIn } from '../../../scoring/measures/numberIn';
import { checkClaim, type ClaimCheck } from '../../../scoring/value/checkClaim';
import { isObject } from '../../../shared/isObject';
import type { MeasuredAccount } from './measureValue';

/**
 * Checks the figures of an account's object `claims` (roi_gross_percent, roi_net_percent, payback_months, value_minor, cost_minor) against the
 * measured ones, so that a slide says nothing the ledger does not.
 */
export function checkClaims({ account, score }: MeasuredAccount): ClaimCheck[] {
	const claims = isObject(account.claims) ? account.claims : {};
	const percent = (rate: number | null): number | null => (rate === null ? null : 100 * rate);
	const computed: Readonly<Record<string, number | null>> = {
		roi_gross_percent: percent(score.roi.grossRate),
		roi_net_percent: percent(score.roi.netRate),
		payback_months: score.paybackMonths,
		value_minor: score.valueMinor,
		cost_minor: score.costMinor,
	};
	return Object.entries(computed).flatMap(([name, value]) => {
		const claimed = numberIn(claims, name);
		return claimed === null ? [] : [checkClaim(name, claimed, value)];
	});
}
