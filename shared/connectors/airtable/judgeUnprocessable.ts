import type { FaultInput } from '../ConnectorFault';
import type { WireRequest } from '../Wire';
import type { AirtableError } from './readError';

type Judgement = Pick<FaultInput, 'code' | 'faultClass' | 'remedy'> & Partial<FaultInput>;

/** The column that an error sentence names in quotes. */
const quoted = (words: string): string | null => /"+([^"]+)"+/.exec(words)?.[1] ?? null;

/** The column in which a value was sent: Airtable names the select option that is missing and not its column. */
function columnHolding(value: string | null, request: WireRequest): string | null {
	const records = (request.body as { records?: unknown } | undefined)?.records;
	for (const record of Array.isArray(records) ? records : []) {
		const fields = (record as { fields?: Readonly<Record<string, unknown>> }).fields ?? {};
		const found = Object.entries(fields).find(([, sent]) => sent === value);
		if (found) return found[0];
	}
	return null;
}

function columnRefused({ words }: AirtableError): Judgement {
	const field = quoted(words);
	const column = field === null ? 'the column' : `"${field}"`;
	if (/computed/i.test(words)) {
		return {
			faultClass: 'schema',
			code: 'airtable-computed-column',
			field,
			remedy: `${column} is computed by Airtable and cannot be written. Choose another column for this result, or change the column's type.`,
		};
	}
	return {
		faultClass: 'poison',
		code: 'airtable-value-refused',
		field,
		remedy: `The value does not fit the type of ${column}. Change the column's type to the one Prepare Base shows, or correct the value.`,
	};
}

function optionMissing({ words }: AirtableError, request: WireRequest): Judgement {
	const option = quoted(words);
	const field = columnHolding(option, request);
	const named = option === null ? 'the option' : `the option "${option}"`;
	return {
		// Without its column nothing can be left out: then it is this record's fault.
		faultClass: field === null ? 'poison' : 'schema',
		code: 'airtable-option-missing',
		field,
		remedy: `Add ${named} to the select column${field === null ? '' : ` "${field}"`} in Airtable, or switch on Create Missing Select Options.`,
	};
}

const CURSOR: Judgement = {
	faultClass: 'cursor',
	code: 'airtable-cursor-expired',
	remedy: 'Nothing to do: the list is read again from its start, and what came twice is left out.',
};

/** What a 422 means by its type; null: it is none of those that data or settings can cause. */
export function judgeUnprocessable(error: AirtableError, request: WireRequest): Judgement | null {
	const { type, words } = error;
	if (/ITERATOR_NOT_AVAILABLE|INVALID_OFFSET/.test(type)) return CURSOR;
	if (type === 'INVALID_VALUE_FOR_COLUMN') return columnRefused(error);
	if (type === 'INVALID_MULTIPLE_CHOICE_OPTIONS') return optionMissing(error, request);
	if (type === 'UNKNOWN_FIELD_NAME' || (/FORMULA/.test(type) && /unknown field/i.test(words))) {
		const field = quoted(words) ?? /names?: (.+)$/.exec(words)?.[1] ?? null;
		return {
			faultClass: 'schema',
			code: 'airtable-unknown-column',
			field,
			remedy: `There is no column ${field === null ? 'of that name' : `"${field}"`} in this table. Choose it again in the field mapping, or run Prepare Base to create it.`,
		};
	}
	if (type === 'ROW_DOES_NOT_EXIST' || type === 'MODEL_ID_NOT_FOUND') {
		return {
			faultClass: 'poison',
			code: 'airtable-record-gone',
			remedy:
				'The record was deleted in Airtable, or a link leads to one that was. The next full read marks it as removed.',
		};
	}
	if (/cannot update more than one record/i.test(words)) {
		return {
			faultClass: 'poison',
			code: 'airtable-duplicate-key',
			remedy:
				'Several records of the table have the same key. Keep one and delete or change the others: a key must stand on one record only.',
		};
	}
	if (/TOO_LARGE|TOO_LONG/.test(type)) {
		return {
			faultClass: 'poison',
			code: 'airtable-too-large',
			remedy: 'Shorten the text of this record: a long-text cell holds at most 100,000 characters.',
		};
	}
	return null;
}
