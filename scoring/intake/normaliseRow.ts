import type { CanonicalObject, FieldModel, Scalar } from '../core/CanonicalModel';
import type { Issue } from '../core/issue';
import { modelOf } from '../core/modelOf';
import type { NormalisedRow, NormaliseOptions } from './NormalisedRow';
import { readCurrency } from './readCurrency';
import { readFieldValue } from './readFieldValue';
import type { Fault } from './Reading';
import { showValue } from './showValue';
import { toRaw } from './toRaw';

/**
 * One row of the canonical model from values as a system wrote them, by canonical field: types, units, dates, currencies,
 * enumerations. What does not fit is null in the row, kept in `raw`, and an issue that says what was expected; values of fields the
 * model does not have are left alone. Never throws. A row that went through once goes through again unchanged.
 *
 * From our own tables what does not fit is an error, from a vendor a warning. A missing required field is an error from both.
 *
 * @example
 * normaliseRow('tickets', { ticket_id: 7, priority: 'Purple' }, { origin: 'vendor', amounts: 'major', currency: null }).raw
 * // => { priority: 'Purple' }
 */
export function normaliseRow(
	object: CanonicalObject,
	values: Readonly<Record<string, unknown>>,
	options: NormaliseOptions,
): NormalisedRow {
	const model = modelOf(object);
	const row: Record<string, Scalar> = {};
	const raw: Record<string, Scalar> = {};
	const issues: Issue[] = [];
	const given = (name: string): unknown => (Object.hasOwn(values, name) ? values[name] : null);
	const currency = currencyOf(given('currency'), options.currency);
	const context = { table: model.table, origin: options.origin, units: options.amounts, currency };
	let usable = true;
	let hasMoney = false;

	for (const field of model.fields) {
		const value = given(field.name);
		const read = readFieldValue(field, value, context);
		row[field.name] = read.value;
		if (field.kind === 'money' && read.value !== null) hasMoney = true;
		if (read.fault !== undefined) {
			if (read.fault.kept !== true) raw[field.name] = toRaw(value);
			issues.push(issueOf(object, field, value, read.fault, options.origin));
		}
		if (field.required === true && read.value === null) {
			usable = false;
			issues.push(missing(object, field));
		}
	}
	if (hasMoney && row.currency === null && raw.currency === undefined) row.currency = currency;
	return { row, issues, raw, usable };
}

/** The row's own currency; that of the options only where the row names none. */
function currencyOf(value: unknown, fallback: string | null): string | null {
	const own = readCurrency(value);
	const read = own.value === null && own.fault === undefined ? readCurrency(fallback) : own;
	return typeof read.value === 'string' ? read.value : null;
}

function issueOf(
	object: CanonicalObject,
	field: FieldModel,
	value: unknown,
	fault: Fault,
	origin: NormaliseOptions['origin'],
): Issue {
	return {
		code: fault.code,
		path: `${object}.${field.name}`,
		message: `'${field.name}' is ${showValue(value, field.sensitivity)}: ${fault.reason}.`,
		remedy: fault.remedy,
		severity: origin === 'own' && fault.mild !== true ? 'error' : 'warning',
	};
}

function missing(object: CanonicalObject, field: FieldModel): Issue {
	return {
		code: 'required-missing',
		path: `${object}.${field.name}`,
		message: `'${field.name}' is missing: a row of ${object} cannot be used without it.`,
		remedy: 'Map a field that is always filled, or fill it in the source.',
		severity: 'error',
	};
}
