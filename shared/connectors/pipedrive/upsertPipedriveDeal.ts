import { currencyExponent } from '../../../scoring/core/currencyExponent';
import { ConnectorFault } from '../ConnectorFault';
import type { EffectOutcome, OpportunityEffect, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { findPipedriveOrganization } from './findPipedriveOrganization';
import { allPipedriveRows, asPipedriveRow, pipedriveRecord } from './pipedriveAnswer';
import { DEAL_KEY_FIELD } from './pipedriveReaders';
import { CUSTOM_FIELD_KEY, pipedriveOwner, pipedriveRequest } from './pipedriveRequest';
import { keyOfPipedriveField, readPipedriveKeys } from './readPipedriveKeys';
import { settleEffect } from './settleEffect';

/**
 * Makes or updates a deal of an organization. It is found by its vendor id, or by the field `CS Effect Key` among the organization's
 * deals (10 tokens). A deal that is there keeps its stage and owner, which people move; amount, day and title are ours. Amounts go in
 * major units. Archived deals are not looked at.
 */
export async function upsertPipedriveDeal(
	call: Call,
	settings: SourceSettings,
	opportunity: OpportunityEffect,
): Promise<EffectOutcome> {
	const named = settings.fields.deals?.effect_key ?? DEAL_KEY_FIELD;
	let keyField = named;
	let organization: string | null = null;
	const organizationId = async () => (organization ??= await organizationOf(call, settings, opportunity));
	return await settleEffect({
		find: async () => {
			if (opportunity.externalId !== null) return opportunity.externalId;
			if (!CUSTOM_FIELD_KEY.test(keyField))
				keyField = keyOfPipedriveField(named, await readPipedriveKeys(call, 'deals'));
			if (!CUSTOM_FIELD_KEY.test(keyField)) throw keyFieldMissing(named);
			const deals = await allPipedriveRows(call, '/v2/deals', {
				org_id: await organizationId(),
				sort_by: 'id',
				sort_direction: 'desc',
				custom_fields: keyField,
			});
			const found = deals.find(
				(deal) => asPipedriveRow(deal.custom_fields)[keyField] === opportunity.effectKey,
			);
			return found === undefined ? null : String(found.id);
		},
		update: async (id) => {
			const path = `/v2/deals/${encodeURIComponent(id)}`;
			await call(pipedriveRequest({ method: 'PATCH', path, body: ours(opportunity) }));
		},
		make: async () => {
			const body = {
				...ours(opportunity),
				org_id: Number(await organizationId()),
				...pipedriveOwner(opportunity.ownerExternalId),
				...(await placeOf(call, settings, opportunity)),
				custom_fields: { [keyField]: opportunity.effectKey },
			};
			const answer = await call(pipedriveRequest({ method: 'POST', path: '/v2/deals', body }));
			return String(pipedriveRecord(answer).id);
		},
	});
}

function ours(opportunity: OpportunityEffect): Record<string, unknown> {
	const { name, amountMinor, currency, closeOn } = opportunity;
	const amount =
		amountMinor === null || currency === null
			? {}
			: { value: amountMinor / 10 ** currencyExponent(currency), currency };
	return { title: name, expected_close_date: closeOn, ...amount };
}

/** Pipeline by the option for this kind of deal, stage by name or id; nothing: Pipedrive takes the first stage of its first pipeline. */
async function placeOf(
	call: Call,
	settings: SourceSettings,
	opportunity: OpportunityEffect,
): Promise<{ pipeline_id?: number; stage_id?: number }> {
	const option = settings.options[`${opportunity.kind}Pipeline`];
	const pipeline = option === undefined || option === null || option === '' ? null : Number(option);
	const inPipeline = pipeline === null ? {} : { pipeline_id: pipeline };
	const wanted = opportunity.stage;
	if (wanted === null) return inPipeline;
	const stages = await allPipedriveRows(
		call,
		'/v2/stages',
		pipeline === null ? {} : { pipeline_id: String(pipeline) },
	);
	const stage = stages.find((one) => String(one.id) === wanted || one.name === wanted);
	if (stage === undefined) {
		throw new ConnectorFault({
			faultClass: 'poison',
			code: 'pipedrive-stage-unknown',
			message: `Pipedrive has no stage "${wanted}"${pipeline === null ? '' : ` in pipeline ${pipeline}`}.`,
			remedy: `Choose one of: ${stages.map((one) => String(one.name)).join(', ')}.`,
			status: null,
		});
	}
	return { pipeline_id: Number(stage.pipeline_id), stage_id: Number(stage.id) };
}

async function organizationOf(
	call: Call,
	settings: SourceSettings,
	opportunity: OpportunityEffect,
): Promise<string> {
	return (
		opportunity.accountExternalId ?? (await findPipedriveOrganization(call, settings, opportunity.accountId))
	);
}

function keyFieldMissing(field: string): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'schema',
		code: 'pipedrive-field-missing',
		message: `Deals in Pipedrive have no field "${field}", without which a repeated run would make the deal twice.`,
		remedy: 'Run Setup: Prepare Base once; it creates the field.',
		status: null,
		field,
	});
}
