import type { Observation } from '../../../scoring/health/HealthScore';
import { measureAccount } from '../../../scoring/measures/measureAccount';
import { NO_RECORDS } from '../../../scoring/measures/groupRecords';
import type { AccountRecords, Measures } from '../../../scoring/measures/Records';
import { readDay } from '../../../shared/fields/readDay';
import { readField } from '../../../shared/fields/readField';
import { readMeasure } from '../../../shared/fields/readMeasure';
import type { Account } from './readAccount';
import type { MeasureField, Scoring } from './readScoring';

type Fields = Readonly<Record<string, unknown>>;
export type Observations = Record<string, Observation | number | string | null>;

/**
 * What was observed of an account: measured from its records as of `until` (an instant or day), its judgements, and above both the
 * values in its own item, which somebody mapped on purpose.
 *
 * @param fields the account item; null when an earlier day is measured again, because the item is of today
 */
export function observe(
	scoring: Scoring,
	account: Account,
	records: AccountRecords | null,
	until: string,
	fields: Fields | null,
): Observations {
	const observations: Observations = {};
	// Rows come in as they stand at the run; of an earlier day they tell only what had happened by then.
	const measured = measure(account, records, until, fields !== null);
	for (const field of scoring.measures) {
		const own = fields === null ? null : ownValue(fields, field);
		const observation = own ?? measured?.[field.id] ?? null;
		if (observation !== null && (typeof observation !== 'object' || observation.value !== null)) {
			observations[field.id] = observation;
		}
	}
	return observations;
}

function measure(
	{ row }: Account,
	records: AccountRecords | null,
	until: string,
	readAtCut: boolean,
): Measures | null {
	if (records === null && row.custom_json === null && row.renewal_on === null) return null;
	return measureAccount(row, records ?? NO_RECORDS, until, readAtCut);
}

function ownValue(fields: Fields, { field, dayField }: MeasureField): Observation | number | string | null {
	const value = readMeasure(readField(fields, field));
	if (value === null) return null;
	const observedOn = readDay(readField(fields, dayField));
	return observedOn === null ? value : { value, observedOn };
}
