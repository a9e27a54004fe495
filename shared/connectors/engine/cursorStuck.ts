import { ConnectorFault } from '../ConnectorFault';
import type { Source } from '../Source';

/** The fault of a vendor that gives the cursor it was given: it would be asked for ever. */
export function cursorStuck(source: Pick<Source, 'id' | 'label'>): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'request',
		code: `${source.id}-cursor-stuck`,
		message: `${source.label} gave the same page cursor twice, so the read was stopped.`,
		remedy: 'Run it again. If it stays, report it with the name of the source and object.',
		status: null,
	});
}
