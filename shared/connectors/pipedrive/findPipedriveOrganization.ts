import { ConnectorFault } from '../ConnectorFault';
import type { SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { asPipedriveRow, pipedriveRecord } from './pipedriveAnswer';
import { pipedriveRequest } from './pipedriveRequest';

/** A key stands on one organization; a few more show that it does not. */
const MOST_HITS = '5';
/** `pipedrive:12` is organization 12 itself. */
const OWN_FORM = /^pipedrive:(\d+)$/;

/**
 * Id of the organization that carries an account id in the key field, by exact search (20 tokens: read accounts first, and this
 * is not needed). A fault when there is none, when there are two, or when no key field was chosen.
 */
export async function findPipedriveOrganization(
	call: Call,
	settings: SourceSettings,
	accountId: string,
): Promise<string> {
	const own = OWN_FORM.exec(accountId)?.[1];
	if (own !== undefined) return own;
	if (settings.keyField === '') {
		throw missing(
			accountId,
			'no key field is chosen, so it cannot be found',
			'Connect the accounts that Customer Data read to the second input, or choose the Key Field that holds the account id.',
		);
	}
	const query = { term: accountId, fields: 'custom_fields', exact_match: 'true', limit: MOST_HITS };
	const answer = await call(
		pipedriveRequest({ method: 'GET', path: '/v2/organizations/search', isSearch: true, query }),
	);
	const { items } = pipedriveRecord(answer);
	const hits = (Array.isArray(items) ? items : [])
		.map((hit) => asPipedriveRow(asPipedriveRow(hit).item))
		.filter((item) => Array.isArray(item.custom_fields) && item.custom_fields.includes(accountId));
	const [first, second] = hits;
	if (first === undefined) {
		throw missing(
			accountId,
			'no organization carries it in the key field',
			'Write the account id into the key field of the organization, or read the accounts again.',
		);
	}
	if (second !== undefined) {
		throw missing(
			accountId,
			`organizations ${String(first.id)} and ${String(second.id)} both carry it`,
			'Merge the two organizations in Pipedrive, or clear the key field of the one that is not meant.',
		);
	}
	return String(first.id);
}

function missing(accountId: string, why: string, remedy: string): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'poison',
		code: 'pipedrive-account-unknown',
		message: `Account ${accountId} has no record in Pipedrive: ${why}.`,
		remedy,
		status: null,
	});
}
