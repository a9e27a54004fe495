import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { convertMoney, type RateRow } from '../../../scoring/core/convertMoney';
import { numberIn } from '../../../scoring/measures/numberIn';
import type { Alternative } from '../../../scoring/value/compareAlternatives';
import type { Benefit, Scenario } from '../../../scoring/value/BusinessCase';
import { CASE_SCENARIOS } from '../../../scoring/value/caseScenarios';
import { lastQuarters } from '../../../scoring/measures/ledger/lastQuarters';
import { sumLedger } from '../../../scoring/measures/ledger/sumLedger';
import { VALUE_KINDS } from '../../../scoring/measures/ledger/valueKinds';
import { isObject } from '../../../shared/isObject';
import { readEntry, textIn } from './readEntry';
import { readRates } from './readRates';
import { groupBy, readRecords } from './readRecords';
import { readRun, type Run } from './readRun';

export interface CaseSetting {
	readonly run: Run;
	readonly ledger: ReadonlyMap<string, IDataObject[]>;
	readonly rates: readonly RateRow[];
	readonly yearlyCostField: string;
	readonly oneTimeCostField: string;
	readonly discountRate: number;
	readonly years: number;
	/** Currency units. */
	readonly hourlyLimit: number;
	readonly scenarios: readonly Scenario[];
}

interface Options {
	discountRate?: number;
	hourlyLimit?: number;
	scenarios?: { scenario?: Scenario[] };
	years?: number;
}

/** The parameters and records of Build Business Case, read once. */
export function readCase(context: IExecuteFunctions): CaseSetting {
	const records = readRecords(context);
	const options = context.getNodeParameter('caseOptions', 0, {}) as Options;
	const own = options.scenarios?.scenario ?? [];
	return {
		run: readRun(context),
		ledger: groupBy(records.ledger, 'account_id'),
		rates: readRates(records.rates),
		yearlyCostField: String(context.getNodeParameter('yearlyCostField', 0)),
		oneTimeCostField: String(context.getNodeParameter('oneTimeCostField', 0)),
		discountRate: options.discountRate ?? 0.1,
		years: options.years ?? 3,
		hourlyLimit: options.hourlyLimit ?? 250,
		scenarios: own.length > 0 ? own : CASE_SCENARIOS,
	};
}

export interface CaseEvidence {
	readonly benefits: readonly Benefit[];
	readonly entryIds: readonly string[];
	/** Entries that could not be converted. */
	readonly withoutRate: readonly string[];
}

/** Benefits of the last four quarters from the ledger, by outcome or kind, in one currency. */
export function ledgerBenefits(accountId: string, currency: string, setting: CaseSetting): CaseEvidence {
	const { run, rates } = setting;
	const { within } = sumLedger((setting.ledger.get(accountId) ?? []).map(readEntry), {
		asOfOn: run.day,
		window: lastQuarters(run.day),
		reportCurrency: null,
		rates,
		acknowledgedOnly: false,
	});
	const byName = new Map<string, [low: number, base: number, high: number]>();
	const [entryIds, withoutRate]: [string[], string[]] = [[], []];
	for (const { entry, state, baseMinor } of within) {
		if (state !== 'counted' || baseMinor === null || entry.currency === null) continue;
		if (!VALUE_KINDS.includes(entry.kind ?? '')) continue;
		const own = entry.currency;
		const ends = [entry.lowMinor ?? baseMinor, baseMinor, entry.highMinor ?? baseMinor].map((amountMinor) =>
			convertMoney({ amountMinor, currency: own }, currency, run.day, rates),
		);
		const [low = null, base = null, high = null] = ends;
		if (low === null || base === null || high === null) {
			withoutRate.push(entry.entryId);
			continue;
		}
		const name = entry.evidence.outcome ?? entry.kind ?? '';
		const known = byName.get(name) ?? [0, 0, 0];
		byName.set(name, [known[0] + low, known[1] + base, known[2] + high]);
		entryIds.push(entry.entryId);
	}
	const benefits = [...byName].map(
		([name, [lowMinor, baseMinor, highMinor]]): Benefit => ({
			name,
			lowMinor,
			baseMinor,
			highMinor,
			isEvidenced: true,
		}),
	);
	return { benefits, entryIds, withoutRate };
}

const rowsIn = (value: unknown): Array<Record<string, unknown>> =>
	Array.isArray(value) ? value.filter(isObject) : [];

/** The account's own list `benefits`: what is expected, not yet evidenced. */
export function ownBenefits(account: IDataObject): Benefit[] {
	return rowsIn(account.benefits).map((row, index) => ({
		name: textIn(row, 'name') ?? `benefit ${index + 1}`,
		lowMinor: numberIn(row, 'low_minor'),
		baseMinor: numberIn(row, 'base_minor'),
		highMinor: numberIn(row, 'high_minor'),
		isEvidenced: false,
	}));
}

/** The account's list `alternatives`. */
export function ownAlternatives(account: IDataObject): Alternative[] {
	return rowsIn(account.alternatives).map((row, index) => ({
		name: textIn(row, 'name') ?? `alternative ${index + 1}`,
		oneTimeMinor: numberIn(row, 'one_time_minor'),
		yearlyMinor: numberIn(row, 'yearly_minor'),
		monthsToDeploy: numberIn(row, 'months_to_deploy'),
		claimedPercent: numberIn(row, 'claimed_percent'),
	}));
}
