/** Our id of a record of Salesforce, `salesforce:003...`; undefined when there is none. */
export function vendorId(id: unknown): string | undefined {
	return typeof id === 'string' && id !== '' ? `salesforce:${id}` : undefined;
}
