import type { Random } from './createRandom';
import { NAME_PARTS, type NameStyle } from './nameParts';

export interface PersonName {
	readonly name: string;
	/** ASCII, for addresses: "jose.nunez". */
	readonly handle: string;
}

/** The part before and after "|": as written, and in ASCII. */
const spell = (part: string): readonly [written: string, ascii: string] => {
	const [written = '', ascii = written] = part.split('|');
	return [written, ascii.toLowerCase().replaceAll(/[^a-z]/g, '')];
};

/**
 * An invented person's name in the manner of a country, family name first where that is the custom.
 *
 * @param random stream of the account and topic
 */
export function namePerson(random: Random, style: NameStyle): PersonName {
	const { given, family } = NAME_PARTS[style];
	const [first, firstAscii] = spell(random.pick(given));
	const [last, lastAscii] = spell(random.pick(family));
	return {
		name: style === 'japanese' ? `${last} ${first}` : `${first} ${last}`,
		handle: `${firstAscii}.${lastAscii}`,
	};
}
