import type { FieldModel } from '../core/CanonicalModel';
import { normaliseDomain } from './normaliseDomain';
import { readAmount } from './readAmount';
import { readBoolean } from './readBoolean';
import { readCountry } from './readCountry';
import { readCurrency } from './readCurrency';
import { readEmail } from './readEmail';
import { readEnum } from './readEnum';
import { readId } from './readId';
import type { Reading } from './Reading';
import { readJson } from './readJson';
import { readMoment } from './readMoment';
import { readNumber } from './readNumber';
import { readText } from './readText';

/** What a value's meaning depends on besides its field. */
export interface FieldContext {
	/** Table of the row, `cs_accounts`. */
	readonly table: string;
	/** Synonyms of enumerations are a vendor's; our own tables hold the words themselves. */
	readonly origin: 'own' | 'vendor';
	readonly units: 'major' | 'minor';
	/** Currency of the row; null: unknown. */
	readonly currency: string | null;
}

/**
 * Reads one value as its field's kind demands; see the readers. Absent and blank are null.
 *
 * @example
 * readFieldValue({ name: 'seats', kind: 'count', sensitivity: 'internal' }, '1,200', { table: 'cs_accounts', origin: 'own', units: 'minor', currency: null }).value
 * // => 1200
 */
export function readFieldValue(field: FieldModel, value: unknown, context: FieldContext): Reading {
	switch (field.kind) {
		case 'boolean':
			return readBoolean(value);
		case 'count':
		case 'number':
		case 'rate':
			return readNumber(value, field.kind);
		case 'country':
			return readCountry(value);
		case 'currency':
			return readCurrency(value);
		case 'day':
		case 'instant':
			return readMoment(value, field.kind);
		case 'email':
			return readEmail(value);
		case 'enum':
			return readEnum(value, `${context.table}.${field.name}`, field.allowed ?? [], context.origin);
		case 'id':
			return readId(value);
		case 'json':
			return readJson(value);
		case 'money':
			return readAmount(value, context.units, context.currency);
		case 'text':
			return field.name === 'domain' ? readDomain(value) : readText(value);
	}
}

function readDomain(value: unknown): Reading {
	const read = readText(value);
	if (typeof read.value !== 'string') return read;
	const domain = normaliseDomain(read.value);
	if (domain !== null) return { value: domain };
	const remedy = 'Correct it in the source, such as acme.com.';
	return {
		value: null,
		fault: { code: 'not-a-domain', reason: 'expected a web domain', remedy, mild: true },
	};
}
