import type { SourceReader } from '../../Source';
import { companyOf, enumValue, ownerId } from './propertyValues';
import { EFFECT_KEY } from '../hubspotResults';

const KIND = { NEWBUSINESS: 'new', EXISTINGBUSINESS: 'expansion' };

/** Deals -> opportunities. A deal in the renewal pipeline (option `renewal_pipeline`, or a pipeline so called) is a renewal. */
export const dealsReader: SourceReader = {
	fields: {
		kind: 'dealtype',
		stage: 'dealstage',
		amount_minor: 'amount',
		currency: 'deal_currency_code',
		probability: 'hs_deal_stage_probability',
		close_on: 'closedate',
		owner_id: 'hubspot_owner_id',
		effect_key: EFFECT_KEY,
	},
	needed: ['dealname', 'pipeline', 'dealstage', 'hs_is_closed', 'hs_is_closed_won', 'hs_lastmodifieddate'],
	shape: (record, mapped, settings) => {
		const { fields } = record;
		const named = settings.options.renewal_pipeline;
		const renewal =
			typeof named === 'string' && named !== ''
				? fields.pipeline === named
				: typeof fields['@pipeline'] === 'string' && /renewal/i.test(fields['@pipeline']);
		return [
			{
				object: 'opportunities',
				accountExternalId: companyOf(fields),
				amounts: 'major',
				values: {
					...mapped,
					opportunity_id: `hubspot:${record.id}`,
					kind: renewal ? 'renewal' : enumValue(mapped.kind, KIND),
					source: 'hubspot',
					stage: fields['@stage'] ?? mapped.stage ?? null,
					owner_id: ownerId(mapped.owner_id),
					external_id: record.id,
					status: statusOf(fields),
				},
			},
		];
	},
};

function statusOf(fields: Readonly<Record<string, unknown>>): string | null {
	if (fields.hs_is_closed_won === 'true' || fields['@won'] === true) return 'won';
	if (fields.hs_is_closed === 'true' || fields['@closed'] === true) return 'lost';
	return fields.hs_is_closed === undefined && fields['@closed'] === undefined ? null : 'open';
}
