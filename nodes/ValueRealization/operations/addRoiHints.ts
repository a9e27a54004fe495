import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { sumMoney } from '../../../scoring/core/sumMoney';
import { computeReturn } from '../../../scoring/measures/ledger/computeReturn';
import { addHint } from '../../../shared/n8n/addHint';
import type { RoiSetting } from './readRoi';
import type { MeasuredAccount } from './measureValue';

const STRENGTHS = ['strong', 'moderate', 'weak', 'unproven'] as const;

/** Says above the output what was measured and left out, and returns the same as one item. */
export function addRoiHints(
	context: IExecuteFunctions,
	measured: readonly MeasuredAccount[],
	skipped: ReadonlyMap<string, number>,
	{ run, rates, records }: RoiSetting,
): IDataObject {
	const bands = Object.fromEntries(
		STRENGTHS.map((band) => [band, measured.filter(({ score }) => score.band === band).length]),
	);
	const unevidenced = measured.flatMap(({ ledger }) =>
		ledger.entries.filter(({ state }) => state === 'excluded'),
	);
	const left = Object.fromEntries([...skipped].map(([reason, count]) => [`skipped (${reason})`, count]));
	addHint(context, { accounts: measured.length, ...bands, 'entries left out': unevidenced.length, ...left });
	const [first] = unevidenced;
	if (first !== undefined) {
		const [issue] = first.issues;
		addHint(
			context,
			`Left out of all totals, e.g. ${first.entry.entryId}: ${issue?.message ?? ''} ${issue?.remedy ?? ''}`,
			'warning',
		);
	}
	if (records.other.length > 0)
		addHint(
			context,
			`Rows on Records that this operation does not read: ${records.other.length}.`,
			'warning',
		);
	// Value and cost of the same accounts: one without a cost would make the ratio of all too good.
	const both = measured.filter(({ score }) => score.valueMinor !== null && score.costMinor !== null);
	const total = (of: (account: MeasuredAccount) => number | null) =>
		sumMoney(
			both.map((account) => ({ amountMinor: of(account), currency: account.currency })),
			{ reportCurrency: run.currency, onDay: run.day, rates },
		);
	const value = total(({ score }) => score.valueMinor);
	const cost = total(({ score }) => score.costMinor);
	const roi = computeReturn(value.totalMinor, cost.totalMinor);
	return {
		as_of_on: run.day,
		run_id: run.runId,
		accounts: measured.length,
		accounts_with_roi: both.length,
		...bands,
		entries_left_out: unevidenced.length,
		value_minor: value.totalMinor,
		cost_minor: cost.totalMinor,
		currency: run.currency,
		roi_gross_rate: roi.grossRate,
		roi_net_rate: roi.netRate,
		details: {
			value_per_currency: value.perCurrency as unknown as IDataObject[],
			cost_per_currency: cost.perCurrency as unknown as IDataObject[],
			reason: value.reason,
			skipped: Object.fromEntries(skipped),
		},
	};
}
