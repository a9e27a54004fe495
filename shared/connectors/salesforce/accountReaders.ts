import type { SourceReader } from '../Source';
import { vendorId } from './vendorId';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** `https://www.Acme.com/en` and `acme.com` are one domain; what holds no domain stays as it is, for the report. */
function domainOf(website: unknown): unknown {
	const found = /^(?:[a-z]+:\/\/)?(?:www\.)?([^/?#:\s]+\.[^/?#:\s]+)/i.exec(text(website) ?? '');
	return found?.[1]?.toLowerCase() ?? website;
}

/**
 * Account. No field for revenue is preset: AnnualRevenue is what the customer's company earns, not what it pays us. ARR is a custom field
 * of the org (`ARR__c`); where none is mapped it can be made from contracts or won opportunities (`addRevenue`), as the renewal day from contracts.
 */
export const accountReader: SourceReader = {
	fields: {
		name: 'Name',
		domain: 'Website',
		parent_id: 'ParentId',
		industry: 'Industry',
		company_size: 'NumberOfEmployees',
		country: 'BillingCountry',
		currency: 'CurrencyIsoCode',
		csm_id: 'OwnerId',
		created_at: 'CreatedDate',
	},
	needed: [],
	shape: (record, mapped) => [
		{
			object: 'accounts',
			accountExternalId: null,
			amounts: 'major',
			values: {
				...mapped,
				domain: domainOf(mapped.domain),
				arr_minor: mapped.arr_minor ?? record.fields['@arr'],
				currency: record.fields['@currency'] ?? mapped.currency,
				renewal_on: mapped.renewal_on ?? record.fields['@renewal'],
				parent_external_id: mapped.parent_id,
				parent_id: undefined,
				csm_id: vendorId(mapped.csm_id),
				...(mapped.ae_id !== undefined && { ae_id: vendorId(mapped.ae_id) }),
				...(typeof mapped.company_size === 'number' && { company_size: String(mapped.company_size) }),
			},
		},
	],
};

/** Contact. Who opted out of mail is a checkbox without a day: the record's last change stands for it. */
export const contactReader: SourceReader = {
	fields: {
		name: 'Name',
		email: 'Email',
		title: 'Title',
		opted_out_at: 'HasOptedOutOfEmail',
		last_contact_at: 'LastActivityDate',
	},
	needed: ['AccountId'],
	shape: (record, mapped) => {
		const { opted_out_at: optedOut, ...values } = mapped;
		const since = optedOut === true ? record.updatedAt : optedOut === false ? undefined : optedOut;
		return [
			{
				object: 'contacts',
				accountExternalId: text(record.fields.AccountId) ?? null,
				amounts: 'major',
				values: { ...values, contact_id: vendorId(record.id), opted_out_at: since },
			},
		];
	},
};

/** User. One that was deactivated is absent from then on without an end, so that nothing is routed to it. */
export const peopleReader: SourceReader = {
	fields: { name: 'Name', email: 'Email', role: 'UserRole.Name', time_zone: 'TimeZoneSidKey' },
	needed: ['IsActive'],
	shape: (record, mapped) => [
		{
			object: 'people',
			accountExternalId: null,
			amounts: 'major',
			values: {
				...mapped,
				person_id: vendorId(record.id),
				...(record.fields.IsActive === false && { absent_from_on: record.updatedAt?.slice(0, 10) }),
			},
		},
	],
};
