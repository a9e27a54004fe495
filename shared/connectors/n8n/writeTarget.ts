/**
 * Path and query of a request as they go on the wire. Every name and value is percent-encoded (brackets too, as in `fields[]`), whatever
 * n8n's own default is. Slashes at the start become one: `//host/path` from a vendor's answer would lead to another host.
 */
export function writeTarget(path: string, query: Readonly<Record<string, string>> = {}): string {
	const pairs = Object.entries(query).map(
		([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
	);
	const target = `/${path.replace(/^[/\\]+/, '')}`;
	return pairs.length === 0 ? target : `${target}?${pairs.join('&')}`;
}
