import type { PersonalKind } from './findPersonalData';
import { tagOf } from './tagOf';

const MASKED = /^(?:Person [A-Z][a-z]{7}|[a-z]{8}@masked|(?:phone|ip|iban|card)-[a-z]{8})$/;

/**
 * A stand-in for one value: `vznubgrq@masked`, `phone-vznubgrq`, `Person Kjpxqovp`. The same value always has the same stand-in, however it
 * is spaced or capitalised, so rows that belonged together still do, in every run and on any machine. It holds nothing of the value.
 *
 * What it protects: people who read a report or a log do not learn who somebody is. What it does not: without a secret key, somebody
 * who already has a list of addresses can compute their stand-ins and compare. It is pseudonymous, not anonymous, data.
 *
 * @example
 * [maskValue('ada@acme.com', 'email'), maskValue('+49 30 1234567', 'phone') === maskValue('+49301234567', 'phone')]
 * // => ['vznubgrq@masked', true]
 */
export function maskValue(value: string, kind: PersonalKind | 'name'): string {
	if (MASKED.test(value)) return value;
	const folded =
		kind === 'phone' || kind === 'card' || kind === 'iban'
			? value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
			: value.trim().toLowerCase().replace(/\s+/g, ' ');
	const tag = tagOf(folded);
	if (kind === 'email') return `${tag}@masked`;
	if (kind === 'name') return `Person ${tag.charAt(0).toUpperCase()}${tag.slice(1)}`;
	return `${kind}-${tag}`;
}
