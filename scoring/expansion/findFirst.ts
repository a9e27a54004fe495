import { addDays } from '../core/addDays';
import { instantIn } from '../measures/instantIn';
import { knowledgeCut } from '../measures/knowledgeCut';
import type { Row } from '../measures/Records';
import { columnIn } from './columnIn';
import type { Evidence, EvidenceRow, SignalInput, SignalTest } from './Signal';

const MS_PER_DAY = 86_400_000;

interface Step {
	readonly on: string;
	readonly amount: number;
	readonly cell: EvidenceRow;
}

/**
 * Evidence that a count since the first day reached a number (3 workflows created, 10 AI requests, first share), on the day it did. Weekly
 * counts of cs_usage are added up; where no week has the column, events of cs_events are counted. null when it was not reached or nothing is known.
 *
 * @example
 * findFirst({ accountId: 'a', asOf: '2026-01-20', events: [{ event_id: 'e', kind: 'workflow_shared', at: '2026-01-15T10:00:00Z' }], records: { usage: [] } }, { kind: 'first', event: 'workflow_shared', column: 'more_json.workflows_shared', count: 1 })?.observedOn
 * // => '2026-01-15'
 */
export function findFirst(
	input: Pick<SignalInput, 'accountId' | 'asOf' | 'events'> & {
		readonly records: Pick<SignalInput['records'], 'usage'>;
	},
	test: Extract<SignalTest, { kind: 'first' }>,
): Evidence | null {
	const weeks = weekSteps(input, test.column);
	const steps = weeks.length > 0 ? weeks : eventSteps(input, test.event);
	let sum = 0;
	for (const [index, step] of steps.entries()) {
		sum += step.amount;
		if (sum < test.count) continue;
		const counted = steps.slice(0, index + 1);
		return {
			value: sum,
			baseline: null,
			change: null,
			unit: test.event,
			aggregate: weeks.length > 0 ? 'sum' : 'count',
			factor: 1,
			from: counted[0]?.on ?? null,
			to: step.on,
			observedOn: step.on,
			statistic: { method: 'count', z: null, pValue: null, n: counted.length },
			current: counted.map(({ cell }) => cell),
			before: [],
			strength: 0.75,
			words: `${sum} by ${step.on}`,
			metric: null,
		};
	}
	return null;
}

function weekSteps({ accountId, asOf, records }: Parameters<typeof findFirst>[0], column: string): Step[] {
	const latest = addDays(asOf.slice(0, 10), -7);
	return records.usage
		.flatMap((row): Step[] => {
			const day = String(row.starts_on).slice(0, 10);
			const amount = columnIn(row, column);
			if (row.period !== 'week' || amount === null || day > latest) return [];
			const key = { account_id: accountId, period: 'week', starts_on: day };
			return [{ on: addDays(day, 6), amount, cell: { table: 'cs_usage', key, column, value: amount } }];
		})
		.sort((a, b) => (a.on < b.on ? -1 : 1));
}

function eventSteps({ asOf, events }: Parameters<typeof findFirst>[0], kind: string): Step[] {
	const cut = knowledgeCut(asOf);
	return events
		.flatMap((row: Row): (Step & { at: number })[] => {
			const at = instantIn(row, 'at');
			if (row.kind !== kind || at === null || at > cut) return [];
			const cell = {
				table: 'cs_events',
				key: { event_id: String(row.event_id) },
				column: 'kind',
				value: kind,
			};
			return [{ at, on: dayOf(at), amount: 1, cell }];
		})
		.sort((a, b) => a.at - b.at);
}

const dayOf = (at: number): string =>
	new Date(Math.floor(at / MS_PER_DAY) * MS_PER_DAY).toISOString().slice(0, 10);
