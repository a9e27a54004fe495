import type { Scalar } from '../../../scoring/core/CanonicalModel';

/** Properties of a deal as HubSpot sends them. */
export type DealFacts = Readonly<Record<string, string | null>>;

/**
 * ARR (`@arr`, major units, with `@currency`) and next renewal (`@renewal`, YYYY-MM-DD) of a company from its deals.
 *
 * ARR is the sum over won deals of `hs_arr`, else 12 times `hs_mrr`; with `arr_from_deals` = `amount` also of deals that have
 * neither. A won deal in the renewal pipeline renews all before it, so what closed earlier no longer counts. Deals in two currencies
 * are not added up: ARR is then left out. The renewal is the earliest close date of the open deals in the renewal pipeline.
 */
export function deriveRevenue(
	deals: readonly DealFacts[],
	options: Readonly<Record<string, Scalar>>,
): Readonly<Record<string, unknown>> {
	const pipeline = typeof options.renewal_pipeline === 'string' ? options.renewal_pipeline : '';
	const fields: Record<string, unknown> = {};
	const inPipeline = deals.filter((deal) => pipeline !== '' && deal.pipeline === pipeline);
	const renewals = inPipeline
		.filter((deal) => deal.hs_is_closed !== 'true')
		.map(closedOn)
		.filter((day) => day !== '')
		.sort();
	if (renewals[0] !== undefined) fields['@renewal'] = renewals[0];
	if (options.arr_from_deals !== 'recurring' && options.arr_from_deals !== 'amount') return fields;
	const renewedOn = inPipeline.filter(isWon).map(closedOn).sort().at(-1) ?? '';
	const counted = deals.filter((deal) => isWon(deal) && closedOn(deal) >= renewedOn);
	const amounts = counted.flatMap((deal) => {
		const amount = yearly(deal, options.arr_from_deals === 'amount');
		return amount === null ? [] : [{ amount, currency: deal.deal_currency_code ?? '' }];
	});
	const currencies = new Set(amounts.map(({ currency }) => currency));
	if (amounts.length === 0 || currencies.size > 1) return fields;
	fields['@arr'] = amounts.reduce((sum, { amount }) => sum + amount, 0);
	const currency = amounts[0]?.currency ?? '';
	if (currency !== '') fields['@currency'] = currency;
	return fields;
}

function isWon(deal: DealFacts): boolean {
	return deal.hs_is_closed_won === 'true';
}

function closedOn(deal: DealFacts): string {
	return (deal.closedate ?? '').slice(0, 10);
}

function yearly(deal: DealFacts, amountToo: boolean): number | null {
	const arr = numberOf(deal.hs_arr);
	if (arr !== null) return arr;
	const mrr = numberOf(deal.hs_mrr);
	if (mrr !== null) return 12 * mrr;
	return amountToo ? numberOf(deal.amount) : null;
}

function numberOf(text: string | null | undefined): number | null {
	if (text === null || text === undefined || text === '') return null;
	const value = Number(text);
	return Number.isFinite(value) ? value : null;
}
