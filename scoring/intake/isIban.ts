/**
 * Whether a text is an IBAN: country, two check digits that are right modulo 97 (ISO 13616), 15 to 34 characters without blanks.
 *
 * @example
 * [isIban('DE89 3704 0044 0532 0130 00'), isIban('DE88 3704 0044 0532 0130 00')]
 * // => [true, false]
 */
export function isIban(text: string): boolean {
	const bare = text.replaceAll(' ', '').toUpperCase();
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare)) return false;
	let rest = 0;
	for (const character of bare.slice(4) + bare.slice(0, 4)) {
		const value = parseInt(character, 36);
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest === 1;
}
