import type { Reading } from './Reading';

/** Keys that would change what an object inherits when somebody copies them. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** A reviver is dear; a name in the text may be written with escapes. */
const SUSPECT = /__proto__|constructor|prototype|\\u/;

/**
 * An object or a list as JSON text, given as text or as it is. Text that is in order stays byte for byte; keys that reach for an object's
 * prototype (`__proto__`, `constructor`, `prototype`) are taken out and reported. Anything else is a fault. Blank is null.
 *
 * @example
 * [readJson('{"a":1}').value, readJson('{"__proto__":{"x":1},"b":2}').value, readJson('{"a":').value]
 * // => ['{"a":1}', '{"b":2}', null]
 */
export function readJson(value: unknown): Reading {
	if (value === null || value === undefined) return { value: null };
	if (typeof value === 'string' && value.trim() === '') return { value: null };
	const broken = (code: string): Reading => ({
		value: null,
		fault: {
			code,
			reason: 'expected an object as JSON',
			remedy: 'Send the whole object, as text or as it is.',
		},
	});
	if (typeof value !== 'string' && typeof value !== 'object') return broken('wrong-type');
	try {
		const text: string = typeof value === 'string' ? value.trim() : JSON.stringify(value);
		let unsafe = 0;
		const parsed: unknown = !SUSPECT.test(text)
			? JSON.parse(text)
			: JSON.parse(text, (key, inner: unknown) => {
					if (!UNSAFE.has(key)) return inner;
					unsafe++;
					return undefined;
				});
		if (typeof parsed !== 'object' || parsed === null) return broken('wrong-type');
		if (unsafe === 0) return { value: text };
		const fault = {
			code: 'unsafe-keys',
			reason: `${unsafe} keys in it are named like parts of JavaScript itself`,
			remedy: 'They were left out. Rename them in the source if they are needed.',
			kept: true,
			mild: true,
		};
		return { value: JSON.stringify(parsed), fault };
	} catch {
		return broken('not-json');
	}
}
