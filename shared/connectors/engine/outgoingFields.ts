import type { Scalar } from '../../../scoring/core/CanonicalModel';
import { hash12 } from '../../hash12';

/**
 * The vendor fields of one write, and `row_hash` over them without the score date: a day on which nothing but the date changed has the same hash and is
 * not sent. A field that the vendor does not have is not part of the hash, so that the value is sent as soon as the field is there.
 */
export function outgoingFields(
	results: Readonly<Record<string, Scalar>>,
	fieldOf: Readonly<Record<string, string>>,
	dropped: ReadonlySet<string>,
): { readonly fields: Readonly<Record<string, Scalar>>; readonly rowHash: string } {
	const isSent = (name: string) => {
		const field = fieldOf[name] ?? '';
		return field !== '' && !dropped.has(field);
	};
	const sent = Object.entries(results).filter(([name]) => isSent(name));
	const content = sent.filter(([name]) => name !== 'score_date');
	const rowHash = hash12(Object.fromEntries(content.map(([name, value]) => [fieldOf[name], value])));
	const fields = Object.fromEntries(sent.map(([name, value]) => [fieldOf[name], value]));
	const hashField = fieldOf['row_hash'] ?? '';
	return { fields: isSent('row_hash') ? { ...fields, [hashField]: rowHash } : fields, rowHash };
}
