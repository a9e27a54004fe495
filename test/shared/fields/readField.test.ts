import { readField } from '../../../shared/fields/readField';

describe('readField', () => {
	test('takes the name as it stands before taking it as a path', () => {
		expect(readField({ 'Active Users': 17 }, 'Active Users')).toBe(17);
		expect(readField({ 'usage.active': 1, usage: { active: 2 } }, 'usage.active')).toBe(1);
		expect(readField({ contacts: [{ email: 'a@b.example' }] }, 'contacts.0.email')).toBe('a@b.example');
	});

	test('missing, empty and broken paths are null; 0 and false are values', () => {
		expect(readField({ a: '' }, 'a')).toBeNull();
		expect(readField({ a: 1 }, 'a.b.c')).toBeNull();
		expect(readField({ a: null }, 'a.b')).toBeNull();
		expect(readField({ a: {} }, 'a.constructor')).toBeNull();
		expect(readField({}, '')).toBeNull();
		expect(readField({ a: 0, b: false }, 'a')).toBe(0);
		expect(readField({ a: 0, b: false }, 'b')).toBe(false);
	});
});

test.each(['constructor', 'toString', '__proto__'])(
	'%s is no field of an item that does not have it',
	(name) => {
		expect(readField({ account_id: 'a' }, name)).toBeNull();
	},
);
