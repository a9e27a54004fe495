import type { Cell } from './RawTable';
import { readDays } from './readDays';
import { readNumber } from './readNumber';
import type { Field } from './Schema';

/**
 * Number of a cell of a number or date field as the model sees it: the number, or the age in days on the row's as-of day. NaN where it is
 * missing, infinite, or no number.
 *
 * @example
 * readFieldNumber('1970-01-03', { name: 'on', kind: 'date', epoch: 10 }, NaN)
 * // => 8
 */
export function readFieldNumber(cell: Cell, field: Field, asOf: number): number {
	if (field.kind === 'date') return (field.epoch ?? asOf) - readDays(cell);
	const value = readNumber(cell);
	return value === Infinity || value === -Infinity ? NaN : value;
}
