import { isCardNumber } from './isCardNumber';
import { isIban } from './isIban';

export type PersonalKind = 'card' | 'email' | 'iban' | 'ip' | 'phone';

export interface Finding {
	readonly kind: PersonalKind;
	/** First character, and the one after the last. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** The local part is bounded, so that a long text costs no more than its length. */
const EMAIL =
	/[^\s@<>()[\]\\,;:"'|/=]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}][\p{L}\p{N}-]+/gu;
const IBAN = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?(?![A-Za-z0-9])/g;
const CARD = /(?<![\w.+-])\d(?:[ -]?\d){12,18}(?![\w-])/g;
const IPV4 = /(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.]\d|\d)/g;
const IPV6 = /(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?::|(?::?[0-9a-f]{1,4}){1,6})(?![\w:])/gi;
/** `+49 30 1234567`, `0049…`, `(030) 123 456`, `030/123456`, `555-123-4567`; bare digits may be any id. */
const PHONE =
	/(?<![\p{L}\p{N}._+-])(?:\+\d{1,3}|00[1-9]\d{0,2}|\(\d{2,5}\)|0\d{1,4}(?=[ /.-])|[2-9]\d{2}(?=[ .-]\d{3}[ .-]\d{4}))(?:[ ()/.-]{0,3}\d){5,13}(?![\p{L}\p{N}])/gu;
/** What a text must have before the dear pattern is tried. */
const MANY_DIGITS = /\d(?:\D{0,4}\d){6}/;

interface Search {
	readonly kind: PersonalKind;
	readonly pattern: RegExp;
	readonly needs: (text: string) => boolean;
	readonly check: (found: string) => boolean;
}

const all = (): boolean => true;
const manyDigits = (text: string): boolean => MANY_DIGITS.test(text);
/** The earlier one wins where two find the same characters. */
const SEARCHES: readonly Search[] = [
	{ kind: 'email', pattern: EMAIL, needs: (text) => text.includes('@'), check: all },
	{ kind: 'iban', pattern: IBAN, needs: manyDigits, check: isIban },
	{ kind: 'card', pattern: CARD, needs: manyDigits, check: isCardNumber },
	{ kind: 'ip', pattern: IPV4, needs: (text) => text.includes('.'), check: all },
	{
		kind: 'ip',
		pattern: IPV6,
		needs: (text) => text.includes(':'),
		check: (found) => found.includes('::') || found.split(':').length === 8,
	},
	{ kind: 'phone', pattern: PHONE, needs: manyDigits, check: all },
];

/**
 * Personal data in a text: email addresses, phone numbers, IP addresses, bank accounts (IBAN) and payment cards, the last two only with
 * a right checksum. In order of their place, without overlaps. Names are not found in free text; dates, amounts and ids are not taken for
 * phone numbers, so a phone number without +, 0, brackets or the usual groups is missed.
 *
 * @example
 * findPersonalData('Call +49 30 1234567 or write ada@acme.com').map(({ kind, text }) => [kind, text])
 * // => [['phone', '+49 30 1234567'], ['email', 'ada@acme.com']]
 */
export function findPersonalData(text: string): readonly Finding[] {
	if (!/\d|@/.test(text)) return [];
	const findings: Finding[] = [];
	for (const { kind, pattern, needs, check } of SEARCHES) {
		if (!needs(text)) continue;
		for (const match of text.matchAll(pattern)) {
			const end = match.index + match[0].length;
			if (!check(match[0])) continue;
			if (findings.some((other) => match.index < other.end && end > other.start)) continue;
			findings.push({ kind, start: match.index, end, text: match[0] });
		}
	}
	return findings.sort((a, b) => a.start - b.start);
}
