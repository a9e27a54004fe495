import { jsonIn } from '../measures/jsonIn';
import { numberIn } from '../measures/numberIn';
import type { AccountRecords, Measures, Row } from '../measures/Records';
import { activeLines } from './activeLines';
import type { HandOff } from './HandOff';
import { mapStakeholders } from './mapStakeholders';
import { planMilestones } from './planMilestones';
import type { ProductRule } from './Opportunity';
import { wordAmount } from './wordAmount';

export interface HandOffInput {
	/** Row of cs_opportunities. */
	readonly opportunity: Row;
	/** Row of cs_accounts. */
	readonly account: Row;
	readonly records: Pick<AccountRecords, 'contacts' | 'interactions' | 'contractLines'>;
	readonly measures: Measures;
	readonly products: readonly ProductRule[];
	/** 0 to 100; null: not scored. */
	readonly health: number | null;
	/** An instant, or a day meaning its end. */
	readonly asOf: string;
}

const TECHNICAL = [
	'feature_adoption',
	'advanced_feature_usage',
	'integration_status',
	'performance',
	'security_compliance',
];

/**
 * The package with which customer success hands an opportunity to sales: account summary, drivers with their evidence, stakeholder map,
 * technical brief, commercial terms and milestones by week. What the opportunity rests on is read from its evidence_json; what is not known stays
 * null and is named in `missing`.
 *
 * @example
 * buildHandOff({ opportunity: { kind: 'upsell' }, account: { name: 'Acme' }, records: { contacts: [], interactions: [], contractLines: [] }, measures: {}, products: [], health: null, asOf: '2026-01-15' }).title
 * // => 'Upsell at Acme'
 */
export function buildHandOff(input: HandOffInput): HandOff {
	const { opportunity, account, records, measures, products, asOf } = input;
	const evidence = jsonIn(opportunity, 'evidence_json');
	const stakeholders = mapStakeholders(records.contacts, records.interactions, asOf);
	const lines = activeLines(records.contractLines, asOf);
	const product = objectOf(evidence.product);
	const sizing = objectOf(evidence.sizing);
	const probability = objectOf(evidence.probability);
	const drivers = listOf(evidence.signals).map((signal) => ({
		label: String(signal.label ?? signal.id),
		words: String(signal.words ?? ''),
		observedOn: textOf(signal.observed_on),
		rows: Array.isArray(signal.rows) ? signal.rows : [],
	}));
	const blockers = listOf(evidence.blockers);
	const amount = moneyOf(opportunity, 'amount_minor');
	const handOff = {
		title: titleOf(opportunity, account, product),
		accountSummary: {
			name: textOf(account.name) ?? String(opportunity.account_id ?? account.account_id),
			tier: textOf(account.tier),
			industry: textOf(account.industry),
			country: textOf(account.country),
			customerSince: textOf(account.started_on),
			renewalOn: textOf(account.renewal_on),
			arr: moneyOf(account, 'arr_minor'),
			products: [...new Set(lines.map((line) => String(line.product_id)))],
			health: input.health,
			csmId: textOf(account.csm_id),
			aeId: textOf(account.ae_id),
		},
		drivers,
		stakeholders,
		technical: {
			product: textOf(product.id) ?? textOf(sizing.product_id),
			fit: numberIn(product, 'fit'),
			complexity: products.find(({ productId }) => productId === product.id)?.complexity ?? null,
			facts: TECHNICAL.flatMap((name) => {
				const value = measures[name]?.value ?? null;
				return value === null ? [] : [{ name, value }];
			}),
			openUrgentTickets: numberOf(measures.open_urgent_tickets?.value),
		},
		commercial: {
			amount,
			formula: textOf(sizing.formula),
			basisOfAmount: textOf(sizing.basis),
			reason: textOf(sizing.reason),
			probability: numberIn(opportunity, 'probability'),
			basis: textOf(probability.words),
			confidence: numberIn(evidence, 'confidence'),
			budget: textOf(measures.budget_qualification?.value),
			competition: textOf(measures.competitive_risk?.value),
			closeOn: textOf(opportunity.close_on),
		},
		milestones: planMilestones(asOf.slice(0, 10)),
	};
	const missing = missingIn(handOff);
	return {
		...handOff,
		missing: [...blockers.map(({ text }) => String(text)), ...missing],
		ready: blockers.length === 0 && missing.length === 0,
	};
}

function titleOf(opportunity: Row, account: Row, product: Row): string {
	const kind = String(opportunity.kind ?? 'expansion').replace(/_/g, ' ');
	const what = textOf(product.id) === null ? '' : ` (${String(product.id)})`;
	const name = textOf(account.name) ?? String(opportunity.account_id ?? 'unknown account');
	return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} at ${name}${what}`;
}

function missingIn({
	drivers,
	stakeholders,
	commercial,
	accountSummary,
}: Pick<HandOff, 'drivers' | 'stakeholders' | 'commercial' | 'accountSummary'>): string[] {
	const missing: string[] = [];
	if (drivers.length === 0) missing.push('No signal says why they would buy');
	if (commercial.amount === null) missing.push(commercial.reason ?? 'There is no amount');
	if (!stakeholders.some(({ part }) => part === 'decision_maker')) missing.push('No decision maker is known');
	if (!stakeholders.some(({ part }) => part === 'champion')) missing.push('No champion is known');
	if (commercial.budget === null) missing.push('Nobody has asked about the budget (budget_qualification)');
	if (accountSummary.aeId === null) missing.push('The account has no account executive (ae_id)');
	return missing;
}

function moneyOf(row: Row, column: string): string | null {
	const minor = numberIn(row, column);
	const currency = textOf(row.currency);
	return minor === null || currency === null ? null : wordAmount(minor, currency);
}

const objectOf = (value: unknown): Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {};
const listOf = (value: unknown): Row[] => (Array.isArray(value) ? value.map(objectOf) : []);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
