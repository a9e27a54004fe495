/** What the scope of a frozen forecast says. */
export interface ForecastScope {
	/** portfolio, month, owner, segment, category, currency or contract. */
	readonly dimension: string;
	/** null: the whole portfolio, or not known. */
	readonly key: string | null;
	/** What stands behind the part: due, commit, ..., or for a contract call, model, weighted. */
	readonly what: string;
}

/**
 * Reads the scope of a row of cs_forecasts as `snapshotForecast` wrote it. null when it is of another form. Owners and segments may hold
 * slashes and colons.
 *
 * @example
 * parseScope('owner:jane/doe/commit', 'commit')
 * // => { dimension: 'owner', key: 'jane/doe', what: 'commit' }
 */
export function parseScope(scope: string, category: string): ForecastScope | null {
	const contract = /^contract:(.*)\/(call|model|weighted)$/.exec(scope);
	if (contract !== null)
		return { dimension: 'contract', key: contract[1] as string, what: contract[2] as string };
	const end = scope.lastIndexOf(`/${category}`);
	if (end < 0) return null;
	const rest = scope.slice(end + category.length + 1);
	if (rest !== '' && !/^\/[A-Z]{3}$/.test(rest)) return null;
	const part = scope.slice(0, end);
	const colon = part.indexOf(':');
	if (colon < 0) return { dimension: part, key: null, what: category };
	const key = part.slice(colon + 1);
	return { dimension: part.slice(0, colon), key: key === 'none' ? null : key, what: category };
}
