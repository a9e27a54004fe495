import type { IDataObject } from 'n8n-workflow';

import { knowledgeCut } from '../../../scoring/measures/knowledgeCut';
import { caseOfPlan } from '../../../scoring/renewal/caseOfPlan';
import { defaultRenewalRates } from '../../../scoring/renewal/defaultRenewalRates';
import { linesInForce } from '../../../scoring/renewal/linesInForce';
import { measurePortfolioRate } from '../../../scoring/renewal/measurePortfolioRate';
import { planRenewals } from '../../../scoring/renewal/planRenewals';
import { readBridgeLine } from '../../../scoring/renewal/readBridgeLine';
import { readCall } from '../../../scoring/renewal/readCall';
import { readCase } from '../../../scoring/renewal/readCase';
import { readPortfolio } from '../../../scoring/renewal/readPortfolio';
import type { ForecastCase, ForecastCategory } from '../../../scoring/renewal/RenewalForecast';
import type { RenewalRecords } from '../../../scoring/renewal/RenewalRecords';
import type { RenewalSettings } from '../../../scoring/renewal/RenewalPlan';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import type { AsOf } from '../../../shared/fields/readAsOf';
import type { InputRow } from '../readRows';
import { readContracts } from './readContracts';

export interface ReadCases {
	readonly cases: readonly ForecastCase[];
	readonly faults: readonly BatchRow[];
	/** Rows that are neither a renewal nor a contract. */
	readonly skipped: number;
	/** Calls that mean no category, as they were written. */
	readonly unknownCalls: readonly string[];
}

/** Renewals as Plan Renewals wrote them, and contracts, which are planned here by the standard rules. */
export function readCases(
	rows: readonly InputRow[],
	records: RenewalRecords,
	callField: string,
	asOf: AsOf,
): ReadCases {
	const calls = indexCalls(records, callField);
	const renewed = indexAmounts(records, asOf.until);
	const unknownCalls = new Set<string>();
	const callOf = (row: IDataObject | null, accountId: string | null): ForecastCategory | null => {
		const given = row?.[callField] ?? calls.get(accountId ?? '') ?? null;
		const call = readCall(given);
		if (call === undefined) unknownCalls.add(String(given));
		return call ?? null;
	};
	const cases: ForecastCase[] = [];
	const contracts: InputRow[] = [];
	const byId = new Map<string, IDataObject>();
	for (const input of rows) {
		const { row } = input;
		const account = row.account_id === undefined || row.account_id === null ? null : String(row.account_id);
		const successor = typeof row.successor_id === 'string' ? row.successor_id : '';
		const one = readCase(row, callOf(row, account), renewed.get(successor) ?? null);
		if (one !== null) cases.push(one);
		else {
			contracts.push(input);
			byId.set(String(row.contract_id), row);
		}
	}
	const read = readContracts(contracts);
	if (read.contracts.length > 0) {
		const portfolio = readPortfolio(read.contracts, { records, scores: [], stages: [] }, asOf.until);
		const settings = standardSettings(asOf.until, measurePortfolioRate(records.outcomes, asOf.day));
		for (const plan of planRenewals(portfolio, settings)) {
			const { contractId, accountId } = plan.contract;
			const call = callOf(byId.get(contractId) ?? null, accountId);
			cases.push(caseOfPlan(plan, call, renewed.get(plan.successorId ?? '') ?? null));
		}
	}
	return { cases, faults: read.faults, skipped: read.skipped, unknownCalls: [...unknownCalls] };
}

/** What a call is on the open renewal opportunity of an account. */
function indexCalls(records: RenewalRecords, callField: string): ReadonlyMap<string, unknown> {
	const calls = new Map<string, unknown>();
	for (const [account, { opportunities }] of records.byAccount) {
		for (const row of opportunities) {
			if (row.kind === 'renewal' && row.status === 'open' && row[callField])
				calls.set(account, row[callField]);
		}
	}
	return calls;
}

/** Revenue of a year of each contract from its lines; none for one with lines in several currencies. */
function indexAmounts(records: RenewalRecords, until: string): ReadonlyMap<string, number> {
	const lines = records.lines.flatMap((row) => {
		const read = readBridgeLine(row);
		return read.ok ? [read.value] : [];
	});
	const cut = knowledgeCut(until);
	const sums = new Map<string, { minor: number; currency: string | null }>();
	for (const line of lines) {
		if (line.arrMinor === null || line.startsOn === null) continue;
		if (linesInForce([line], line.startsOn, cut).length === 0) continue;
		const sum = sums.get(line.contractId);
		if (sum === undefined) sums.set(line.contractId, { minor: line.arrMinor, currency: line.currency });
		else if (sum.currency === line.currency) sum.minor += line.arrMinor;
		else sum.minor = Number.NaN;
	}
	return new Map(
		[...sums].filter(([, { minor }]) => Number.isFinite(minor)).map(([id, { minor }]) => [id, minor]),
	);
}

const standardSettings = (asOf: string, portfolioRate: number | null): RenewalSettings => ({
	asOf,
	stages: {
		rules: [],
		businessDays: false,
		holidays: new Set(),
		monthToMonth: false,
		catchUpDays: 90,
	},
	estimate: { from: 'auto', rates: defaultRenewalRates(), portfolioRate },
	applyUplift: false,
	reprice: false,
	limits: { discountRate: 0, termDiscountRate: 0, creditRate: 0, totalRate: 0, priceLockMonths: 0 },
});
