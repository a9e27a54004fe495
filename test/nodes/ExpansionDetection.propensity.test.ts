import type { IDataObject } from 'n8n-workflow';

import { ExpansionDetection } from '../../nodes/ExpansionDetection/ExpansionDetection.node';
import { openModels } from '../../nodes/ExpansionDetection/operations/openModel';
import { propensityColumns } from '../../nodes/ExpansionDetection/operations/propensityColumns';
import type { TrainedPropensity } from '../../nodes/ExpansionDetection/operations/TrainedPropensity';
import type { Outcome } from '../../scoring/core/issue';
import { AS_OF, caseOf, PRICES, RECORDS, TECH_CORP } from '../scoring/expansion/techCorp';
import { strictContext } from '../support/strictContext';

jest.mock('../../nodes/ExpansionDetection/operations/openModel', () => ({ openModels: jest.fn() }));

const METRICS = {
	rows: 500,
	events: 90,
	auc: 0.8,
	aucLow: 0.7,
	aucHigh: 0.9,
	prAuc: 0.6,
	logLoss: 0.41,
	brier: 0.1,
	ece: 0.02,
	lift10: 3,
	baseLogLoss: 0.47,
};
const FAULT = {
	code: 'x',
	path: 'model',
	message: 'A part is missing',
	remedy: 'Train it again',
	severity: 'error',
} as const;

async function detectWith(changes: Partial<TrainedPropensity> | null): Promise<IDataObject> {
	const model: TrainedPropensity = {
		modelId: 'expansion-2024-11-01',
		label: 'expanded',
		events: 90,
		metrics: METRICS,
		weak: false,
		predict: async (_context, cases) => ({
			ok: true,
			value: Float64Array.from(cases, () => 0.6),
			warnings: [],
		}),
		...changes,
	};
	const opened: Outcome<readonly TrainedPropensity[]> =
		changes === null ? { ok: false, issues: [FAULT] } : { ok: true, value: [model], warnings: [] };
	jest.mocked(openModels).mockReturnValue(opened);
	const { run } = strictContext({
		nodeType: new ExpansionDetection(),
		parameters: { operation: 'detect', asOf: AS_OF, runId: 'run-1' },
		inputs: [
			[TECH_CORP as IDataObject],
			[...Object.values(RECORDS).flat(), ...PRICES] as IDataObject[],
			null,
			[{ model_id: 'm' }],
		],
	});
	const [rows = [], , summary = []] = await run();
	const upsell = rows.find(({ json }) => json.kind === 'upsell')?.json ?? {};
	return { ...summary[0]?.json, upsell: upsell.probability, by: upsell.probability_basis };
}

test('a model that beats the base rate on unseen rows is used, and the summary says so', async () => {
	const summary = await detectWith({});
	expect(summary).toMatchObject({ probability_basis: 'model', upsell: 0.6, by: 'model' });
	expect(summary.text).toContain(
		'The trained model is used (expansion-2024-11-01): its log-loss on unseen rows is 0.4100',
	);
});

test.each([
	[
		'no better than the base rate',
		{ metrics: { ...METRICS, logLoss: 0.47 } },
		'the model expansion-2024-11-01 is no better',
	],
	['no more than chance', { weak: true }, 'no more than chance'],
	['not measured', { metrics: null }, 'was not measured on unseen rows'],
	['of 19 expansions', { events: 19 }, 'saw 19 expansions, 20 are needed'],
	['of churn', { modelId: 'churn-1', label: 'churned' }, 'predicts churned, not expansion'],
	['of churn by another name', { modelId: 'growth-1', label: 'churned' }, 'predicts churned, not expansion'],
	[
		'for other columns',
		{ predict: async () => ({ ok: false as const, issues: [FAULT] }) },
		'A part is missing',
	],
	['broken', null, 'A part is missing. Train it again'],
])('a model that is %s is not used, and the summary says why', async (_what, changes, words) => {
	const summary = await detectWith(changes);
	expect(summary).toMatchObject({ probability_basis: 'base_rate', by: 'base_rate' });
	expect(summary.text).toContain(words);
});

test('a model sees the account, its measures and its scores', () => {
	const one = { ...caseOf(), index: 0, deals: [], untyped: [] };
	expect(propensityColumns(one, 'as_of_on')).toMatchObject({
		as_of_on: AS_OF,
		tier: 'enterprise',
		health: 87,
		churn: 20,
		advanced_feature_usage: 78,
	});
});
