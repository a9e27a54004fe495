import { ConnectorFault } from '../ConnectorFault';

/** The refusal of a vendor out of what was caught. Anything else (a cancelled execution, a fault of ours) is thrown on. */
export function asFault(caught: unknown): ConnectorFault {
	if (caught instanceof ConnectorFault) return caught;
	throw caught;
}
