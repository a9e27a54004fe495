import { instantIn } from '../measures/instantIn';
import { isKnownAt } from '../measures/isKnownAt';
import { knowledgeCut } from '../measures/knowledgeCut';
import type { EvidenceRow, Evidence, SignalInput, SignalTest } from './Signal';

const MS_PER_DAY = 86_400_000;
const TABLES = {
	interactions: { name: 'cs_interactions', key: 'interaction_id', at: 'occurred_at' },
	surveyAnswers: { name: 'cs_survey_answers', key: 'answer_id', at: 'answered_at' },
	tickets: { name: 'cs_tickets', key: 'ticket_id', at: 'opened_at' },
} as const;

const NAMES: Readonly<Record<string, string>> = {
	cs_interactions: 'conversation',
	cs_survey_answers: 'survey answer',
	cs_tickets: 'ticket',
};

/**
 * Evidence that words were said or tickets opened which point to growth, in rows of the last days; only the words that matched are kept,
 * not the text around them, because texts hold personal data. What a negative conversation says does not count. null below `fewest` rows.
 *
 * @example
 * findMention({ asOf: '2026-01-20', records: { interactions: [], surveyAnswers: [], tickets: [{ ticket_id: 7, category: 'feature_request', opened_at: '2026-01-15' }] } }, { kind: 'mention', where: [{ table: 'tickets', columns: ['category'] }], pattern: /feature/, days: 90, fewest: 1 })?.value
 * // => 1
 */
export function findMention(
	input: Pick<SignalInput, 'asOf'> & {
		readonly records: Pick<SignalInput['records'], 'interactions' | 'surveyAnswers' | 'tickets'>;
	},
	test: Extract<SignalTest, { kind: 'mention' }>,
): Evidence | null {
	const cut = knowledgeCut(input.asOf);
	const cells: { readonly at: number; readonly cell: EvidenceRow }[] = [];
	for (const { table, columns } of test.where) {
		const { name, key, at: column } = TABLES[table];
		for (const row of input.records[table]) {
			const at = instantIn(row, column);
			if (at === null || at > cut || at <= cut - test.days * MS_PER_DAY || !isKnownAt(row, cut)) continue;
			if (row.sentiment === 'negative') continue;
			for (const of of columns) {
				const match = typeof row[of] === 'string' ? test.pattern.exec(row[of]) : null;
				if (match === null) continue;
				cells.push({
					at,
					cell: { table: name, key: { [key]: String(row[key]) }, column: of, value: match[0] },
				});
				break;
			}
		}
	}
	if (cells.length < test.fewest) return null;
	cells.sort((a, b) => a.at - b.at);
	const [first, last] = [cells[0]!, cells.at(-1)!];
	return {
		value: cells.length,
		baseline: null,
		change: null,
		unit: 'mentions',
		aggregate: 'count',
		factor: 1,
		from: dayOf(first.at),
		to: dayOf(last.at),
		observedOn: dayOf(last.at),
		statistic: { method: 'count', z: null, pValue: null, n: cells.length },
		current: cells.map(({ cell }) => cell),
		before: [],
		strength: cells.length / (cells.length + Math.max(1, test.fewest - 1)),
		words: `${countOf(cells.map(({ cell }) => cell.table))}, last on ${dayOf(last.at)}: "${String(last.cell.value)}"`,
		metric: null,
	};
}

/** "2 tickets", "1 conversation"; rows of several tables are records. */
function countOf(tables: readonly string[]): string {
	const name = new Set(tables).size === 1 ? (NAMES[tables[0] as string] ?? 'record') : 'record';
	return `${tables.length} ${name}${tables.length === 1 ? '' : 's'}`;
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
