import { ConnectorFault, type FaultClass } from '../../shared/connectors/ConnectorFault';
import type { RawRecord } from '../../shared/connectors/Source';
import type { WireAnswer } from '../../shared/connectors/Wire';

type Fields = Record<string, unknown>;

const CLASS_OF: Readonly<Record<string, FaultClass>> = {
	BAD_TOKEN: 'auth',
	MISSING_SCOPE: 'auth',
	TOO_FAST: 'throttle',
	UNAVAILABLE: 'transient',
	DAY_USED_UP: 'daily-quota',
	CURSOR_EXPIRED: 'cursor',
	UNKNOWN_FIELD: 'schema',
	ROW_REFUSED: 'poison',
	LOCKED: 'transient',
};

/** The value as an object; anything else as an empty one. */
export const objectOf = (value: unknown): Fields =>
	typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
/** The value as a list; anything else as an empty one. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What the code of a refusal means to us: its class decides whether it is repeated, waited out, or told to a person. */
export function faultOf(code: string, status: number | null, field: unknown = null): ConnectorFault {
	const faultClass = CLASS_OF[code] ?? (status !== null && status >= 500 ? 'transient' : 'request');
	return new ConnectorFault({
		faultClass,
		code: `example-${code.toLowerCase().replaceAll('_', '-')}`,
		message: `The example vendor answered ${code}.`,
		remedy: 'Look in Example at what the answer names, correct it there and run again.',
		status,
		waitMs: faultClass === 'throttle' ? 3_000 : null,
		field: typeof field === 'string' ? field : null,
	});
}

/** The records of an answer, the deleted ones marked as such. */
export function recordsOf(answer: WireAnswer): RawRecord[] {
	return listOf(objectOf(answer.body)['records']).map((one) => {
		const { id, updated, fields, mergedInto } = objectOf(one);
		const record: RawRecord = { id: String(id), updatedAt: String(updated), fields: objectOf(fields) };
		return mergedInto === undefined
			? record
			: { ...record, removed: true, mergedInto: typeof mergedInto === 'string' ? mergedInto : null };
	});
}
