import fc from 'fast-check';

import { hash12 } from '../../shared/hash12';
import { hashText } from '../../shared/hashText';

describe('hash12', () => {
	test('is the start of SHA-256 over canonical JSON', () => {
		// printf '{"a":[1,"x"],"b":null}' | sha256sum
		expect(hash12({ b: null, a: [1, 'x'] })).toBe('854ef06dc57f');
	});

	test('does not depend on the order of keys, does on the order of a list', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
				expect(hash12(Object.fromEntries(Object.entries(value).reverse()))).toBe(hash12(value));
			}),
		);
		expect(hash12([1, 2])).not.toBe(hash12([2, 1]));
	});

	test('undefined fields do not count, -0 is 0, numbers that are not finite are null', () => {
		expect(hash12({ a: 1, b: undefined })).toBe(hash12({ a: 1 }));
		expect(hash12(-0)).toBe(hash12(0));
		expect(hash12([NaN, undefined])).toBe(hash12([null, null]));
		expect(hash12(new Date('2026-01-01T00:00:00Z'))).toBe(hash12('2026-01-01T00:00:00.000Z'));
	});
});

test('hashText is the start of SHA-256 over UTF-8', () => {
	expect(hashText('')).toBe('e3b0c44298fc');
	// printf 'ü' | sha256sum
	expect(hashText('ü')).toBe('607474ca475a');
});
