import type { RateRow } from '../core/convertMoney';
import { isKnownAt } from '../measures/isKnownAt';
import { knowledgeCut } from '../measures/knowledgeCut';
import { lastQuarters } from '../measures/ledger/lastQuarters';
import { measureLedgerReturn } from '../measures/ledger/measureLedgerReturn';
import { readLedgerEntry } from '../measures/ledger/readLedgerEntry';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import type { Contract } from './Contract';
import { dayIn } from './dayIn';
import { indexScores } from './indexScores';
import { observeRenewal, type LedgerRoi } from './observeRenewal';
import { readContractLine } from './readContractLine';
import { readEmittedStage } from './readEmittedStage';
import { readExpansions } from './readExpansions';
import { readPrices } from './readPrices';
import type { RenewalAccount, RenewalPortfolio } from './RenewalPlan';
import type { RenewalRecords } from './RenewalRecords';

const textIn = (row: Row, column: string): string | null => {
	const value = row[column];
	return typeof value === 'string' && value !== '' ? value : null;
};

const NO_LEDGER: LedgerRoi = { roiRate: null, acknowledged: null };

/** What came in beside the contracts. */
export interface PortfolioRows {
	readonly records: RenewalRecords;
	/** Rows of cs_scores. */
	readonly scores: readonly Row[];
	/** Rows of cs_renewal_stages. */
	readonly stages: readonly Row[];
}

/**
 * Brings rows of our tables into the form that `planRenewals` reads. Accounts are those of the contracts; one without a row in cs_accounts is known by its
 * other rows and scores alone.
 *
 * @param asOf an instant in UTC, or a day: what is known of later is not seen
 *
 * @example
 * readPortfolio([], { records: sortRenewalRecords([]), scores: [], stages: [] }, '2024-11-24').lines
 * // => []
 */
export function readPortfolio(
	contracts: readonly Contract[],
	{ records, scores, stages }: PortfolioRows,
	asOf: string,
): RenewalPortfolio {
	const today = asOf.slice(0, 10);
	const cut = knowledgeCut(asOf);
	const rates = readRates(records.rates);
	const indexed = indexScores(scores, today);
	const accounts = new Map<string, RenewalAccount>();
	for (const { accountId } of contracts) {
		if (accounts.has(accountId)) continue;
		const row = records.accounts.get(accountId);
		const own = records.byAccount.get(accountId) ?? null;
		const entries = records.ledger.get(accountId);
		const accountScores = indexed.get(accountId) ?? null;
		if (row === undefined && own === null && entries === undefined && accountScores === null) continue;
		const account: Row = row ?? {};
		const currency = textIn(account, 'currency')?.toUpperCase() ?? null;
		const arrMinor = numberIn(account, 'arr_minor');
		const ledger = entries === undefined ? NO_LEDGER : readReturn(entries, account, today, rates);
		accounts.set(accountId, {
			accountId,
			name: textIn(account, 'name'),
			timeZone: textIn(account, 'time_zone'),
			currency,
			arrMinor,
			csmId: textIn(account, 'csm_id'),
			aeId: textIn(account, 'ae_id'),
			segment: textIn(account, 'segment'),
			tier: textIn(account, 'tier'),
			facts: observeRenewal({ account, records: own, ledger, scores: accountScores, cut }),
			expansions: own === null ? [] : readExpansions(own.opportunities),
		});
	}
	return {
		contracts,
		lines: records.lines.flatMap((line) => (isKnownAt(line, cut) ? (readContractLine(line) ?? []) : [])),
		accounts,
		emitted: stages.flatMap((row) => readEmittedStage(row) ?? []),
		prices: readPrices(records.prices),
		rates,
	};
}

/**
 * As *Measure ROI* of Value Realization has it from the start: the last four quarters that are over, in the account's currency, else that of
 * the first entry.
 */
function readReturn(rows: readonly Row[], account: Row, today: string, rates: readonly RateRow[]): LedgerRoi {
	const entries = rows.map(readLedgerEntry);
	const own = textIn(account, 'currency')?.toUpperCase() ?? null;
	const currency = own ?? entries[0]?.currency ?? null;
	if (currency === null) return NO_LEDGER;
	const { roi, acknowledged } = measureLedgerReturn(entries, {
		asOfOn: today,
		window: lastQuarters(today),
		currency,
		yearlyMinor: own === null ? null : numberIn(account, 'arr_minor'),
		startedOn: dayIn(account, 'started_on') ?? null,
		rates,
	});
	return { roiRate: roi.grossRate, acknowledged };
}

function readRates(rows: readonly Row[]): RateRow[] {
	return rows.flatMap((row) => {
		const rate = numberIn(row, 'rate');
		const day = dayIn(row, 'day_on');
		if (rate === null || typeof day !== 'string') return [];
		const [from, to] = [String(row.from_currency), String(row.to_currency)];
		return [{ day_on: day, from_currency: from, to_currency: to, rate }];
	});
}
