import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { RateRow } from '../../../scoring/core/convertMoney';
import { wordCount } from '../../../scoring/core/wordCount';
import type { ExpansionDeal } from '../../../scoring/expansion/ExpansionDeal';
import { measureConversion, type Conversion } from '../../../scoring/expansion/measureConversion';
import type { FoundOpportunity } from '../../../scoring/expansion/Opportunity';
import type { ReconciledOpportunity } from '../../../scoring/expansion/reconcileAccount';
import { sumGrowth, type GrowthAmount } from '../../../scoring/expansion/sumGrowth';
import { numberIn } from '../../../scoring/measures/numberIn';
import type { Row } from '../../../scoring/measures/Records';
import { filledText } from '../../../shared/filledText';
import { addHint } from '../../../shared/n8n/addHint';
import type { ExpansionCase } from './ExpansionCase';
import type { Propensity } from './learnPropensity';
import type { ReadCases } from './readCases';
import { MODEL_VERSION, type Detecting } from './readDetecting';

/** The seed's target: sold within the sales cycle. */
const CONVERSION_TARGET = 0.85;
const MOST_ACCOUNTS = 10;

/** Counts what became of the accounts of a run: nothing is dropped silently. */
export class DetectionTally {
	closed = 0;
	private readonly changes = { new: 0, changed: 0, unchanged: 0, resting: 0 };
	private readonly types: Record<string, number> = {};
	private readonly amounts: GrowthAmount[] = [];
	private readonly growing: { account: Row; accountId: string; amounts: GrowthAmount[] }[] = [];
	private readonly faded: string[] = [];
	private blocked = 0;
	private signals = 0;
	private untyped = 0;

	constructor(
		private readonly detecting: Detecting,
		private readonly propensity: Propensity,
		private readonly rates: readonly RateRow[],
	) {}

	count({ found, reconciled, alternativeTo }: ReconciledOpportunity, account: Row): void {
		this.changes[reconciled.change]++;
		if (reconciled.change === 'resting') return;
		const { amount_minor: amountMinor, currency } = reconciled.row;
		const amount = { amountMinor, currency, alternativeTo };
		this.types[found.type] = (this.types[found.type] ?? 0) + 1;
		this.amounts.push(amount);
		if (found.blockers.length > 0) this.blocked++;
		const last = this.growing.at(-1);
		if (last?.accountId === found.accountId) last.amounts.push(amount);
		else this.growing.push({ account, accountId: found.accountId, amounts: [amount] });
	}

	countAccount(one: ExpansionCase, signals: number, opportunities: readonly FoundOpportunity[]): void {
		this.signals += signals;
		this.untyped += one.untyped.length;
		for (const { type, status, row } of one.deals) {
			if (status === 'open' && !opportunities.some((found) => found.type === type))
				this.faded.push(String(row.opportunity_id));
		}
	}

	summary(read: ReadCases, deals: readonly ExpansionDeal[]): IDataObject {
		const { day, cycleDays, runId, configHash } = this.detecting;
		const conversion = measureConversion(deals, day, cycleDays);
		const money = sumGrowth(this.amounts, null, null, day, this.rates);
		const [only] = money.perCurrency;
		const one = money.perCurrency.length === 1 ? (only ?? null) : null;
		return {
			run_id: runId,
			as_of_on: day,
			accounts: read.read,
			faulty: read.faults.length,
			accounts_with_growth: this.growing.length,
			signals: this.signals,
			opportunities: this.amounts.length,
			new: this.changes.new,
			changed: this.changes.changed,
			unchanged: this.changes.unchanged,
			closed: this.closed,
			resting: this.changes.resting,
			blocked: this.blocked,
			without_amount: this.withoutAmount(),
			alternatives: money.alternatives,
			amount_minor: one?.amountMinor ?? null,
			currency: one?.currency ?? null,
			conversion_rate: conversion.rate,
			conversion_n: conversion.n,
			conversion_low: conversion.low,
			conversion_high: conversion.high,
			conversion_target: CONVERSION_TARGET,
			probability_basis: this.propensity.modelId === null ? 'base_rate' : 'model',
			text: `${wordAlternatives(money.alternatives)}${wordConversion(conversion, cycleDays)} ${this.propensity.words}`,
			model_version: MODEL_VERSION,
			config_hash: configHash,
			details: {
				by_type: this.types,
				by_currency: money.perCurrency,
				conversion,
				model_id: this.propensity.modelId,
				without_signal: this.faded,
				accounts: this.topAccounts(),
			} as unknown as IDataObject,
		};
	}

