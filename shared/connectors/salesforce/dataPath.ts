/** Every path of this source carries it; a change of version is a change of this line. Spring '26. */
export const SALESFORCE_API_VERSION = 'v66.0';

/** Path of a resource of the REST API: `dataPath('/query')` is `/services/data/v66.0/query`. */
export function dataPath(resource: string): string {
	return `/services/data/${SALESFORCE_API_VERSION}${resource}`;
}
