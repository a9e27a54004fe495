import { ConnectorFault } from '../ConnectorFault';

/** The fault of an answer that was a success and still cannot be read: cut off, or not of Airtable. `what` names what was asked for. */
export function unreadableAnswer(what: string): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'transient',
		code: 'airtable-unreadable-answer',
		message: `Airtable answered with something that is not ${what}.`,
		remedy:
			'Run it again. If it stays so, check the base URL of the credential: a proxy or gateway may be answering instead of Airtable.',
		status: 200,
	});
}
