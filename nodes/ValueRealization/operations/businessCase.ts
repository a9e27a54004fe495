import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { currencyExponent } from '../../../scoring/core/currencyExponent';
import { wordCount } from '../../../scoring/core/wordCount';
import { numberIn } from '../../../scoring/measures/numberIn';
import { buildBusinessCase } from '../../../scoring/value/buildBusinessCase';
import type { BusinessCase, ScenarioResult } from '../../../scoring/value/BusinessCase';
import { checkBaseline, type CheckedBaseline } from '../../../scoring/value/checkBaseline';
import { compareAlternatives, type ComparedAlternative } from '../../../scoring/value/compareAlternatives';
import { readField } from '../../../shared/fields/readField';
import { isObject } from '../../../shared/isObject';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { ledgerBenefits, ownAlternatives, ownBenefits, readCase, type CaseSetting } from './readCase';
import { convertField } from './readCost';
import { textIn } from './readEntry';
import { listRows } from './readRecords';
import { showMinor } from './showMinor';
import { withOwnFacts } from './withOwnFacts';

/** The account's object `baseline`: parts in minor units, hours of one of them, savings claimed against it. */
function baselineOf(
	account: IDataObject,
	currency: string,
	{ hourlyLimit }: CaseSetting,
): CheckedBaseline | null {
	const given = account.baseline;
	if (!isObject(given) || !isObject(given.parts)) return null;
	const parts = given.parts;
	return checkBaseline(
		{
			parts: Object.fromEntries(Object.keys(parts).map((name) => [name, numberIn(parts, name)])),
			hours: numberIn(given, 'hours'),
			hoursOf: textIn(given, 'hours_of') ?? 'labour',
			savingsMinor: numberIn(given, 'savings_minor'),
		},
		{ hourlyMinor: hourlyLimit * 10 ** currencyExponent(currency), savedShare: 0.95 },
	);
}

function scenarioRow(accountId: string, currency: string, result: ScenarioResult): IDataObject {
	return {
		account_id: accountId,
		scenario: result.scenario.id,
		benefit_minor: result.benefitMinor,
		cost_minor: result.costMinor,
		net_minor: result.roi.netMinor,
		npv_minor: result.npvMinor,
		currency,
		roi_gross_rate: result.roi.grossRate,
		roi_net_rate: result.roi.netRate,
		roi_words: result.roi.words,
		break_even_months: result.breakEvenMonths,
		details: { scenario: result.scenario, years: result.years } as unknown as IDataObject,
	};
}

