import type { Issue } from '../core/issue';
import { wordCount } from '../core/wordCount';
import type { FieldReading } from './encodeField';
import type { Field } from './Schema';

/** From this share of cells of another kind on, the whole field is of another kind. */
const OTHER_KIND = 0.5;
/** A median this many times beyond the range of training is another unit, not another customer. */
const OTHER_UNIT = 10;

/**
 * What the cells of a field have against the schema: `error` when they are of another kind, else notes.
 *
 * @example
 * compareField({ name: 'seats', kind: 'number' }, { observed: 4, strays: 2, infinite: 0, future: 0, knowsRare: false, example: 'many', median: null })[0].code
 * // => 'field-kind'
 */
export function compareField(field: Field, reading: FieldReading): Issue[] {
	const { name, kind } = field;
	const { observed, strays, infinite, example } = reading;
	const issues: Issue[] = [];
	if (kind === 'category') {
		// A few rows with a rare level are as they should be; most rows are not.
		const expected = reading.knowsRare ? observed / 2 : 0;
		if (strays > expected) {
			const text = `${strays} of ${wordCount(observed, 'row')} ${strays === 1 ? 'holds' : 'hold'} a value of '${name}' that training saw rarely or never, such as '${example}'`;
			issues.push(
				issue(
					'warning',
					'unseen-levels',
					name,
					text,
					'Check the spelling, or train again when the new values are here to stay',
				),
			);
		}
	} else if (strays > 0 && strays >= OTHER_KIND * observed) {
		const text = `The model expects '${name}' to be a ${kind}, but ${strays} of ${wordCount(observed, 'row')} ${strays === 1 ? 'holds' : 'hold'} something else, such as '${example}'`;
		issues.push(
			issue(
				'error',
				'field-kind',
				name,
				text,
				`Hand the field over as a ${kind}, or train a model on the new form`,
			),
		);
	} else if (strays > 0) {
		const text = `${wordCount(strays, 'cell')} of '${name}' ${strays === 1 ? 'is' : 'are'} no ${kind}, such as '${example}', and ${strays === 1 ? 'counts' : 'count'} as not observed`;
		issues.push(issue('warning', 'stray-cells', name, text, 'Correct or clear these cells'));
	}
	if (infinite > 0) {
		const text = `${wordCount(infinite, 'cell')} of '${name}' ${infinite === 1 ? 'is' : 'are'} infinite, and ${infinite === 1 ? 'counts' : 'count'} as not observed`;
		issues.push(
			issue('warning', 'infinite-cells', name, text, 'Look for a division by zero where this column is made'),
		);
	}
	return [...issues, ...compareUnit(field, reading.median), ...compareFuture(field, reading)];
}

function compareUnit({ name, low, high }: Field, median: number | null): Issue[] {
	if (median === null || low === undefined || high === undefined) return [];
	const largest = Math.max(Math.abs(low), Math.abs(high));
	const beyond = Math.abs(median) >= OTHER_UNIT * largest && largest > 0;
	const below = low > 0 && median * OTHER_UNIT <= low;
	if (!beyond && !below) return [];
	const text = `'${name}' is around ${median}, while training saw ${low} to ${high}: probably another unit`;
	return [issue('warning', 'unit-change', name, text, `Convert '${name}' to the unit it had in training`)];
}

function compareFuture({ name, low }: Field, { future, observed }: FieldReading): Issue[] {
	if (future === 0 || low === undefined || low < 0) return [];
	const text = `${future} of ${wordCount(observed, 'day')} of '${name}' ${future === 1 ? 'lies' : 'lie'} in the future, after the row's as-of day; in training none did`;
	return [issue('warning', 'future-dates', name, text, 'Check the dates, or the as-of day of these rows')];
}

function issue(
	severity: Issue['severity'],
	code: string,
	path: string,
	message: string,
	remedy: string,
): Issue {
	return { code, path, message, remedy, severity };
}
