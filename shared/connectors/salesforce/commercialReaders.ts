import type { ShapedRow, SourceReader } from '../Source';
import { dealKind } from './dealKind';
import { vendorId } from './vendorId';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Contract.StatusCode (or Status where that is custom) in our words; what is none of these stays as it is, for the report. */
function contractStatus(code: unknown, status: unknown): unknown {
	const word = text(code) || text(status);
	if (/terminat|cancel/i.test(word)) return 'terminated';
	if (/expire|ended/i.test(word)) return 'ended';
	if (/activ/i.test(word)) return 'active';
	if (/draft|approv|negotiat/i.test(word)) return 'draft';
	return status;
}

const LINE_STATUS: Readonly<Record<string, string>> = {
	active: 'active',
	ended: 'ended',
	terminated: 'ended',
};

/**
 * Contract. Its end day is the renewal. A standard contract holds no amount: with a field mapped to `arr_minor` (`ARR__c`) each contract
 * has one line that says what it is worth a year.
 */
export const subscriptionReader: SourceReader = {
	fields: {
		signed_on: 'CustomerSignedDate',
		starts_on: 'StartDate',
		ends_on: 'EndDate',
		term_months: 'ContractTerm',
		status: 'Status',
		currency: 'CurrencyIsoCode',
	},
	needed: ['AccountId', 'StatusCode'],
	shape: (record, mapped, settings) => {
		const { arr_minor: arr, product_id: product, quantity, currency = settings.currency, ...terms } = mapped;
		const status = contractStatus(record.fields.StatusCode, mapped.status);
		const contractId = vendorId(record.id);
		const shared = { accountExternalId: text(record.fields.AccountId) || null, amounts: 'major' as const };
		const contract: ShapedRow = {
			object: 'contracts',
			...shared,
			values: { ...terms, status, contract_id: contractId },
		};
		if (arr === undefined) return [contract];
		const line: ShapedRow = {
			object: 'contractLines',
			...shared,
			values: {
				line_id: `${contractId}:1`,
				contract_id: contractId,
				product_id: product,
				quantity,
				arr_minor: arr,
				currency,
				starts_on: mapped.starts_on,
				ends_on: mapped.ends_on,
				status: LINE_STATUS[String(status)],
			},
		};
		return [contract, line];
	},
};

/** Opportunity. Ours come back with their effect key, so what sales won or lost is won or lost here the same day. */
export const dealReader: SourceReader = {
	fields: {
		kind: 'Type',
		stage: 'StageName',
		amount_minor: 'Amount',
		currency: 'CurrencyIsoCode',
		probability: 'Probability',
		close_on: 'CloseDate',
		owner_id: 'OwnerId',
		effect_key: 'CS_Effect_Key__c',
	},
	needed: ['AccountId', 'IsClosed', 'IsWon'],
	shape: (record, mapped, settings) => {
		const { AccountId: account, IsClosed: isClosed, IsWon: isWon } = record.fields;
		const { probability: percent, currency = settings.currency } = mapped;
		return [
			{
				object: 'opportunities',
				accountExternalId: text(account) || null,
				amounts: 'major',
				values: {
					...mapped,
					opportunity_id: vendorId(record.id),
					external_id: record.id,
					source: 'salesforce',
					kind: dealKind(mapped.kind),
					currency,
					probability: typeof percent === 'number' ? percent / 100 : percent,
					owner_id: vendorId(mapped.owner_id),
					status:
						isWon === true ? 'won' : isClosed === true ? 'lost' : isClosed === false ? 'open' : undefined,
				},
			},
		];
	},
};