function alternativeRow(accountId: string, currency: string, other: ComparedAlternative): IDataObject {
	return {
		account_id: accountId,
		alternative: other.name,
		one_time_minor: other.oneTimeMinor,
		yearly_minor: other.yearlyMinor,
		total_minor: other.totalMinor,
		saved_minor: other.savedMinor,
		currency,
		difference_rate: other.differenceRate,
		months_earlier: other.monthsEarlier,
		claim_holds: other.claim?.holds ?? null,
		claim_words: other.claim?.words ?? null,
	};
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const percent = (rate: number | null): string => (rate === null ? 'unknown' : `${(100 * rate).toFixed(1)} %`);

function sentence(
	{ scenarios, strength, words }: BusinessCase,
	currency: string,
	setting: CaseSetting,
): string {
	const parts = scenarios.map(
		({ scenario, npvMinor, roi }) =>
			`${scenario.id} ${showMinor(npvMinor, currency)} (ROI ${percent(roi.grossRate)} gross, ${percent(roi.netRate)} net)`,
	);
	const over = `over ${wordCount(setting.years, 'year')} at ${percent(setting.discountRate)} a year`;
	return `${capital(strength)}. ${words} Net present value ${over}: ${parts.join(', ')}. Gross is value / cost, net is (value - cost) / cost.`;
}

/** Build Business Case: one row per account, its scenarios, and alternatives. */
export function* businessCaseRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const setting = readCase(context);
	const { run, rates } = setting;
	const counts = { strong: 0, moderate: 0, weak: 0, unproven: 0, faulty: 0 };
	for (const { row, from } of listRows(items)) {
		const account = withOwnFacts(row);
		const accountId = textIn(account, 'account_id') ?? `item ${from + 1}`;
		const own = textIn(account, 'currency')?.toUpperCase() ?? null;
		const currency = run.currency ?? own;
		if (currency === null) {
			counts.faulty++;
			const message = `Account ${accountId} has no currency.`;
			const remedy = "Add the field 'currency' to the account, or fill in 'Currency' of the node.";
			const fault = { code: 'no-currency', path: 'currency', message, remedy, severity: 'error' };
			yield { json: { account_id: accountId }, from, fault };
			continue;
		}
		const need = { from: 'field', field: '', currency, rates, day: run.day, years: 1 } as const;
		const amountOf = (field: string): number | null =>
			convertField(account, numberIn({ amount: readField(account, field) }, 'amount'), need);
		const evidence = ledgerBenefits(accountId, currency, setting);
		// Amounts in lists of the account are in its currency; the case can be in another one only through the ledger.
		const promised = own === currency ? ownBenefits(account) : [];
		const yearlyCostMinor = amountOf(setting.yearlyCostField);
		const once = amountOf(setting.oneTimeCostField);
		const outcome = buildBusinessCase({
			currency,
			benefits: [...evidence.benefits, ...promised],
			oneTimeCostMinor: once === null ? 0 : once,
			yearlyCostMinor,
			years: setting.years,
			discountRate: setting.discountRate,
			scenarios: setting.scenarios,
		});
		if (!outcome.ok) {
			counts.faulty++;
			yield { json: { account_id: accountId }, from, fault: outcome.issues };
			continue;
		}
		const built = outcome.value;
		counts[built.strength]++;
		const ours = { name: 'ours', oneTimeMinor: once === null ? 0 : once, yearlyMinor: yearlyCostMinor };
		const months = numberIn(account, 'months_to_deploy');
		const others = own === currency ? ownAlternatives(account) : [];
		const compared = compareAlternatives(
			{ ...ours, monthsToDeploy: months, claimedPercent: null },
			others,
			setting.years,
		);
		const baseline = own === currency ? baselineOf(account, currency, setting) : null;
		const middle = built.scenarios.find(({ scenario }) => scenario.id === 'realistic') ?? built.scenarios[0];
		const json: IDataObject = {
			account_id: accountId,
			name: textIn(account, 'name'),
			as_of_on: run.day,
			run_id: run.runId,
			business_case_strength: built.strength,
			scenario: middle?.scenario.id ?? null,
			benefit_minor: middle?.benefitMinor ?? null,
			cost_minor: middle?.costMinor ?? null,
			npv_minor: middle?.npvMinor ?? null,
			currency,
			roi_gross_rate: middle?.roi.grossRate ?? null,
			roi_net_rate: middle?.roi.netRate ?? null,
			break_even_months: middle?.breakEvenMonths ?? null,
			years: setting.years,
			discount_rate: setting.discountRate,
			words: sentence(built, currency, setting),
			details: {
				scenarios: built.scenarios,
				benefits: [...evidence.benefits, ...promised],
				without_amount: built.withoutAmount,
				without_range: built.withoutRange,
				evidence: { entry_ids: evidence.entryIds, without_rate: evidence.withoutRate },
				baseline,
				alternatives: compared,
			} as unknown as IDataObject,
		};
		yield { json, from };
		for (const result of built.scenarios)
			yield { json: scenarioRow(accountId, currency, result), from, output: 1 };
		for (const other of compared) yield { json: alternativeRow(accountId, currency, other), from, output: 2 };
		const [warning] = baseline?.warnings ?? [];
		if (warning !== undefined)
			addHint(context, `Account ${accountId}: ${warning.message} ${warning.remedy}`, 'warning');
	}
	addHint(context, counts);
}
