export interface AirtableError {
	/** `INVALID_VALUE_FOR_COLUMN`; '' when the answer names none. */
	readonly type: string;
	/** Airtable's own sentence, without email addresses, cut to 300 characters; '' when there is none. */
	readonly words: string;
}

type Json = Readonly<Record<string, unknown>>;

const ADDRESS = /[^\s"'<>]+@[^\s"'<>]+/g;
const text = (value: unknown): string =>
	typeof value === 'string' ? value.replace(ADDRESS, '(an email address)').slice(0, 300) : '';

/**
 * Type and sentence of an error answer, whichever of its forms it has: `{"error": "TYPE"}`, `{"error": {"type", "message"}}` or
 * `{"errors": [{"error", "message"}]}`. An HTML page has neither.
 */
export function readError(body: unknown): AirtableError {
	if (typeof body !== 'object' || body === null) return { type: '', words: '' };
	const { error, errors } = body as Json;
	if (typeof error === 'string') return { type: text(error), words: text((body as Json).message) };
	const inner = (error ?? (Array.isArray(errors) ? (errors[0] as unknown) : null)) as Json | null;
	if (typeof inner !== 'object' || inner === null) return { type: '', words: '' };
	return { type: text(inner.type ?? inner.error), words: text(inner.message) };
}
