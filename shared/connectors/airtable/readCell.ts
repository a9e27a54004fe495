type Json = Readonly<Record<string, unknown>>;

/**
 * What an object in a cell says: the email or name of a person, the text of a barcode or AI field, the link of a button, a file's name. A number
 * that could not be computed (`specialValue`) and a formula that failed (`error`) say nothing.
 */
function readObject(value: Json): unknown {
	for (const part of ['email', 'value', 'text', 'filename', 'name', 'url', 'label', 'id']) {
		const found = value[part];
		if (typeof found === 'string' && found !== '') return found;
	}
	return undefined;
}

function readOne(value: unknown): unknown {
	if (value === null || value === undefined || value === '') return undefined;
	return typeof value === 'object' ? readObject(value as Json) : value;
}

/**
 * A cell as a plain value. Empty cells are absent (undefined), but an unchecked checkbox, which Airtable leaves out too, is false. A percent
 * is 0 to 1, as it comes. NaN, infinity and failed formulas are absent. A person is the email address. Of a lookup or a list with one value
 * that value is taken, of several a text with commas; links stay a list of record ids.
 *
 * @param type the column's type in the schema
 */
export function readCell(value: unknown, type: string): unknown {
	if (type === 'checkbox') return value === true;
	if (!Array.isArray(value)) return readOne(value);
	// A lookup of a lookup is a list of lists.
	const all = value
		.flat(Infinity)
		.map(readOne)
		.filter((one) => one !== undefined);
	if (all.length === 0) return undefined;
	if (type === 'multipleRecordLinks') return all;
	return all.length === 1 ? all[0] : all.join(', ');
}
