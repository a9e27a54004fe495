import { explainTable } from '../../../scoring/learn/explainTable';
import { sigmoid } from '../../../scoring/learn/sigmoid';
import { drawAccounts, predict, train } from './accounts';
import { finishSteps } from './finishSteps';

test('contributions and base sum to the log-odds, and these are the probability', () => {
	for (const model of [
		train(drawAccounts(200, 60)),
		train(drawAccounts(120, 12)),
		train(drawAccounts(120, 30), { kind: 'rf' }),
	]) {
		const { table } = drawAccounts(60, 10, 99);
		const told = predict(model, table);
		const rows = Int32Array.from({ length: 60 }, (_, row) => 59 - row);
		const explained = finishSteps(explainTable(model, table, rows));
		if (!explained.ok) throw new Error('not explained');
		for (const [place, { base, contributions, logOdds }] of explained.value.entries()) {
			const sum = contributions.reduce((total, part) => total + part.logOdds, base);
			expect(Math.abs(sum - logOdds)).toBeLessThan(1e-9);
			expect(sigmoid(logOdds)).toBe(told[rows[place]!]);
			const sizes = contributions.map((part) => Math.abs(part.logOdds));
			expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
			for (const { field, value } of contributions) {
				expect(value).toBe(table.columns[table.names.indexOf(field)]![rows[place]!]);
			}
		}
	}
});

test('the field that matters has the largest contributions', () => {
	const training = drawAccounts(250, 60);
	const model = train(training);
	const explained = finishSteps(
		explainTable(
			model,
			training.table,
			Int32Array.from({ length: 250 }, (_, row) => row),
		),
	);
	const first = explained.ok ? explained.value.map(({ contributions }) => contributions[0]!.field) : [];
	expect(first.filter((field) => field === 'usage').length).toBeGreaterThan(150);
});

test('a long table is predicted block by block as its rows alone are', () => {
	const model = train(drawAccounts(150, 30), { kind: 'lr' });
	const { table } = drawAccounts(20_010, 10, 5);
	const told = predict(model, table);
	const tail = { ...table, columns: table.columns.map((column) => column.slice(19_990)), rows: 20 };
	expect([...told.subarray(19_990)]).toEqual([...predict(model, tail)]);
});
