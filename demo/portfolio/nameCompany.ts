import type { Random } from './createRandom';
import { NAME_PARTS } from './nameParts';
import type { Place } from './places';

export interface CompanyName {
	readonly name: string;
	/** Under the reserved top-level domain "example". */
	readonly domain: string;
}

/** The part before and after "|": as written, and in ASCII. */
const spell = (part: string): readonly [written: string, ascii: string] => {
	const [written = '', ascii = written] = part.split('|');
	return [written, ascii.toLowerCase().replaceAll(/[^a-z]/g, '')];
};

/** The things that break exports and columns: quotes, commas, apostrophes, very long names, an ampersand. */
function decorate(random: Random, root: string, trade: string): string {
	const draw = random.next();
	if (draw < 0.02) return `"${root}" ${trade}`;
	if (draw < 0.05) return `${root}, ${trade} & Partner`;
	if (draw < 0.08) return `${root}'s ${trade}`;
	if (draw < 0.095) {
		return `${root} ${trade} International Research, Development, Distribution and After-Sales Services Group`;
	}
	return draw < 0.55 ? `${root} ${trade}` : root;
}

/**
 * An invented company's name, with its legal form, and domain. The index keeps the domain unique.
 *
 * @param random stream of the account and topic
 */
export function nameCompany(random: Random, place: Place, index: number): CompanyName {
	const { heads, tails, trades } = NAME_PARTS[place.style];
	const [head, headAscii] = spell(random.pick(heads));
	const [tail, tailAscii] = spell(random.pick(tails));
	const spaced = place.style === 'arabic' || place.style === 'greek';
	const root = spaced ? `${head} ${tail}` : `${head}${tail}`;
	const trade = random.pick(trades);
	const plain =
		place.style === 'japanese' ? `${root}${random.chance(0.6) ? trade : ''}` : decorate(random, root, trade);
	const form = random.pick(place.forms);
	return {
		name: form.startsWith('^') ? `${form.slice(1)}${plain}` : `${plain}${form}`,
		domain: `${headAscii}${tailAscii}-${index + 1}.example`,
	};
}
