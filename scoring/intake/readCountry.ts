import { COUNTRY_NAMES } from './countryNames';
import type { Reading } from './Reading';

const fold = (name: string): string =>
	name
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/[.’']/g, '')
		.replace(/&/g, 'and')
		.replace(/\s+/g, ' ')
		.trim();

const CODE_OF: ReadonlyMap<string, string> = new Map(
	COUNTRY_NAMES.split(';').flatMap((entry) => {
		const [code = '', ...names] = entry.split('|');
		return [code.toLowerCase(), ...names].map((name) => [name, code] as const);
	}),
);

/**
 * ISO 3166-1 alpha-2 of a country from its code, its English name, the usual three-letter code or a common other name. Blank is null,
 * an unknown one is a fault.
 *
 * @example
 * [readCountry('Deutschland').value, readCountry('u.s.a.').value, readCountry('gb').value, readCountry('Atlantis').value]
 * // => ['DE', 'US', 'GB', null]
 */
export function readCountry(value: unknown): Reading {
	if (value === null || value === undefined) return { value: null };
	const text = typeof value === 'string' ? fold(value) : '?';
	if (text === '') return { value: null };
	const code = CODE_OF.get(text);
	if (code !== undefined) return { value: code };
	const fault = {
		code: typeof value === 'string' ? 'country-unknown' : 'wrong-type',
		reason: 'no country we know',
		remedy: 'Use the two letters of ISO 3166, such as DE or US.',
	};
	return { value: null, fault };
}
