import type { VendorStep } from './Erasure';

const STEPS: ReadonlyArray<readonly [vendor: string, step: string]> = [
	[
		'hubspot',
		'Open the contact, Actions, Delete, and choose the permanent deletion (GDPR); the address is then blocked from coming back. By API: POST /crm/objects/2026-09/contacts/gdpr-delete. Emails and calls logged under companies keep their text: search them.',
	],
	[
		'salesforce',
		'Delete the contact (and the lead or person account of the same address), then empty it from the recycle bin. Tasks, events, cases and email messages keep their text: search them. Field history and backups follow your retention policy.',
	],
	[
		'airtable',
		'Delete the record in Contacts, then delete it from the base’s trash. Revision history, snapshots and synced or shared copies of the base keep it until they expire: ask Airtable support where that is too late.',
	],
	[
		'pipedrive',
		'Delete the person, and again from Deleted items. Notes, activities and mails linked to deals and organizations keep their text: search them.',
	],
	[
		'stripe',
		'Run a redaction job for the customer or the contact (Dashboard, Settings, Data redaction). Invoices that the law makes you keep stay; say so in your answer to the person.',
	],
	[
		'n8n',
		'Delete the saved executions that carried the person’s data (Executions, filter by time), and restore no backup from before today without running this again.',
	],
];

/**
 * What is left to do by hand in each system after our own tables are clean, in a fixed order, with the record ids that our ids name. A
 * system whose id is not known is listed as well: the person may be there under the same address.
 *
 * @param ids contact ids such as `hubspot:151`
 *
 * @example
 * listVendorSteps(['hubspot:151']).filter(({ ids }) => ids.length > 0).map(({ vendor, ids }) => [vendor, ids])
 * // => [['hubspot', ['151']]]
 */
export function listVendorSteps(ids: readonly string[]): readonly VendorStep[] {
	return STEPS.map(([vendor, step]) => {
		const prefix = `${vendor}:`;
		const known = ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
		return { vendor, ids: known, step };
	});
}
