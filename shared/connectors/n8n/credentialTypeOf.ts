import type { SourceId } from '../Source';

/** Ways to log in and the credential type of each, by system; the first is the one a new node shows. */
export const CREDENTIAL_TYPES: Readonly<
	Record<SourceId, ReadonlyArray<readonly [authentication: string, credentialType: string]>>
> = {
	airtable: [
		['accessToken', 'csAirtableTokenApi'],
		['oAuth2', 'csAirtableOAuth2Api'],
	],
	hubspot: [
		['serviceKey', 'csHubspotServiceKeyApi'],
		['oAuth2', 'csHubspotOAuth2Api'],
	],
	pipedrive: [['apiToken', 'csPipedriveApi']],
	salesforce: [
		['oAuth2', 'csSalesforceOAuth2Api'],
		['jwt', 'csSalesforceJwtApi'],
	],
	stripe: [['apiKey', 'csStripeApi']],
};

/**
 * Name of the credential type that a system is asked with. An authentication that the system does not know gives its first one, so that a
 * node whose source was changed keeps working.
 */
export function credentialTypeOf(source: SourceId, authentication: string): string {
	const types = CREDENTIAL_TYPES[source];
	const chosen = types.find(([name]) => name === authentication) ?? types[0];
	return chosen?.[1] ?? '';
}
