import type { Reading } from './Reading';
import { readText } from './readText';

const LONGEST_ADDRESS = 254;
const ADDRESS =
	/^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u;

/**
 * One email address, in lower case so that the same person is found again; also out of `Name <a@b.example>` and `mailto:a@b.example`.
 * What is no address is a fault of its own mild kind: null, never a reason to lose the row.
 *
 * @example
 * [readEmail('Ada Lovelace <Ada@Acme.com>').value, readEmail('ada(at)acme.com').fault?.code]
 * // => ['ada@acme.com', 'not-an-email']
 */
export function readEmail(value: unknown): Reading {
	const read = readText(value);
	if (read.fault?.kept !== true && (read.fault !== undefined || read.value === null)) return read;
	const text = String(read.value);
	const inner = /<([^<>]+)>$/.exec(text)?.[1] ?? text;
	const address = inner
		.trim()
		.replace(/^mailto:/i, '')
		.toLowerCase();
	const [local = ''] = address.split('@');
	const dotted = !/^\.|\.\.|\.$/.test(local);
	if (address.length <= LONGEST_ADDRESS && dotted && ADDRESS.test(address)) return { value: address };
	const fault = {
		code: 'not-an-email',
		reason: 'expected one email address',
		remedy: 'Correct the address in the source; until then the person is known without one.',
		mild: true,
	};
	return { value: null, fault };
}
