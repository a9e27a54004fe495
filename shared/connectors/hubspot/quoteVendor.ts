/**
 * HubSpot's own words for a message of ours: at most 240 characters, without record ids' correlation marks, tokens or e-mail
 * addresses. Validation texts repeat the refused value, which may be personal, so lists inside them are cut.
 */
export function quoteVendor(message: unknown): string {
	if (typeof message !== 'string') return '';
	const plain = message
		.replace(/<[^>]*>/g, ' ')
		.replace(/\[\{.*$/s, '')
		.replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '(an e-mail address)')
		.replace(/\b(pat-[a-z0-9-]+|[A-Za-z0-9_-]{40,})\b/g, '(hidden)')
		.replace(/\s+/g, ' ')
		.trim();
	return plain.length > 240 ? `${plain.slice(0, 240)}…` : plain;
}
