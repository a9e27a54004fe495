import type { IDataObject } from 'n8n-workflow';

import { ExpansionDetection } from '../../nodes/ExpansionDetection/ExpansionDetection.node';
import { createRandom } from '../../scoring/learn/createRandom';
import type { RawTable } from '../../scoring/learn/RawTable';
import { trainModel } from '../../scoring/learn/trainModel';
import { writeModelRows } from '../../shared/learn/writeModelRows';
import { models } from '../../shared/tables/models';
import expansionDesk from '../../templates/expansion-desk.json';
import { AS_OF, PRICES, RECORDS, TECH_CORP } from '../scoring/expansion/techCorp';
import { strictContext } from '../support/strictContext';

interface Made {
	/** Expansion depends on NPS; else on nothing. */
	readonly decides?: boolean;
	readonly modelId?: string;
	readonly trainedOn?: string;
	readonly context?: Readonly<Record<string, unknown>>;
	readonly rows?: number;
	readonly columns?: readonly [string, string];
}

/** Rows of cs_models of a model trained for real. */
function trainRows(made: Made = {}): IDataObject[] {
	const { decides = true, modelId = 'expansion-1', trainedOn = '2024-11-01', rows: count = 600 } = made;
	const { context = { label: 'expanded' }, columns = ['nps_score', 'feature_adoption'] } = made;
	const random = createRandom(3);
	const rows = Array.from({ length: count }, () => {
		const nps = Math.round(10 * random());
		const expanded = random() < (decides ? 0.05 + 0.07 * nps : 0.3) ? 1 : 0;
		return { nps, adoption: 100 * random(), expanded };
	});
	const table: RawTable = {
		names: [...columns],
		columns: [rows.map(({ nps }) => nps), rows.map(({ adoption }) => adoption)],
		rows: rows.length,
	};
	const labels = Uint8Array.from(rows, ({ expanded }) => expanded);
	const training = { table, labels, groups: null, times: null, asOf: null, notes: [] };
	const steps = trainModel(training, { kind: 'lr', seed: 1, context });
	let step = steps.next();
	while (!step.done) step = steps.next();
	if (!step.value.ok) throw new Error(step.value.issues[0]?.message);
	return writeModelRows(step.value.value, { modelId, trainedAt: `${trainedOn}T00:00:00.000Z` });
}

async function detectWith(models: readonly IDataObject[], changes: readonly IDataObject[] = []) {
	const accounts = [10, 0].map((nps) => ({ ...TECH_CORP, account_id: `nps-${nps}`, nps_score: nps }));
	const records = Object.values(RECORDS).flatMap((rows: readonly object[]) =>
		rows.flatMap((row) => accounts.map(({ account_id }) => ({ ...row, account_id }))),
	);
	const { run } = strictContext({
		nodeType: new ExpansionDetection(),
		parameters: { operation: 'detect', asOf: AS_OF, runId: 'run-1' },
		inputs: [accounts, [...records, ...PRICES, ...changes] as IDataObject[], null, [...models]],
	});
	const [found = [], , summary = []] = await run();
	const [high, low] = ['nps-10', 'nps-0'].map((id) =>
		Number(found.find(({ json }) => json.account_id === id && json.kind === 'upsell')?.json.probability),
	);
	return { summary: summary[0]?.json ?? {}, high: high as number, low: low as number };
}

test('a real model of expansion says the probability of each account', async () => {
	const { summary, high, low } = await detectWith(trainRows());
	expect(summary).toMatchObject({ probability_basis: 'model', details: { model_id: 'expansion-1' } });
	expect(summary.text).toContain('The trained model is used (expansion-1)');
	expect(high).toBeGreaterThan(low + 0.4);
});

test('a newer model of churn in the same table does not hide it', async () => {
	const churn = { modelId: 'churn-1', trainedOn: '2024-11-20', context: { label: 'churned' } };
	const { summary, high, low } = await detectWith([...trainRows(churn), ...trainRows()]);
	expect(summary.details).toMatchObject({ model_id: 'expansion-1' });
	expect(high).toBeGreaterThan(low + 0.4);
});

test('a model trained on snapshots gets the same facts, measured as of the run', async () => {
	const context = { label: 'expanded', rows: 'snapshots' };
	const answers = [10, 0].map((nps) => ({
		answer_id: `a${nps}`,
		account_id: `nps-${nps}`,
		kind: 'nps',
		score: nps,
		answered_at: '2024-11-10T00:00:00Z',
	}));
	const models = trainRows({ context, columns: ['nps', 'survey_csat'] });
	const { summary, high, low } = await detectWith(models, answers);
	expect([summary.probability_basis, summary.text]).toEqual(['model', expect.stringContaining('is used')]);
	expect(high).toBeGreaterThan(low + 0.4);
});

const changed = trainRows().map((row) => ({ ...row, body: String(row.body).replace('600', '601') }));
test.each([
	[
		'where nothing decides',
		trainRows({ decides: false }),
		/expansion-1 (learned is no more than chance|is no better)/,
	],
	['of few accounts', trainRows({ rows: 30 }), /expansion-1 saw \d+ expansions, 20 are needed/],
	[
		'of churn',
		trainRows({ modelId: 'churn-1', context: { label: 'churned' } }),
		/churn-1 predicts churned, not expansion/,
	],
	['that was changed by hand', changed, /expansion-1/],
	['for columns nobody has', trainRows({ columns: ['a', 'b'] }), /does not fit: .*'a'/],
])('a model %s is not used, and the summary says which and why', async (_what, models, why) => {
	const { summary, high, low } = await detectWith(models);
	expect(summary.probability_basis).toBe('base_rate');
	expect(summary.text).toContain('Base rates are used');
	expect(summary.text).toMatch(why);
	expect(high).toBe(low);
});

test('the expansion desk makes the table of models if it is missing, reads only the chosen one and keeps no execution it passes through', () => {
	const nodeOf = (name: string) => expansionDesk.nodes.find((node) => node.name === name);
	expect(nodeOf('cs_models')?.parameters).toMatchObject({
		tableName: models.name,
		columns: { column: models.columns.map(({ name, type }) => ({ name, type })) },
		options: { createIfNotExists: true },
	});
	expect(nodeOf('Model')).toMatchObject({ alwaysOutputData: true, executeOnce: true });
	expect(JSON.stringify(nodeOf('Model')?.parameters)).toContain("expansion?.champion || '-'");
	expect(expansionDesk.connections.Model.main[0]).toEqual([
		{ node: 'Expansion Detection', type: 'main', index: 3 },
	]);
	expect(expansionDesk.settings).toMatchObject({
		saveDataSuccessExecution: 'none',
		saveDataErrorExecution: 'none',
		saveManualExecutions: false,
	});
});
