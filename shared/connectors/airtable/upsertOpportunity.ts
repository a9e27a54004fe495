import { currencyExponent } from '../../../scoring/core/currencyExponent';
import type { EffectOutcome, OpportunityEffect, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { ownerEmail } from './createTask';
import { effectOutcome } from './effectOutcome';
import { openEffectTable } from './effectTable';
import { fitFields } from './fitFields';

/** Stage of a deal that is made without one. */
const FIRST_STAGE = 'identified';

/** Minor units to the amount that people read. null stays null, and so is an amount of no currency: nobody knows its decimals. */
function majorAmount(opportunity: OpportunityEffect, settings: SourceSettings): number | null {
	const currency = opportunity.currency ?? settings.currency;
	if (opportunity.amountMinor === null || currency === null) return null;
	return opportunity.amountMinor / 10 ** currencyExponent(currency);
}

/**
 * Makes the deal, or updates it when its record id or effect key is known. Without a stage a new deal gets the first one, and an existing deal
 * keeps the stage that people gave it.
 */
export async function upsertOpportunity(
	call: Call,
	settings: SourceSettings,
	opportunity: OpportunityEffect,
): Promise<EffectOutcome> {
	const open = async () => await openEffectTable(call, settings, 'deals');
	const find = async () => await (await open()).find(opportunity.effectKey);
	return await effectOutcome(async () => {
		const deals = await open();
		const id = opportunity.externalId ?? (await find())?.id ?? null;
		const fields = fitFields(deals.table, settings, {
			...deals.accountFields(opportunity.accountId, opportunity.accountExternalId),
			Name: opportunity.name,
			Type: opportunity.kind,
			Stage: opportunity.stage ?? (id === null ? FIRST_STAGE : null),
			Amount: majorAmount(opportunity, settings),
			Currency: opportunity.currency ?? settings.currency,
			'Close Date': opportunity.closeOn,
			Owner: ownerEmail(opportunity.ownerExternalId),
		});
		return await deals.write(id === null ? { effectKey: opportunity.effectKey } : { id }, fields);
	}, find);
}
