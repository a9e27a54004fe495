import type { IDataObject } from 'n8n-workflow';

import { readModelRows } from '../../shared/learn/readModelRows';
import { OUTPUT_NAMES } from '../../nodes/ChurnPrediction/ChurnPrediction.outputs';
import { ChurnPrediction } from '../../nodes/ChurnPrediction/ChurnPrediction.node';
import buildSchema from '../../nodes/ChurnPrediction/__schema__/v1.0.0/snapshot/build.json';
import { expectSchema, runChurn } from '../support/churnPrediction';
import { churnPortfolio, PORTFOLIO_END } from '../support/churnPortfolio';

const portfolio = churnPortfolio(40);
const build = async (parameters: IDataObject = {}, records: IDataObject[] = portfolio.records) =>
	await runChurn('build', [portfolio.accounts, null, records], { asOf: PORTFOLIO_END, ...parameters });

describe('the panel', () => {
	const { properties, inputs, outputs, requiredInputs } = new ChurnPrediction().description;

	test('has four inputs of which the first is needed, and outputs by operation', () => {
		expect((inputs as Array<{ displayName: string }>).map(({ displayName }) => displayName)).toEqual([
			'Items',
			'Model',
			'Records',
			'History',
		]);
		expect(requiredInputs).toEqual([0]);
		for (const names of Object.values(OUTPUT_NAMES).flat()) expect(outputs).toContain(`"${names}"`);
	});

	test('offers every operation once, and shows each parameter for one at least', () => {
		const offered = properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options = [] }) => options.map((option) => (option as { value: string }).value));
		expect(offered.sort()).toEqual(Object.keys(OUTPUT_NAMES).sort());
		for (const { name, displayOptions } of properties) {
			if (name === 'resource' || name === 'operation') continue;
			for (const operation of displayOptions?.show?.operation ?? []) expect(offered).toContain(operation);
			expect(displayOptions?.show?.operation?.length).toBeGreaterThan(0);
		}
	});
});

describe('build snapshots', () => {
	test('gives a row per account and past day, linked to the account, and a summary', async () => {
		const { rows, outputs, hints } = await build();
		const [snapshots = [], [summary] = []] = rows;
		expect(snapshots.length).toBeGreaterThan(100);
		const first = snapshots[0] as IDataObject;
		expect(Object.keys(first).slice(0, 4)).toEqual(['account_id', 'as_of_on', 'label', 'rule_risk']);
		const position = portfolio.accounts.findIndex(({ account_id }) => account_id === first.account_id);
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: position });
		expect(summary).toMatchObject({
			as_of_on: PORTFOLIO_END,
			horizon_days: 90,
			step_days: 30,
			gap_days: 0,
			accounts: 40,
			snapshots: snapshots.length,
			churned: snapshots.filter(({ label }) => label === 1).length,
		});
		expect(Number(summary?.churned)).toBeGreaterThan(5);
		expect(hints[0] ?? '').toBeTruthy();
		expectSchema(snapshots, buildSchema);
	});

	test('takes account columns only where they are declared never to change', async () => {
		const plain = (await build()).rows[0]?.[0] ?? {};
		expect(plain).not.toHaveProperty('industry');
		const { rows } = await build({ staticColumns: 'industry, tier' });
		expect(rows[0]?.[0]).toMatchObject({ industry: 'retail', tier: 'enterprise' });
	});

	test('takes the records as one item with a list as well', async () => {
		const single = await runChurn('build', [portfolio.accounts, null, [{ records: portfolio.records }]], {
			asOf: PORTFOLIO_END,
		});
		expect(single.rows).toEqual((await build()).rows);
	});

	test('expansions get a column of their own name, from which a model of expansion is trained', async () => {
		const records = portfolio.records.map((row) =>
			row.kind === 'churned' ? { ...row, kind: 'expanded' } : row,
		);
		const accounts = portfolio.accounts.map((row) => ({ ...row, lifecycle_stage: 'growth' }));
		const built = await runChurn('build', [accounts, null, records], {
			asOf: PORTFOLIO_END,
			event: 'expanded',
		});
		const [snapshots = [], [summary]] = built.rows as [IDataObject[], IDataObject[]];
		expect(snapshots[0]).not.toHaveProperty('label');
		expect(snapshots.filter(({ expanded }) => expanded === 1)).toHaveLength(Number(summary?.expanded));
		expect(summary).toMatchObject({ expanded: expect.any(Number), expanded_rate: expect.any(Number) });
		const { rows } = await runChurn('train', [snapshots], {
			asOf: PORTFOLIO_END,
			learner: 'lr',
			labelField: 'expanded',
			newModelId: 'expansion-1',
		});
		const read = readModelRows(rows[0] ?? []);
		if (!read.ok) throw new Error(read.issues[0]?.message);
		expect(read.value[0]?.model.context).toMatchObject({ label: 'expanded', rows: 'snapshots' });
		expect(read.value[0]?.model.schema.fields.map(({ name }) => name)).not.toContain('expanded');
	});

	test('without outcomes stops and says what to connect', async () => {
		const records = portfolio.records.filter(({ kind }) => kind !== 'churned');
		await expect(build({}, records)).rejects.toThrow(/outcome/i);
	});

	test('a repeated account stops the node, or is an error item beside the rest', async () => {
		const twice = [...portfolio.accounts, portfolio.accounts[3] as IDataObject];
		const inputs = [twice, null, portfolio.records];
		await expect(runChurn('build', inputs, { asOf: PORTFOLIO_END })).rejects.toMatchObject({
			message: expect.stringContaining('came before in this run'),
			context: { itemIndex: 40 },
		});
		const { rows, outputs } = await runChurn('build', inputs, { asOf: PORTFOLIO_END }, true);
		const errors = (rows[0] ?? []).filter(({ error }) => error !== undefined);
		expect(errors).toHaveLength(1);
		expect(errors[0]).toMatchObject({ account_id: 'acc-0003' });
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 40 });
		expect(rows[0]?.length).toBeGreaterThan(100);
	});

	test('outcomes dated in the future are reported and give no label', async () => {
		const late = { account_id: 'acc-0001', kind: 'churned', occurred_on: '2027-05-01' };
		const { rows, warnings } = await build({}, [...portfolio.records, late]);
		expect(warnings.join()).toMatch(/outcomes? (was|were) not known on the day of the run/);
		expect(rows[0]?.length).toBeGreaterThan(100);
	});

	test('a bad as-of stops with the remedy', async () => {
		await expect(build({ asOf: 'yesterday' })).rejects.toMatchObject({
			message: `'As Of' is "yesterday", which is neither a day nor a time.`,
		});
	});
});
