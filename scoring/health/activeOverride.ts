import type { HealthInput, Override } from './HealthScore';

/**
 * The manual override that counts on the day of the score, or null: none given, or expired. `expiresOn` is its last day.
 *
 * @example
 * activeOverride({ accountId: 'a', asOfOn: '2024-01-16', observations: {}, override: { value: 30, reason: 'Sponsor left', by: null, expiresOn: '2024-01-15' } })
 * // => null
 */
export function activeOverride(input: HealthInput): Override | null {
	const { override } = input;
	if (override === null || override === undefined) return null;
	return override.expiresOn >= input.asOfOn ? override : null;
}
