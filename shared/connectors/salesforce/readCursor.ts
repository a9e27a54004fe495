import { ConnectorFault } from '../ConnectorFault';

/** Where a read goes on. Every part is optional: an empty cursor is the beginning. */
export interface SalesforceCursor {
	/** `nextRecordsUrl`: quick, and gone after some minutes. */
	readonly next?: string;
	/** Id of the last record read, and its SystemModstamp: valid for ever. */
	readonly id?: string;
	readonly at?: string;
	/** Optional fields that this org does not have. */
	readonly without?: readonly string[];
	/** Name of the second object, once it is under way. */
	readonly part?: string;
}

const ID = /^[A-Za-z0-9]{15,18}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const LOCATOR = /^\/services\/data\/v\d+\.\d+\/query\w*\/[\w-]+$/;

function isCursor(value: unknown): value is SalesforceCursor {
	if (typeof value !== 'object' || value === null) return false;
	const { at, id, next, without } = value as Readonly<Record<string, unknown>>;
	const isOptional = (text: unknown, pattern: RegExp) => text === undefined || pattern.test(String(text));
	const isList = without === undefined || Array.isArray(without);
	return isOptional(id, ID) && isOptional(next, LOCATOR) && isOptional(at, INSTANT) && isList;
}

/** Reads a cursor string back; what is not one of ours is a `cursor` fault, so that the window is read again from its start. */
export function readCursor(cursor: string | null): SalesforceCursor {
	if (cursor === null) return {};
	try {
		const parsed: unknown = JSON.parse(cursor);
		if (isCursor(parsed)) return parsed;
	} catch {
		// Not JSON: the fault below says so.
	}
	throw new ConnectorFault({
		faultClass: 'cursor',
		code: 'salesforce-cursor-form',
		message: 'The stored place to go on from is not one of Salesforce.',
		remedy: 'Nothing to do: the read starts again from the beginning of its window.',
		status: null,
	});
}
