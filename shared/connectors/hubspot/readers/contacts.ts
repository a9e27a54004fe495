import type { SourceReader } from '../../Source';
import { companyOf, timeZone } from './propertyValues';

/** Contacts with the company they belong to, the primary one where there are several. */
export const contactsReader: SourceReader = {
	fields: {
		name: 'firstname',
		email: 'email',
		title: 'jobtitle',
		role: 'hs_buying_role',
		language: 'hs_language',
		time_zone: 'hs_timezone',
		opted_out_at: 'hs_email_optout',
		last_contact_at: 'notes_last_contacted',
	},
	needed: ['lastname', 'lastmodifieddate', 'createdate'],
	shape: (record, mapped, settings) => {
		const own = settings.fields.contacts?.name ?? 'firstname';
		const name =
			own === 'firstname'
				? [mapped.name, record.fields.lastname].filter((part) => typeof part === 'string').join(' ')
				: mapped.name;
		return [
			{
				object: 'contacts',
				accountExternalId: companyOf(record.fields),
				amounts: 'major',
				values: {
					...mapped,
					contact_id: `hubspot:${record.id}`,
					name: name === '' ? null : (name ?? null),
					role: roles(mapped.role),
					time_zone: timeZone(mapped.time_zone),
					opted_out_at: optedOut(mapped.opted_out_at, record.fields.createdate),
				},
			},
		];
	},
};

/** `CHAMPION;DECISION_MAKER` -> `champion, decision_maker`. */
function roles(value: unknown): unknown {
	if (typeof value !== 'string') return value ?? null;
	return value
		.split(';')
		.map((role) => role.trim().toLowerCase())
		.join(', ');
}

/** HubSpot says that a contact opted out, not when: the day it was created holds, because no message may go to it whatever the day. */
function optedOut(value: unknown, created: unknown): unknown {
	if (value === undefined || value === null || value === 'false' || value === false) return null;
	return value === 'true' || value === true ? (created ?? '1970-01-01T00:00:00Z') : value;
}
