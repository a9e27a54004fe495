import { createPrivateKey, createSign, type KeyObject } from 'node:crypto';

/** Salesforce refuses assertions that are valid for more than five minutes; less leaves room for clocks that differ. */
const VALID_SECONDS = 180;

export interface Assertion {
	readonly issuer: string;
	readonly subject: string;
	readonly audience: string;
	/** Milliseconds since 1970. */
	readonly now: number;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A field of one line turns the line ends of a PEM file into spaces or into `\n`; OpenSSL wants them back. */
function readKey(pem: string): KeyObject | null {
	const [, label = '', body = ''] =
		/-----BEGIN ([A-Z ]+)-----([\s\S]*)-----END [A-Z ]+-----/.exec(pem.replace(/\\n/g, '\n')) ?? [];
	const lines = body.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
	try {
		return createPrivateKey(`-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`);
	} catch {
		return null;
	}
}

/** The assertion of the OAuth 2.0 JWT bearer flow (RFC 7523), signed with RS256. null: the key cannot be read. */
export function signAssertion(assertion: Assertion, privateKey: string): string | null {
	const { issuer, subject, audience, now } = assertion;
	const key = readKey(privateKey);
	if (key === null) return null;
	const claims = { iss: issuer, sub: subject, aud: audience, exp: Math.floor(now / 1000) + VALID_SECONDS };
	const unsigned = `${encode({ alg: 'RS256' })}.${encode(claims)}`;
	return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
}
