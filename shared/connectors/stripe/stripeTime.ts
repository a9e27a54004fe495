import { addDays } from '../../../scoring/core/addDays';

/** Seconds since 1970 as UTC ISO; null when Stripe gives none. */
export function stripeInstant(seconds: unknown): string | null {
	return typeof seconds === 'number' && Number.isFinite(seconds)
		? new Date(seconds * 1000).toISOString()
		: null;
}

/** UTC day of an instant; null when Stripe gives none. */
export function stripeDay(seconds: unknown): string | null {
	return stripeInstant(seconds)?.slice(0, 10) ?? null;
}

/** Last day before an exclusive end: Stripe's periods end at the instant at which the next one begins. */
export function stripeLastDay(seconds: unknown): string | null {
	const day = stripeDay(seconds);
	return day === null ? null : addDays(day, -1);
}
