const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a Salesforce record id. The last three characters tell which of the first 15 are capitals, so that the id
 * survives systems that ignore case; 18 characters whose checksum is wrong are no Salesforce id. null for any other text.
 *
 * @example
 * [salesforceId('001D000000IqhSL'), salesforceId('001D000000IqhSLIAZ'), salesforceId('001D000000IqhSLAAA')]
 * // => ['001D000000IqhSLIAZ', '001D000000IqhSLIAZ', null]
 */
export function salesforceId(id: string): string | null {
	// Key prefixes of records begin with a digit or `a`; that keeps 15-letter words out.
	if (!/^[0-9a][0-9A-Za-z]{14}(?:[A-Z0-5]{3})?$/.test(id) || !/\d/.test(id.slice(0, 8))) return null;
	const short = id.slice(0, 15);
	let checksum = '';
	for (let start = 0; start < 15; start += 5) {
		let bits = 0;
		for (let index = 0; index < 5; index++) {
			const character = short.charAt(start + index);
			if (character >= 'A' && character <= 'Z') bits |= 1 << index;
		}
		checksum += ALPHABET.charAt(bits);
	}
	const long = `${short}${checksum}`;
	return id.length === 15 || id === long ? long : null;
}
