import { ConnectionLost } from '../ConnectionLost';
import { ConnectorFault } from '../ConnectorFault';
import type { Source } from '../Source';
import type { WireAnswer, WireRequest } from '../Wire';

/**
 * What is wrong with an answer, or null. A success whose body is text where JSON was due was cut on its way, or comes from a gateway, not
 * from the vendor: transient. A request that is not repeatable may then have been carried out, and the fault says so.
 */
export function judgeAnswer(
	source: Pick<Source, 'classify' | 'id' | 'label'>,
	answer: WireAnswer | ConnectionLost,
	request: WireRequest,
): ConnectorFault | null {
	if (answer instanceof ConnectionLost) {
		return new ConnectorFault({
			faultClass: 'transient',
			code: `${source.id}-connection-lost`,
			message: `No answer from ${source.label}: ${answer.message}`,
			remedy: `Check that this machine reaches ${source.label}, then run it again.`,
			status: null,
			mayHaveHappened: answer.mayHaveHappened,
		});
	}
	if (answer.status >= 300) {
		const fault = source.classify(answer, request);
		if (fault.faultClass !== 'transient' || answer.status < 500 || request.idempotent) return fault;
		return new ConnectorFault({ ...fault, message: fault.message, mayHaveHappened: true });
	}
	const type = answer.headers['content-type'] ?? '';
	const isOtherText = type !== '' && !/json|html/i.test(type);
	if (typeof answer.body !== 'string' || answer.body === '' || isOtherText) return null;
	return new ConnectorFault({
		faultClass: 'transient',
		code: `${source.id}-malformed-answer`,
		message: `${source.label} answered ${answer.status} with something that is not JSON (${answer.body.length} characters)`,
		remedy:
			'It is usually cut on its way or comes from a proxy. Run it again; if it stays, check the base URL of the credential.',
		status: answer.status,
		mayHaveHappened: true,
	});
}
