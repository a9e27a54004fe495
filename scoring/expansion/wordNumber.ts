/**
 * A number as people read it: whole with commas from 100 on, else with one digit.
 *
 * @example
 * [wordNumber(12345.6), wordNumber(3), wordNumber(0.25)]
 * // => ['12,346', '3', '0.3']
 */
export function wordNumber(value: number): string {
	const rounded = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
	const [whole = '0', digits] = String(rounded).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return digits === undefined ? grouped : `${grouped}.${digits}`;
}
