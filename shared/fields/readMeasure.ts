/**
 * A measure as people and systems hand it over: a number, a number as text ("17", "85 %"), an answer in words, or an object that
 * wraps the value (`{ value: "17" }`). null when there is none, or only nested fields; what can be no measure (a list, true) becomes
 * text, so that it is reported as invalid and not lost.
 *
 * @example
 * readMeasure('85 %')
 * // => 85
 */
export function readMeasure(value: unknown): number | string | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (value === null || value === undefined) return null;
	if (typeof value === 'object') {
		if (Array.isArray(value)) return `a list of ${value.length}`;
		return 'value' in value ? readMeasure(value.value) : null;
	}
	const text = String(value).trim();
	if (text === '') return null;
	const number = Number(text.endsWith('%') ? text.slice(0, -1) : text);
	return Number.isFinite(number) ? number : text;
}
