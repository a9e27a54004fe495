import { hash } from 'crypto';

/**
 * Fingerprint of a model's whole JSON: 64 hex digits of SHA-256 over its UTF-8 bytes.
 *
 * @example
 * hashBody('').slice(0, 8)
 * // => 'e3b0c442'
 */
export function hashBody(body: string): string {
	return hash('sha256', body, 'hex');
}
