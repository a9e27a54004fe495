import type { CaseStrength } from './BusinessCase';
import type { ComparedOutcome } from './compareOutcomes';
import { computeReturn, type Return } from '../measures/ledger/computeReturn';
import type { LedgerSummary } from '../measures/ledger/sumLedger';
import { paybackMonths } from './paybackMonths';

export interface ValueScore {
	/** Realised against what was promised for the time that is over, 0 to 100; null: nothing was promised or measured. */
	readonly value: number | null;
	/** The same with the low and the high end of the value. */
	readonly low: number | null;
	readonly high: number | null;
	readonly band: CaseStrength;
	/** Evidenced part of the value that is claimed, 0 to 1; null: nothing is claimed in this currency. */
	readonly coverage: number | null;
	readonly valueMinor: number | null;
	readonly acknowledgedMinor: number | null;
	readonly costMinor: number | null;
	readonly roi: Return;
	readonly paybackMonths: number | null;
	readonly reason: string;
}

export interface ValueFacts {
	/** In one report currency. */
	readonly ledger: LedgerSummary;
	readonly outcomes: readonly ComparedOutcome[];
	/** Cost of the same period, whole minor units of the report currency; null: not known. */
	readonly costMinor: number | null;
	readonly currency: string;
}

const EVIDENCED_SHARE = 0.5;
const limit = (value: number): number => Math.min(100, Math.max(0, value));

/**
 * What an account got for its money, as a score. The score is achievement against targets, and the band says how strong the case is; both are this
 * project's rules: unproven while less than half of the claimed value is evidenced or the cost is not known, strong when even the low end pays for the cost, moderate when the base
 * does, else weak. Value and cost must be of the same period.
 *
 * @example
 * scoreValue({ ledger: { entries: [], within: [], totals: {}, expected: { perCurrency: [], inReport: null, reason: null }, unevidenced: { perCurrency: [], inReport: null, reason: null } }, outcomes: [], costMinor: 100, currency: 'USD' }).band
 * // => 'unproven'
 */
export function scoreValue({ ledger, outcomes, costMinor, currency }: ValueFacts): ValueScore {
	const total = ledger.totals.value?.inReport ?? null;
	const { unevidenced } = ledger;
	const claimed =
		unevidenced.inReport?.baseMinor ??
		unevidenced.perCurrency.find((sum) => sum.currency === currency)?.baseMinor ??
		null;
	const proven = total === null ? null : Math.abs(total.baseMinor);
	const open = claimed === null ? null : Math.abs(claimed);
	const coverage =
		proven === null
			? open === null
				? null
				: 0
			: proven + (open ?? 0) > 0
				? proven / (proven + (open ?? 0))
				: null;

	let due = 0;
	let realised: number | null = null;
	for (const { targetMinor, elapsedShare, realisedMinor, currency: own } of outcomes) {
		if (own !== currency || realisedMinor === null || elapsedShare === 0) continue;
		due += targetMinor * elapsedShare;
		realised = realised === null ? realisedMinor : realised + realisedMinor;
	}
	const achieved = realised === null || !(due > 0) ? null : (100 * realised) / due;
	const end = (of: number | undefined): number | null =>
		achieved === null || total === null || of === undefined || !(total.baseMinor > 0)
			? null
			: limit((achieved * of) / total.baseMinor);

	const valueMinor = total?.baseMinor ?? null;
	const roi = computeReturn(valueMinor, costMinor);
	const lowRoi = computeReturn(total?.lowMinor ?? null, costMinor);
	const pays = ({ netRate }: Return): boolean => netRate !== null && netRate >= 0;
	const band: CaseStrength =
		roi.netRate === null || coverage === null || coverage < EVIDENCED_SHARE
			? 'unproven'
			: pays(lowRoi)
				? 'strong'
				: pays(roi)
					? 'moderate'
					: 'weak';
	const told =
		achieved === null
			? 'no target to compare with'
			: `${Math.floor(achieved + 0.5)} % of what was promised by now`;
	return {
		value: achieved === null ? null : limit(achieved),
		low: end(total?.lowMinor),
		high: end(total?.highMinor),
		band,
		coverage,
		valueMinor,
		acknowledgedMinor: total?.acknowledgedMinor ?? null,
		costMinor,
		roi,
		paybackMonths: paybackMonths(costMinor, valueMinor),
		reason:
			valueMinor === null
				? `No evidenced value in ${currency}${ledger.totals.value?.reason ? `: ${ledger.totals.value.reason}` : '.'}`
				: `${told}; ROI ${roi.words}.`,
	};
}
