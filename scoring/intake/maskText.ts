import { findPersonalData } from './findPersonalData';
import { maskValue } from './maskValue';

/**
 * A text with every email address, phone number, IP address, bank account and card in it masked, and every name in `names` (whole words,
 * any case). The rest stays readable. A masked text is masked already.
 *
 * @example
 * maskText('Ada Lovelace asked: write to ada@acme.com', ['Ada Lovelace'])
 * // => 'Person Kjpxqovp asked: write to vznubgrq@masked'
 */
export function maskText(text: string, names: readonly string[] = []): string {
	let masked = maskFindings(text);
	for (const name of names) {
		const [first = ''] = name.trim().toLowerCase().split(/\s/);
		if (name.trim().length < 3 || !masked.toLowerCase().includes(first)) continue;
		const escaped = name
			.trim()
			.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
			.replace(/\s+/g, '\\s+');
		const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu');
		masked = masked.replace(pattern, maskValue(name, 'name'));
	}
	return masked;
}

/** Again while there is something: what stood behind a stand-in may make one anew. */
function maskFindings(text: string): string {
	let current = text;
	for (let findings = findPersonalData(current); findings.length > 0; findings = findPersonalData(current)) {
		let masked = '';
		let from = 0;
		for (const { start, end, kind, text: found } of findings) {
			masked += current.slice(from, start) + maskValue(found, kind);
			from = end;
		}
		current = masked + current.slice(from);
	}
	return current;
}
