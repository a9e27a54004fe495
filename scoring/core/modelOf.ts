import type { CanonicalObject, ObjectModel } from './CanonicalModel';
import { MODEL } from './model';

/**
 * The model of one object: its table, key and fields in the order of the table's columns.
 *
 * @example
 * modelOf('tickets').fields.find((field) => field.name === 'status')?.allowed
 * // => ['open', 'pending', 'resolved', 'closed']
 */
export function modelOf(object: CanonicalObject): ObjectModel {
	return MODEL[object];
}
