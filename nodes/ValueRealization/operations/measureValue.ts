import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../../../scoring/measures/numberIn';
import { compareOutcomes, type ComparedOutcome } from '../../../scoring/value/compareOutcomes';
import { paidPeriod } from '../../../scoring/measures/ledger/paidPeriod';
import type { DayRange } from '../../../scoring/measures/ledger/periodRange';
import { scoreValue, type ValueScore } from '../../../scoring/value/scoreValue';
import { sumLedger, type LedgerSummary } from '../../../scoring/measures/ledger/sumLedger';
import { yearsIn } from '../../../scoring/measures/ledger/yearsIn';
import { readDay } from '../../../shared/fields/readDay';
import { readField } from '../../../shared/fields/readField';
import { convertField, readCost, type CostNeed } from './readCost';
import { readEntry, textIn } from './readEntry';
import type { RoiSetting } from './readRoi';

export interface MeasuredAccount {
	readonly account: IDataObject;
	readonly accountId: string;
	readonly currency: string;
	readonly ledger: LedgerSummary;
	readonly outcomes: readonly ComparedOutcome[];
	readonly window: DayRange | null;
	readonly score: ValueScore;
}

/** What one account got for its money. */
export function measureValue(
	account: IDataObject,
	accountId: string,
	setting: RoiSetting,
): MeasuredAccount | null {
	const { run, rates } = setting;
	const rows = (setting.ledger.get(accountId) ?? []).map(readEntry);
	const currency = run.currency ?? textIn(account, 'currency')?.toUpperCase() ?? rows[0]?.currency ?? null;
	if (currency === null) return null;
	const options = { asOfOn: run.day, window: setting.window, reportCurrency: currency, rates };
	const ledger = sumLedger(rows, { ...options, acknowledgedOnly: setting.acknowledgedOnly });
	const window =
		setting.valueFrom === 'fields'
			? setting.window
			: paidPeriod(ledger, setting.window, readDay(account.started_on));
	const need: CostNeed = {
		from: setting.costFrom,
		field: setting.costField,
		currency,
		rates,
		day: run.day,
		years: window === null ? null : yearsIn(window),
	};
	const costMinor = readCost(account, ledger.totals.cost, need);
	const known =
		setting.valueFrom === 'ledger'
			? ledger
			: withValue(ledger, currency, convertField(account, fieldAmount(account, setting.valueField), need));
	const outcomes = compareOutcomes(ledger.entries, run.day);
	const score = scoreValue({ ledger: known, outcomes, costMinor, currency });
	return { account, accountId, currency, ledger: known, outcomes, window, score };
}

const fieldAmount = (account: IDataObject, field: string): number | null =>
	numberIn({ amount: readField(account, field) }, 'amount');

/** The summary with a value that came as an amount in a field. */
function withValue(ledger: LedgerSummary, currency: string, baseMinor: number | null): LedgerSummary {
	const inReport =
		baseMinor === null
			? null
			: { currency, lowMinor: baseMinor, baseMinor, highMinor: baseMinor, acknowledgedMinor: 0 };
	const reason = baseMinor === null ? 'the field holds no amount' : null;
	return { ...ledger, totals: { ...ledger.totals, value: { perCurrency: [], inReport, reason } } };
}
