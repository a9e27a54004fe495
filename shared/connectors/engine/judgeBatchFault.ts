import type { ConnectorFault } from '../ConnectorFault';

/**
 * What to do with a batch that was refused as a whole: `stop` the run (credential, used-up day, no more patience, a vendor that is down), `divide` it to
 * find the record that is refused, or settle it record by record (`each`), when it is one record, or time may heal it.
 *
 * @param isDown the vendor refused several whole batches in a row, or every record so far for the same reason
 */
export function judgeBatchFault(
	fault: ConnectorFault,
	size: number,
	isDown: boolean,
): 'divide' | 'each' | 'stop' {
	if (fault.faultClass === 'auth' || fault.faultClass === 'daily-quota') return 'stop';
	if (fault.code.endsWith('-wait-budget') || isDown) return 'stop';
	if (fault.faultClass === 'throttle' || fault.faultClass === 'transient') return 'each';
	return size > 1 ? 'divide' : 'each';
}
