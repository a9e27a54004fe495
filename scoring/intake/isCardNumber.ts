/**
 * Whether a text is the number of a payment card: 13 to 19 digits (blanks and hyphens between them), a first digit that cards have, and a
 * right check digit by Luhn (ISO/IEC 7812).
 *
 * @example
 * [isCardNumber('4242 4242 4242 4242'), isCardNumber('4242 4242 4242 4241')]
 * // => [true, false]
 */
export function isCardNumber(text: string): boolean {
	const digits = text.replace(/[ -]/g, '');
	if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
	let sum = 0;
	for (let index = 0; index < digits.length; index++) {
		const digit = Number(digits.charAt(digits.length - 1 - index));
		const doubled = index % 2 === 0 ? digit : digit * 2;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}
