import { ConnectorFault } from '../ConnectorFault';
import type { SourceObject } from '../Source';

/** The fault of asking for something that this source does not hold. */
export function missingObject(object: SourceObject): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'not-found',
		code: 'salesforce-no-object',
		message: `The Salesforce source does not read ${object}.`,
		remedy: `Leave '${object}' out of the records to read, or take it from another source.`,
		status: null,
	});
}