	private withoutAmount(): number {
		return this.amounts.filter(({ amountMinor }) => amountMinor === null).length;
	}

	/** Those with the largest growth against their own ARR: that compares across currencies. */
	private topAccounts(): IDataObject[] {
		const totals = this.growing.map(({ account, accountId, amounts }) => {
			const currency = filledText(account.currency);
			const sum = sumGrowth(
				amounts,
				numberIn(account, 'arr_minor'),
				currency,
				this.detecting.day,
				this.rates,
			);
			return {
				account_id: accountId,
				name: filledText(account.name),
				opportunities: amounts.length,
				alternatives: sum.alternatives,
				amount_minor: sum.totalMinor,
				currency,
				share_of_arr: sum.shareOfArr,
			};
		});
		return totals
			.sort(
				(a, b) => (b.share_of_arr ?? -1) - (a.share_of_arr ?? -1) || (a.account_id < b.account_id ? -1 : 1),
			)
			.slice(0, MOST_ACCOUNTS);
	}

	addHints(context: IExecuteFunctions, read: ReadCases, unknown: number): void {
		const { changes } = this;
		addHint(context, {
			read: read.read,
			deleted: read.deleted,
			faulty: read.faults.length,
			'accounts with growth': this.growing.length,
			signals: this.signals,
			'new opportunities': changes.new,
			changed: changes.changed,
			unchanged: changes.unchanged,
			closed: this.closed,
			resting: changes.resting,
			blocked: this.blocked,
		});
		addHint(context, this.propensity.words);
		const alternatives = this.amounts.filter(({ alternativeTo }) => alternativeTo != null).length;
		addHint(context, wordAlternatives(alternatives).trim());
		const without = this.withoutAmount();
		if (without > 0) {
			addHint(
				context,
				`${without} of ${wordCount(this.amounts.length, 'opportunity', 'opportunities')} ${without === 1 ? 'has' : 'have'} no amount: prices are never guessed. See details.sizing.reason for what to add.`,
				'warning',
			);
		}
		if (this.untyped > 0) {
			addHint(
				context,
				`Open expansion deals in the CRM whose type is not known: ${this.untyped}. Check whether one is the same as an opportunity here.`,
				'warning',
			);
		}
		if (unknown > 0) {
			addHint(context, `Rows on Records that belong to no account or no known table: ${unknown}.`, 'warning');
		}
	}
}

/** Ends with a space, so that a sentence may follow; empty: there are none. */
function wordAlternatives(count: number): string {
	if (count === 0) return '';
	const which =
		count === 1
			? '1 opportunity is in no total, because it is an alternative'
			: `${count} opportunities are in no total, because they are alternatives`;
	return `${which} to another one of the same account. `;
}

function wordConversion({ n, wonInCycle, rate, low, high }: Conversion, cycleDays: number): string {
	if (rate === null)
		return `How many opportunities are sold within ${wordCount(cycleDays, 'day')} is not known yet.`;
	const percent = (share: number): number => Math.round(100 * share);
	const sold = `${wonInCycle} of ${wordCount(n, 'opportunity', 'opportunities')} ${wonInCycle === 1 ? 'was' : 'were'} sold`;
	return `${sold} within ${wordCount(cycleDays, 'day')}: ${percent(rate)} % (95 % interval ${percent(low)} to ${percent(high)} %, target ${percent(CONVERSION_TARGET)} %).`;
}
