import type { WireAnswer } from '../Wire';

type Headers = Readonly<Record<string, unknown>>;

function lowerCase(headers: unknown): Record<string, string> {
	if (typeof headers !== 'object' || headers === null) return {};
	const entries = Object.entries(headers as Headers).filter(
		([, value]) => value !== undefined && value !== null && typeof value !== 'function',
	);
	return Object.fromEntries(
		entries.map(([name, value]) => [
			name.toLowerCase(),
			Array.isArray(value) ? value.join(', ') : String(value),
		]),
	);
}

/** What n8n's helper hands back, in the connectors' form: names of headers lower case, an empty body null, an HTML page its text. */
export function readAnswer(status: number, headers: unknown, body: unknown): WireAnswer {
	return { status, headers: lowerCase(headers), body: body === '' || body === undefined ? null : body };
}
