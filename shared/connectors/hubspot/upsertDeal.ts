import { currencyExponent } from '../../../scoring/core/currencyExponent';
import { ConnectorFault } from '../ConnectorFault';
import type { EffectOutcome, OpportunityEffect, SourceSettings } from '../Source';
import type { Call, WireRequest } from '../Wire';
import { findCompany } from './findCompany';
import { hubspotPath } from './hubspotPath';
import { readBatch } from './readBatch';
import { readStages } from './readStages';
import { beforeWriting, failedEffect, findByEffectKey, tie, upsertByEffectKey } from './upsertByEffectKey';

/**
 * One deal on the company. A deal that is there keeps its stage unless a stage is asked for; a new one gets the first open stage of
 * its pipeline (options `renewal_pipeline` for renewals, `pipeline` for the others; default: the portal's first).
 */
export async function upsertDeal(
	call: Call,
	settings: SourceSettings,
	opportunity: OpportunityEffect,
): Promise<EffectOutcome> {
	return await attempt(call, settings, opportunity).catch((error: unknown) => failedEffect(error, 'deals'));
}

async function attempt(
	call: Call,
	settings: SourceSettings,
	opportunity: OpportunityEffect,
): Promise<EffectOutcome> {
	const company = await beforeWriting(
		findCompany(call, settings, opportunity.accountId, opportunity.accountExternalId),
	);
	const id =
		opportunity.externalId ?? (await beforeWriting(findByEffectKey(call, 'deals', opportunity.effectKey)));
	const properties = propertiesOf(opportunity, settings, id === null);
	if (id !== null)
		return await updateDeal(call, id, { ...properties, ...stageGiven(opportunity) }, company.id);
	const stage = await beforeWriting(stageFor(call, settings, opportunity));
	return await upsertByEffectKey(
		call,
		'deals',
		opportunity.effectKey,
		{ ...properties, ...stage },
		company.id,
	);
}

function propertiesOf(
	opportunity: OpportunityEffect,
	settings: SourceSettings,
	isNew: boolean,
): Readonly<Record<string, string>> {
	const { amountMinor, currency, ownerExternalId } = opportunity;
	const exponent = currencyExponent(currency ?? settings.currency ?? 'USD') ?? 2;
	return {
		dealname: opportunity.name,
		closedate: `${opportunity.closeOn}T12:00:00.000Z`,
		...(amountMinor === null ? {} : { amount: String(amountMinor / 10 ** exponent) }),
		// A portal with one currency may not know the property's other values; its own currency need not be said.
		...(currency === null || currency === settings.currency ? {} : { deal_currency_code: currency }),
		...(ownerExternalId === null ? {} : { hubspot_owner_id: ownerExternalId }),
		...(isNew ? { dealtype: opportunity.kind === 'new' ? 'newbusiness' : 'existingbusiness' } : {}),
	};
}

function stageGiven({ stage }: OpportunityEffect): Readonly<Record<string, string>> {
	return stage === null ? {} : { dealstage: stage };
}

/** By record id: repeating it changes nothing, so an answer that is lost is no lost deal. */
async function updateDeal(
	call: Call,
	id: string,
	properties: Readonly<Record<string, string>>,
	companyId: string,
): Promise<EffectOutcome> {
	const inputs = [{ id, objectWriteTraceId: 'row-0', properties }];
	const request: WireRequest = {
		method: 'POST',
		path: hubspotPath('objects', 'deals', 'batch', 'update'),
		body: { inputs },
		idempotent: true,
	};
	const outcome = readBatch(await beforeWriting(call(request)), request, inputs).get('row-0');
	if (outcome?.ok !== true) return failedEffect(outcome?.fault, 'deals');
	return await tie(call, 'deals', outcome.externalId, companyId, false);
}

async function stageFor(
	call: Call,
	settings: SourceSettings,
	opportunity: OpportunityEffect,
): Promise<Readonly<Record<string, string>>> {
	const stages = await readStages(call, 'deals');
	if (opportunity.stage !== null) {
		const named = stages.find((stage) => stage.id === opportunity.stage);
		return { dealstage: opportunity.stage, ...(named === undefined ? {} : { pipeline: named.pipelineId }) };
	}
	const wanted = settings.options[opportunity.kind === 'renewal' ? 'renewal_pipeline' : 'pipeline'];
	const pipeline = typeof wanted === 'string' && wanted !== '' ? wanted : stages[0]?.pipelineId;
	const first = stages.find((stage) => stage.pipelineId === pipeline && !stage.closed);
	if (first !== undefined) return { dealstage: first.id, pipeline: first.pipelineId };
	throw new ConnectorFault({
		faultClass: 'schema',
		code: 'hubspot-no-open-stage',
		message: `The deal pipeline "${pipeline ?? ''}" does not exist in HubSpot or has no open stage.`,
		remedy: 'Choose a pipeline in the options of this operation, or name the stage.',
		status: null,
		field: 'pipeline',
	});
}
