import type { Observation } from '../../../scoring/health/HealthScore';
import { measureAccount } from '../../../scoring/measures/measureAccount';
import { measureJudgements } from '../../../scoring/measures/measureJudgements';
import { knowledgeCut } from '../../../scoring/measures/knowledgeCut';
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
	const measured = measure(account, records, until);
	for (const field of scoring.measures) {
		const own = fields === null ? null : ownValue(fields, field);
		const observation = own ?? measured?.[field.id] ?? null;
		if (observation !== null && (typeof observation !== 'object' || observation.value !== null)) {
			observations[field.id] = observation;
		}
	}
	return observations;
}

function measure(account: Account, records: AccountRecords | null, until: string): Measures | null {
	if (records !== null) return measureAccount(account.row, records, until);
	return account.row.custom_json === null ? null : measureJudgements(account.row, knowledgeCut(until));
}

function ownValue(fields: Fields, { field, dayField }: MeasureField): Observation | number | string | null {
	const value = readMeasure(readField(fields, field));
	if (value === null) return null;
	const observedOn = readDay(readField(fields, dayField));
	return observedOn === null ? value : { value, observedOn };
}
