import fc from 'fast-check';

import { instantIn } from '../../../scoring/measures/instantIn';
import { knowledgeCut } from '../../../scoring/measures/knowledgeCut';
import type { Row } from '../../../scoring/measures/Records';
import { AS_OF, demoTables, portfolioOf, snapshotsOf } from './demoPortfolio';

const TABLES = demoTables(60);
const ROWS = snapshotsOf(portfolioOf(TABLES), { staticColumns: ['tier'] }).rows;
const DAYS = [...new Set(ROWS.map((row) => row.as_of_on))].sort();

/** When the fact of a row happened, and what in it came later; by the column that only that table has. */
const TABLE_OF: Readonly<Record<string, { readonly happened: string; readonly later: readonly string[] }>> = {
	ticket_id: {
		happened: 'opened_at',
		later: ['first_response_at', 'resolved_at', 'csat', 'escalated', 'status'],
	},
	invoice_id: { happened: 'issued_on', later: ['paid_on', 'status'] },
	answer_id: { happened: 'asked_at', later: ['answered_at', 'score', 'text'] },
	interaction_id: { happened: 'occurred_at', later: [] },
	line_id: { happened: 'recorded_at', later: ['status', 'superseded_at'] },
	contract_id: { happened: 'signed_on', later: ['status'] },
	contact_id: { happened: '', later: ['left_on', 'last_contact_at', 'opted_out_at', 'email', 'name'] },
	licensed_users: { happened: 'starts_on', later: [] },
};
const kindOf = (row: Row): string => Object.keys(TABLE_OF).find((key) => row[key] !== undefined) ?? '';

/** The value of a column that depends on another one's day: the rating is known when the ticket is resolved. */
const KNOWN_WITH: Readonly<Record<string, string>> = {
	csat: 'resolved_at',
	escalated: 'resolved_at',
	score: 'answered_at',
	text: 'answered_at',
};

/** A week of usage has happened at its end. */
const WEEK = 7 * 86_400_000;
const isAfter = (row: Row, column: string, cut: number): boolean => {
	const at = instantIn(row, column);
	const isWeek = column === 'starts_on' && row.period === 'week';
	return at !== null && at + (isWeek ? WEEK - 1 : 0) > cut;
};

/** What a row could look like had the future gone another way; null: it would not be there. */
function corrupt(row: Row, cut: number, random: () => number): Row | null {
	const kind = kindOf(row);
	const table = TABLE_OF[kind];
	if (table === undefined) return row;
	if (table.happened !== '' && isAfter(row, table.happened, cut)) {
		const draw = random();
		if (draw < 0.4) return null;
		const scrambled = Object.entries(row).map(([column, value]) => [
			column,
			typeof value === 'number'
				? Math.floor(value * 10 * random())
				: typeof value === 'boolean'
					? random() < 0.5
					: value,
		]);
		return Object.fromEntries(scrambled) as Row;
	}
	const changed: Record<string, unknown> = { ...row };
	for (const column of table.later) {
		const day = KNOWN_WITH[column] ?? column;
		const cameLater = row[day] === null || row[day] === undefined || isAfter(row, day, cut);
		if (/status|last_contact_at|opted_out_at|email|name/.test(column)) changed[column] = 'corrupted';
		else if (column === day && cameLater && random() < 0.7) {
			changed[column] =
				random() < 0.3 ? null : `${new Date(cut + 86_400_000 * (1 + 90 * random())).toISOString()}`;
		} else if (column !== day && cameLater) {
			changed[column] = column === 'escalated' ? random() < 0.5 : Math.floor(5 * random());
		}
	}
	return changed;
}

/** New rows of after the cut, or recorded after it about a time before. */
function inventions(row: Row, cut: number, random: () => number): Row[] {
	if (random() > 0.1) return [];
	const later = new Date(cut + 86_400_000 * (1 + 60 * random())).toISOString();
	const kind = kindOf(row);
	const happened = TABLE_OF[kind]?.happened ?? '';
	if (happened === '') return [];
	const column = happened.endsWith('_on') ? later.slice(0, 10) : later;
	const fresh = { ...row, [kind]: kind.endsWith('_id') ? `new ${String(row[kind])}` : row[kind] };
	return [
		{ ...fresh, [happened]: column },
		{ ...fresh, recorded_at: later, active_users: 0, sessions: 0, csat: 1, score: 0, days: 7 },
	];
}

function corrupted(day: string, random: () => number): typeof TABLES {
	const cut = knowledgeCut(day);
	const history = TABLES.history.flatMap((row) => {
		const changed = corrupt(row, cut, random);
		return [...(changed === null ? [] : [changed]), ...inventions(row, cut, random)];
	});
	const accounts = TABLES.accounts.map((account) => ({
		...account,
		seats: 1,
		arr_minor: 1,
		renewal_on: '2031-01-01',
		csm_id: 'CSM_X',
		segment: 'other',
		custom_json: '{"performance":"persistent_problems"}',
	}));
	return { accounts, outcomes: TABLES.outcomes, history };
}

test('there are rows with churn and without to look at', () => {
	expect(ROWS.length).toBeGreaterThan(300);
	expect(new Set(ROWS.map((row) => row.label))).toEqual(new Set([0, 1]));
});

test('whatever happens or becomes known after a day leaves its rows as they were, byte for byte', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...DAYS),
			fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
			(day, stream) => {
				const random = (): number => Math.min(0.999999, stream.next().value);
				const until = (rows: readonly Row[]): string =>
					JSON.stringify(rows.filter((row) => String(row.as_of_on) <= day));
				const again = snapshotsOf(portfolioOf(corrupted(day, random)), { staticColumns: ['tier'] }).rows;
				expect(until(again)).toBe(until(ROWS));
			},
		),
		{ numRuns: 6 },
	);
});

test('the test itself sees a leak: corrupting the day before is noticed', () => {
	const day = DAYS.at(-1) as string;
	const before = DAYS.at(-4) as string;
	let state = 1;
	const random = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
	const again = snapshotsOf(portfolioOf(corrupted(before, random)), { staticColumns: ['tier'] }).rows;
	const of = (rows: readonly Row[]): string => JSON.stringify(rows.filter((row) => row.as_of_on === day));
	expect(of(again)).not.toBe(of(ROWS));
	expect(AS_OF > day).toBe(true);
});

test('a column of today enters only when it is declared', () => {
	expect(ROWS.every((row) => row.tier !== undefined && row.segment === undefined)).toBe(true);
});
