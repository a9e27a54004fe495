import type { AirtableColumn, AirtableSchema } from './AirtableSchema';

type Json = Readonly<Record<string, unknown>>;

const asList = (value: unknown): readonly Json[] =>
	Array.isArray(value) ? value.filter((one): one is Json => typeof one === 'object' && one !== null) : [];
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

function parseColumn(raw: Json): AirtableColumn {
	const options = (raw.options ?? {}) as Json;
	return {
		id: asText(raw.id),
		name: asText(raw.name),
		type: asText(raw.type),
		choices: asList(options.choices).map((choice) => asText(choice.name)),
		linkedTableId: typeof options.linkedTableId === 'string' ? options.linkedTableId : null,
		watches: Array.isArray(options.referencedFieldIds) ? options.referencedFieldIds.map(asText) : [],
		result: asText((options.result as Json | null | undefined)?.type) || null,
	};
}

/** Reads the answer of `GET /v0/meta/bases/{base}/tables`. null: it has not that form. Column types that are not known are kept as they are. */
export function parseSchema(body: unknown): AirtableSchema | null {
	const tables = (body as Json | null)?.tables;
	if (!Array.isArray(tables)) return null;
	return {
		tables: asList(tables).map((table) => ({
			id: asText(table.id),
			name: asText(table.name),
			columns: asList(table.fields).map(parseColumn),
		})),
	};
}
