const LONGEST_ADDRESS = 2_048;
const LABELS = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u;

/**
 * The bare web domain, in lower case, of a domain, a web address or an email address: what two records of one company share. null
 * when there is none in it.
 *
 * @example
 * [normaliseDomain('https://www.Acme.com/en?x=1'), normaliseDomain('ada@mail.acme.com'), normaliseDomain('n/a')]
 * // => ['acme.com', 'mail.acme.com', null]
 */
export function normaliseDomain(value: string): string | null {
	if (value.length > LONGEST_ADDRESS) return null;
	const bare = value
		.trim()
		.toLowerCase()
		.replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
		.replace(/^[^/?#]*@/, '')
		.replace(/[/?#].*$/s, '')
		.replace(/:\d+$/, '')
		.replace(/^www\d?\.(?=[^.]+\.)/, '')
		.replace(/\.$/, '');
	return bare.length <= 253 && LABELS.test(bare) ? bare : null;
}
