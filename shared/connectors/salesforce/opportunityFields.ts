import { currencyExponent } from '../../../scoring/core/currencyExponent';
import { ConnectorFault } from '../ConnectorFault';
import type { OpportunityEffect, SourceSettings } from '../Source';
import type { DescribedField } from './describeObject';

const TYPE: Readonly<Record<OpportunityEffect['kind'], RegExp>> = {
	renewal: /renew/i,
	expansion: /expan|upsell|upgrade|add.?on|cross/i,
	new: /^new/i,
};
const NAME_LENGTH = 120;

/** The org's own word for the kind, if its list of types has one: a value of ours would spoil its reports. */
function typeOf(kind: OpportunityEffect['kind'], fields: readonly DescribedField[]): string | undefined {
	const values = fields.find(({ name }) => name === 'Type')?.picklistValues ?? [];
	return values.find(({ active, value }) => active && TYPE[kind].test(value))?.value;
}

/** An org with one currency takes every amount for its own: what is in another one is refused, never written as if it were. */
function checkCurrency(opportunity: OpportunityEffect, settings: SourceSettings): void {
	const { amountMinor, currency } = opportunity;
	if (amountMinor === null || currency === null || settings.currency === null) return;
	if (currency.toUpperCase() === settings.currency.toUpperCase()) return;
	throw new ConnectorFault({
		faultClass: 'poison',
		code: 'salesforce-one-currency',
		message: `The opportunity is in ${currency}, but this Salesforce org holds one currency, ${settings.currency}.`,
		remedy: `Convert the amount to ${settings.currency} first, or switch on multiple currencies in Salesforce.`,
		status: null,
	});
}

/** Fields of an opportunity as Salesforce has them, without its stage. Amounts are major units there. */
export function opportunityFields(
	opportunity: OpportunityEffect,
	settings: SourceSettings,
	described: readonly DescribedField[],
	accountId: string,
	ownerId: unknown,
): Readonly<Record<string, unknown>> {
	const { amountMinor } = opportunity;
	const currency = opportunity.currency ?? settings.currency;
	const several = described.some(({ name }) => name === 'CurrencyIsoCode');
	if (!several) checkCurrency(opportunity, settings);
	const exponent = currency === null ? 2 : currencyExponent(currency);
	return {
		Name: opportunity.name.slice(0, NAME_LENGTH),
		AccountId: accountId,
		CloseDate: opportunity.closeOn,
		...(amountMinor !== null && { Amount: Number((amountMinor / 10 ** exponent).toFixed(exponent)) }),
		...(several && currency !== null && { CurrencyIsoCode: currency.toUpperCase() }),
		Type: typeOf(opportunity.kind, described),
		OwnerId: ownerId,
	};
}
