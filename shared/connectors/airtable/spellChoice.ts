import type { AirtableColumn } from './AirtableSchema';

const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, ' ');

/** The option of a select column that means the same, in the base's own spelling (`At Risk` for `at_risk`). null: there is none. */
export function spellChoice(column: AirtableColumn, value: string): string | null {
	return column.choices.find((choice) => plain(choice) === plain(value)) ?? null;
}
