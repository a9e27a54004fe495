import { daysBetween } from '../../core/daysBetween';
import type { CheckedEntry } from './Ledger';
import { periodRange, type DayRange } from './periodRange';

interface Placed {
	readonly index: number;
	readonly checked: CheckedEntry;
	readonly range: DayRange;
}

const daysOf = ({ fromOn, toOn }: DayRange): number => daysBetween(fromOn, toOn) ?? 0;

/** Acknowledged first, then the narrower period, then the id: the order in which entries may stay. */
function order(a: Placed, b: Placed): number {
	const known =
		Number(b.checked.entry.acknowledgedOn !== null) - Number(a.checked.entry.acknowledgedOn !== null);
	if (known !== 0) return known;
	const days = daysOf(a.range) - daysOf(b.range);
	if (days !== 0) return days;
	return a.checked.entry.entryId < b.checked.entry.entryId ? -1 : 1;
}

/**
 * Excludes what would be counted twice: of entries with the same account, kind, outcome and currency whose periods share a day, only one stays
 * (one the customer acknowledged, else the one with the narrower period), and of entries with one id only the first. Entries that name no
 * outcome are told apart by their ids alone.
 *
 * @example
 * excludeOverlaps([])
 * // => []
 */
export function excludeOverlaps(entries: readonly CheckedEntry[]): CheckedEntry[] {
	const result = [...entries];
	const exclude = (index: number, message: string): void => {
		const checked = entries[index];
		if (checked === undefined) return;
		const remedy = 'Keep one of the two, or give them periods that share no day or outcomes of their own.';
		const path = `${checked.entry.entryId}.period`;
		result[index] = {
			...checked,
			state: 'excluded',
			issues: [...checked.issues, { code: 'entry-twice', path, message, remedy, severity: 'error' }],
		};
	};
	const ids = new Set<string>();
	const groups = new Map<string, Placed[]>();
	for (const [index, checked] of entries.entries()) {
		if (checked.state === 'excluded') continue;
		const { entryId, accountId, kind, currency, period, evidence } = checked.entry;
		if (ids.has(entryId)) {
			exclude(index, `There is another entry with the id ${entryId}.`);
			continue;
		}
		ids.add(entryId);
		const range = period === null ? null : periodRange(period);
		if (evidence.outcome === null || range === null) continue;
		const key = JSON.stringify([accountId, kind, currency, evidence.outcome]);
		const group = groups.get(key) ?? [];
		group.push({ index, checked, range });
		groups.set(key, group);
	}
	for (const group of groups.values()) {
		const kept: Placed[] = [];
		for (const placed of group.sort(order)) {
			const other = kept.find(
				({ range }) => range.fromOn <= placed.range.toOn && placed.range.fromOn <= range.toOn,
			);
			if (other === undefined) kept.push(placed);
			else exclude(placed.index, `It covers days that entry ${other.checked.entry.entryId} covers already.`);
		}
	}
	return result;
}
