/**
 * The object in a `detail_json` text; an empty object when there is none or it cannot be read.
 *
 * @example
 * readDetail('{"rounded":69}')
 * // => { rounded: 69 }
 */
export function readDetail(detailJson: string | null): Readonly<Record<string, unknown>> {
	try {
		const detail: unknown = JSON.parse(detailJson ?? '{}');
		const isObject = typeof detail === 'object' && detail !== null && !Array.isArray(detail);
		return isObject ? (detail as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}
