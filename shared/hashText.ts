import { hash } from 'crypto';

/**
 * Short fingerprint of a text: the first 12 hex digits of SHA-256 over its UTF-8 bytes. For values use `hash12`, which brings them into
 * one form first; this is for callers that already have one.
 *
 * @example
 * hashText('')
 * // => 'e3b0c44298fc'
 */
export function hashText(text: string): string {
	return hash('sha256', text, 'hex').slice(0, 12);
}
