/** A figure somebody states, set against the figure that follows from its parts. */
export interface ClaimCheck {
	readonly claimed: number;
	/** null: it cannot be worked out. */
	readonly computed: number | null;
	/** claimed - computed; null without a computed figure. */
	readonly difference: number | null;
	/** Equal when the computed figure is rounded to the digits of the claim. null: cannot be told. */
	readonly holds: boolean | null;
	readonly words: string;
}

const MAX_DIGITS = 6;

function digitsOf(value: number): number {
	const [, fraction = ''] = String(value).split('.');
	return Math.min(MAX_DIGITS, fraction.length);
}

/**
 * Checks a claimed figure against the computed one: it holds when the computed figure, rounded half up to as many digits as the claim has, is the
 * claim. So "187" holds for 186.86 and "4.7 months" does not for 18.75. The computed figure is what is used further on.
 *
 * @param what names the figure in the words
 *
 * @example
 * checkClaim('payback in months', 4.7, 18.75).words
 * // => 'payback in months: 4.7 is claimed, 18.75 follows from the figures'
 */
export function checkClaim(what: string, claimed: number, computed: number | null): ClaimCheck {
	if (computed === null)
		return {
			claimed,
			computed,
			difference: null,
			holds: null,
			words: `${what}: ${claimed} cannot be checked`,
		};
	let scale = 1;
	for (let digit = digitsOf(claimed); digit > 0; digit--) scale *= 10;
	const rounded = Math.floor(computed * scale + 0.5 + 1e-9) / scale;
	const holds = Math.abs(rounded - claimed) * scale < 1e-6;
	const shown = Math.floor(computed * 100 + 0.5 + 1e-9) / 100;
	const words = holds
		? `${what}: ${claimed} holds`
		: `${what}: ${claimed} is claimed, ${shown} follows from the figures`;
	return { claimed, computed, difference: claimed - computed, holds, words };
}
