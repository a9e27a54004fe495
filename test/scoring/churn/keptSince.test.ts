import { keptSince } from '../../../scoring/churn/keptSince';
import { addDays } from '../../../scoring/core/addDays';
import { AS_OF, demoTables, portfolioOf, snapshotsOf } from './demoPortfolio';

const ticketsFrom = (day: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({
		ticket_id: `t${index}`,
		opened_at: `${addDays(day, index)}T00:00:00Z`,
	}));

test('is where the later of the counted tables begins; a few stragglers do not count', () => {
	const tickets = [
		...ticketsFrom('1970-04-11', 200),
		{ ticket_id: 'old', opened_at: '1970-01-02T00:00:00Z' },
	];
	const interactions = Array.from({ length: 150 }, () => ({ occurred_at: '1970-07-20T10:00:00Z' }));
	expect(keptSince([{ tickets }])).toBe(103);
	expect(keptSince([{ tickets }, { interactions }])).toBe(200);
	expect(keptSince([{ tickets: tickets.slice(0, 50) }])).toBeNull();
});

test('snapshots do not reach into a time whose tickets were deleted', () => {
	const tables = demoTables(60);
	const cut = addDays(AS_OF, -365);
	const pruned = tables.history.filter(
		(row) =>
			!(typeof row.opened_at === 'string' && row.opened_at < cut) &&
			!(typeof row.occurred_at === 'string' && row.occurred_at < cut),
	);
	const all = snapshotsOf(portfolioOf(tables));
	const left = snapshotsOf(portfolioOf({ ...tables, history: pruned }));
	expect(all.days[0]! < cut).toBe(true);
	expect(left.days[0]! >= addDays(cut, 90)).toBe(true);
	expect(left.days).toEqual(all.days.slice(-left.days.length));
});
