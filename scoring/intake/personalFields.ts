import type { CanonicalObject } from '../core/CanonicalModel';

/** Fields that hold a person's name, by object. Names in other fields are found only where these name them. */
export const NAME_FIELDS: Readonly<Partial<Record<CanonicalObject, readonly string[]>>> = {
	contacts: ['name'],
	people: ['name'],
};

/** Keys of nested data (JSON columns, payloads, raw records) that hold a person's name or number, folded to lower case letters. */
export const NAME_KEYS: readonly string[] =
	'name firstname lastname fullname displayname givenname familyname surname middlename contactname personname'.split(
		' ',
	);
export const PHONE_KEYS: readonly string[] =
	'phone phonenumber mobile mobilephone mobilephonenumber homephone otherphone fax tel telephone cell'.split(
		' ',
	);
