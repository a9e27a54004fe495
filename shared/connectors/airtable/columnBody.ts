import type { ColumnDesign } from './BaseDesign';

type Options = Readonly<Record<string, unknown>>;

function columnOptions(design: ColumnDesign, linkedTableId: string | null): Options | null {
	const dateFormat = { name: 'iso' };
	switch (design.type) {
		case 'number':
		case 'percent':
			return { precision: design.precision ?? 0 };
		case 'date':
			return { dateFormat };
		case 'dateTime':
			return { dateFormat, timeFormat: { name: '24hour' }, timeZone: 'utc' };
		case 'checkbox':
			return { icon: 'check', color: 'greenBright' };
		case 'singleSelect':
			return { choices: (design.choices ?? []).map((name) => ({ name })) };
		case 'multipleRecordLinks':
			return { linkedTableId };
		default:
			return null;
	}
}

/** A column as Airtable's API takes it to create one. `linkedTableId` is the table that a link leads to; other types pass over it. */
export function columnBody(
	design: ColumnDesign,
	name: string,
	linkedTableId: string | null,
): Readonly<Record<string, unknown>> {
	const options = columnOptions(design, linkedTableId);
	return {
		name,
		type: design.type,
		...(design.note === '' ? {} : { description: design.note }),
		...(options === null ? {} : { options }),
	};
}
