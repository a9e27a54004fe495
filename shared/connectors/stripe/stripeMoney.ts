/** Stripe counts these in hundredths although they have no minor unit, for compatibility with its past. */
const HUNDREDTHS: ReadonlySet<string> = new Set(['ISK', 'UGX']);
/** Stripe counts this one in whole units although ISO 4217 gives it two digits. */
const WHOLE: ReadonlySet<string> = new Set(['MGA']);

/** Currency as we keep it, ISO 4217 in capitals; null when Stripe gives none. */
export function stripeCurrency(value: unknown): string | null {
	return typeof value === 'string' && /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : null;
}

/** Amount of Stripe in minor units of ISO 4217, fractions kept; null stays null. Zero-decimal currencies are whole units in both. */
export function stripeMinor(amount: number | null, currency: string | null): number | null {
	if (amount === null || currency === null) return null;
	if (HUNDREDTHS.has(currency)) return amount / 100;
	return WHOLE.has(currency) ? amount * 100 : amount;
}

/** A number, or a decimal written as text (`unit_amount_decimal`); null when it is neither. */
export function stripeNumber(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null;
}
