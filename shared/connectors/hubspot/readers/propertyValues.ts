/** Id of one of our people from an owner id; null without one. */
export function ownerId(value: unknown): string | null {
	return value === undefined || value === null || value === '' ? null : `hubspot:${String(value)}`;
}

/** HubSpot keeps time zones as `america_slash_new_york`; other spellings stay as they are. */
export function timeZone(value: unknown): unknown {
	if (typeof value !== 'string' || !value.includes('_slash_')) return value ?? null;
	const titled = (part: string): string =>
		part
			.split('_')
			.map((word) =>
				['of', 'es', 'au'].includes(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
			)
			.join('_');
	return value.split('_slash_').map(titled).join('/');
}

/** The enumeration value of ours that a HubSpot value stands for; a value we do not know stays as it is, to be reported. */
export function enumValue(value: unknown, meaning: Readonly<Record<string, string | null>>): unknown {
	if (value === undefined || value === null || value === '') return null;
	const known = meaning[String(value).toUpperCase()];
	return known === undefined ? value : known;
}

/** Vendor id of the company a record belongs to. */
export function companyOf(fields: Readonly<Record<string, unknown>>): string | null {
	const company = fields['@company'];
	return typeof company === 'string' ? company : null;
}
