import { ConnectorFault } from '../ConnectorFault';
import type { EffectOutcome, OpportunityEffect, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { attempt } from './attempt';
import { dataPath } from './dataPath';
import { describeObject } from './describeObject';
import { effectOutcome } from './effectOutcome';
import { findAccount, queryAll } from './findAccounts';
import { opportunityFields } from './opportunityFields';
import { quoteSoql } from './quoteSoql';
import { effectField, EFFECT_KEY_FIELD } from './salesforceObjects';
import { keyLine, upsertRecord } from './upsertRecord';

const STAGES =
	'SELECT Id, MasterLabel FROM OpportunityStage WHERE IsActive = true AND IsClosed = false ORDER BY SortOrder LIMIT 1';

/** The org's first open stage. */
async function firstStage(call: Call): Promise<string> {
	const [stage] = await queryAll(call, STAGES);
	const label = stage?.fields.MasterLabel;
	if (typeof label === 'string') return label;
	throw new ConnectorFault({
		faultClass: 'schema',
		code: 'salesforce-no-open-stage',
		message: 'This Salesforce org has no active, open opportunity stage.',
		remedy: 'Name the stage in the node, or make one active in Setup > Object Manager > Opportunity > Stage.',
		status: null,
		field: 'StageName',
	});
}

interface Existing {
	readonly id: string;
	readonly closed: boolean;
}

/** The opportunity that is there already: by its id, or by our key where the org has the field. */
async function findExisting(
	call: Call,
	keyField: string,
	opportunity: OpportunityEffect,
): Promise<Existing | null> {
	const { effectKey, externalId } = opportunity;
	const where =
		externalId === null ? `${keyField} = ${quoteSoql(effectKey)}` : `Id = ${quoteSoql(externalId)}`;
	const asked = await attempt(
		async () => await queryAll(call, `SELECT Id, IsClosed FROM Opportunity WHERE ${where}`),
	);
	if (asked.ok) {
		const [found] = asked.value;
		return found === undefined ? null : { id: found.id, closed: found.fields.IsClosed === true };
	}
	if (asked.fault.faultClass === 'schema' && asked.fault.field === keyField) return null;
	throw asked.fault;
}

/**
 * Creates or updates an opportunity, once per effect key. One that is there keeps its stage unless one is asked for, and is left alone when
 * it is closed: sales decides that. A new one gets the stage asked for, else the org's first open stage.
 */
export async function upsertOpportunity(
	call: Call,
	settings: SourceSettings,
	opportunity: OpportunityEffect,
): Promise<EffectOutcome> {
	return await effectOutcome(async () => {
		const keyField = effectField(settings, 'deals') || EFFECT_KEY_FIELD;
		const existing = await findExisting(call, keyField, opportunity);
		if (existing?.closed === true) return { state: 'confirmed', externalId: existing.id, created: false };
		const account = await findAccount(call, settings, opportunity.accountId, opportunity.accountExternalId);
		const accountOwner = account.fields['Owner.IsActive'] === true ? account.fields.OwnerId : undefined;
		const described = await describeObject(call, 'Opportunity');
		const owner = opportunity.ownerExternalId ?? (existing === null ? accountOwner : undefined);
		const fields = opportunityFields(opportunity, settings, described, account.id, owner);
		if (existing !== null) {
			await call({
				method: 'PATCH',
				path: dataPath(`/sobjects/Opportunity/${existing.id}`),
				body: { ...fields, ...(opportunity.stage !== null && { StageName: opportunity.stage }) },
				idempotent: true,
			});
			return { state: 'confirmed', externalId: existing.id, created: false };
		}
		return await upsertRecord(call, {
			object: 'Opportunity',
			keyField,
			key: opportunity.effectKey,
			fields: {
				...fields,
				StageName: opportunity.stage ?? (await firstStage(call)),
				Description: keyLine(opportunity.effectKey),
			},
			candidates: {
				where: `AccountId = ${quoteSoql(account.id)} AND IsClosed = false`,
				field: 'Description',
			},
		});
	});
}
