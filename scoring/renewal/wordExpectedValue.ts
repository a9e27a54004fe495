import { formatMinor } from './formatMinor';
import type { ExpectedValue } from './RenewalStructure';

/**
 * The formula of an expected value with its numbers, in major units.
 *
 * @param currency ISO 4217; null: not known
 *
 * @example
 * wordExpectedValue({ minor: 122705, tiers: [{ probability: 0.94, amountMinor: 87500 }, { probability: 0.87, amountMinor: 46500 }] }, 'USD')
 * // => '0.94 x 875.00 + 0.87 x 465.00 = 1,227.05 USD'
 */
export function wordExpectedValue({ minor, tiers }: ExpectedValue, currency: string | null): string {
	const terms = tiers.map(
		({ probability, amountMinor }) => `${decimals(probability)} x ${formatMinor(amountMinor, currency)}`,
	);
	const result = `${formatMinor(minor, currency)} ${currency ?? ''}`.trim();
	return `${terms.join(' + ')} = ${result}`;
}

const decimals = (probability: number): string => String(Math.floor(probability * 10_000 + 0.5) / 10_000);
