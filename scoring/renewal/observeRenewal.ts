import { instantIn } from '../measures/instantIn';
import { isDecisionMaker } from '../measures/isDecisionMaker';
import { isKnownAt } from '../measures/isKnownAt';
import { jsonIn } from '../measures/jsonIn';
import { measureContacts } from '../measures/measureContacts';
import { measureInvoices } from '../measures/measureInvoices';
import { measureSurveys } from '../measures/measureSurveys';
import { numberIn } from '../measures/numberIn';
import type { AccountRecords, Measure, Row } from '../measures/Records';
import type { AccountScores } from './indexScores';
import type { OtherOffer } from './RenewalDocument';
import type { RenewalFacts } from './RenewalFacts';

const ADVOCATE = /advocate|champion|evangelist|reference/i;
const YES = /^(yes|true|active|strong|1)$/i;
const NO = /^(no|false|none|0)$/i;

/** What the value ledger of an account says. */
export interface LedgerRoi {
	/** Evidenced value over cost, gross: 1.87 is 187 %; null: none evidenced, or no cost. */
	readonly roiRate: number | null;
	/** Whether the customer acknowledged any of that value; null: none is evidenced. */
	readonly acknowledged: boolean | null;
}

/** What the facts of one account are made of. */
export interface Observations {
	/** Row of cs_accounts; judgements stand in `custom_json`, see `observeRenewal`. */
	readonly account: Row;
	readonly records: AccountRecords | null;
	readonly ledger: LedgerRoi;
	readonly scores: AccountScores | null;
	/** Milliseconds since 1970, see `knowledgeCut`. */
	readonly cut: number;
}

/**
 * What is known of an account that bears on its renewal. From its rows: NPS (mean of the last year), payment score, whether a contact can
 * decide, whether one who can decide is named an advocate or champion; from scores health, churn and the ROI with its band; the ROI else from the
 * value ledger. From the JSON object `custom_json` of cs_accounts, where people keep what they judged: `roi_percent` or `roi_demonstration` (percent, value
 * over cost), `executive_advocacy` and `competitive_evaluation` (yes or no), `approved_budget_minor`, `approved_expansion_minor`,
 * `competitor_price_minor` and the list `alternatives` (`name`, `yearly_minor`, `one_time_minor`) with `budget_currency`, `price_sensitivity`, `competitive_risk`, `business_case_strength`. A judgement
 * whose day ("<name>_on") lies after the cut was not there yet.
 *
 * @example
 * observeRenewal({ account: { custom_json: '{"executive_advocacy":"yes","roi_percent":187}' }, records: null, ledger: { roiRate: null, acknowledged: null }, scores: null, cut: 0 }).executiveAdvocacy
 * // => true
 */
export function observeRenewal({ account, records, ledger, scores, cut }: Observations): RenewalFacts {
	const custom = jsonIn(account, 'custom_json');
	const judged = (name: string): unknown => {
		const on = instantIn(custom, `${name}_on`);
		return on !== null && on > cut ? null : custom[name];
	};
	const number = (name: string): number | null => numberIn({ value: judged(name) }, 'value');
	const text = (name: string): string | null => {
		const value = judged(name);
		return typeof value === 'string' && value !== '' ? value.trim().toLowerCase() : null;
	};
	const roiPercent = number('roi_percent') ?? number('roi_demonstration');
	const contacts = (records?.contacts ?? []).filter((row) => isPresent(row, cut));
	const advocate = contacts.some(
		(row) => ADVOCATE.test(String(row.role)) && isDecisionMaker({ title: row.title }),
	);
	const deciding =
		records === null ? null : valueOf(measureContacts(records.contacts, [], cut).decision_makers);
	return {
		roiRate: scores?.roiRate ?? ledger.roiRate ?? (roiPercent === null ? null : roiPercent / 100),
		valueAcknowledged: ledger.acknowledged,
		nps: records === null ? null : valueOf(measureSurveys(records.surveyAnswers, cut).nps_score),
		executiveAdvocacy: answer(judged('executive_advocacy')) ?? (advocate ? true : null),
		competitiveEvaluation: answer(judged('competitive_evaluation')),
		health: scores?.health ?? null,
		paymentScore:
			records === null ? null : valueOf(measureInvoices(records.invoices, cut).payment_history_score),
		approvedBudgetMinor: number('approved_budget_minor'),
		approvedExpansionMinor: number('approved_expansion_minor'),
		competitorPriceMinor: number('competitor_price_minor'),
		budgetCurrency: text('budget_currency')?.toUpperCase() ?? null,
		churn: scores?.churn ?? null,
		judged: {
			priceSensitivity: text('price_sensitivity'),
			competitiveRisk: text('competitive_risk'),
			businessCaseStrength: text('business_case_strength') ?? scores?.valueBand ?? null,
		},
		otherOffers: readOffers(judged('alternatives')),
		decisionMaker: deciding === null ? null : deciding > 0,
	};
}

function readOffers(value: unknown): OtherOffer[] {
	if (!Array.isArray(value)) return [];
	return value
		.filter((one): one is Row => typeof one === 'object' && one !== null && 'name' in one)
		.map((one) => ({
			name: String(one.name),
			yearlyMinor: numberIn(one, 'yearly_minor'),
			oneTimeMinor: numberIn(one, 'one_time_minor'),
		}));
}

const valueOf = (measure: Measure | undefined): number | null =>
	typeof measure?.value === 'number' ? measure.value : null;

/** Yes or no as people write it; anything else, such as "unknown", is no answer. */
function answer(value: unknown): boolean | null {
	if (typeof value === 'boolean') return value;
	const text = String(value ?? '').trim();
	return YES.test(text) ? true : NO.test(text) ? false : null;
}

function isPresent(row: Row, cut: number): boolean {
	const left = instantIn(row, 'left_on');
	return isKnownAt(row, cut) && (left === null || left > cut);
}
