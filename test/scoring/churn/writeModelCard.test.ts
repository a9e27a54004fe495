import type { ModelCardExtra } from '../../../scoring/churn/ModelCard';
import { writeModelCard } from '../../../scoring/churn/writeModelCard';
import type { Evaluation } from '../../../scoring/learn/Evaluation';
import { evaluateModel } from '../../../scoring/learn/evaluateModel';
import { measureImportance } from '../../../scoring/learn/measureImportance';
import { measureMetrics } from '../../../scoring/learn/measureMetrics';
import type { TrainedModel } from '../../../scoring/learn/Model';
import { predictTable } from '../../../scoring/learn/predictTable';
import { rankingOf } from '../../../scoring/learn/rankingOf';
import { finishSteps } from '../learn/finishSteps';
import { drawRows, lineModel } from '../learn/lineModel';

function unwrap<Value>(outcome: { ok: true; value: Value } | { ok: false }): Value {
	if (!outcome.ok) throw new Error('refused');
	return outcome.value;
}

const ROWS = drawRows(1000, -2, 3);
const RULE = Float64Array.from(ROWS.labels, (label, row) => label * 10 + (row % 30));
const PLAIN = lineModel(-2, 3);
const MODEL: TrainedModel = {
	...PLAIN,
	metrics: measureMetrics(unwrap(finishSteps(predictTable(PLAIN, ROWS.table))), ROWS.labels),
	warnings: [{ code: 'few-events', text: 'Few events.' }],
};
const EXTRA: ModelCardExtra = {
	modelId: 'churn-2024-07-01',
	trainedAt: '2024-07-01T05:00:00.000Z',
	horizonDays: 90,
	rowMeaning: 'an account on a day',
	from: '2023-01-01',
	to: '2024-03-01',
	snapshots: 15,
	accounts: 70,
	rule: rankingOf(RULE, ROWS.labels),
	importance: unwrap(finishSteps(measureImportance(PLAIN, ROWS.table))),
	ageDays: 12,
};
const evaluation = (): Evaluation =>
	unwrap(finishSteps(evaluateModel(PLAIN, ROWS.table, ROWS.labels, { rule: RULE, ageDays: 100 })));

test('every metric stands beside the base rate and, where it has one, the rule score', () => {
	const card = writeModelCard(MODEL, EXTRA);
	const byId = Object.fromEntries(card.metrics.map((metric) => [metric.id, metric]));
	expect(Object.keys(byId)).toEqual(['auc', 'prAuc', 'logLoss', 'brier', 'ece', 'lift10']);
	expect(card.metrics.every(({ model, baseRate }) => model !== null && baseRate !== null)).toBe(true);
	expect(byId.auc).toMatchObject({
		model: MODEL.metrics?.auc,
		low: MODEL.metrics?.aucLow,
		baseRate: 0.5,
		rule: EXTRA.rule?.auc,
	});
	expect(byId.logLoss).toMatchObject({ baseRate: MODEL.metrics?.baseLogLoss, rule: null });
	expect(byId.lift10).toMatchObject({ baseRate: 1, rule: EXTRA.rule?.lift10 });
	expect(card.measured).toContain('rows of training, each predicted by models that had not seen it');
});

test('it says what the model predicts and what it was trained on', () => {
	const { predicts, trained } = writeModelCard(MODEL, EXTRA);
	expect(predicts).toBe('The probability that an account churns within 90 days of the day it is scored.');
	expect(trained).toBe(
		'Trained on 2024-07-01 on 1000 rows (an account on a day), 300 of them with churn (30 %): 15 snapshots of 70 accounts, rows from 2023-01-01 to 2024-03-01. It is a ridge logistic regression, and uses 1 field.',
	);
});

test('the Markdown opens with the warnings, has all parts, and names of columns break no table', () => {
	const { markdown } = writeModelCard(MODEL, { ...EXTRA, ageDays: 46 });
	const lines = markdown.split('\n').filter((line) => line !== '');
	expect(lines[0]).toBe('# Churn model churn-2024-07-01');
	expect(lines[1]).toBe('> **Warning (few-events):** Few events.');
	expect(lines[2]).toMatch(/^> \*\*Warning \(stale\):\*\* The model is 46 days old/);
	expect(lines.filter((line) => line.startsWith('## '))).toEqual([
		'## How good it is',
		'## Bands',
		'## What moves it most',
		'## Columns left out',
		'## How to read it',
		'## Limits',
	]);
	expect(markdown).toContain('| x | 100 % | the higher, the likelier churn |');
	expect(markdown).toContain('| 0.0 % to 30.0 % | 500 | 75 | 15.0 % | 12.0 % to 18.0 % |');
	expect(markdown).toContain('- x\\_copy: says the same as x');
	expect(markdown).toContain('- note\\|s: is free text');
	expect(markdown).not.toMatch(/undefined|NaN|null/);
});

test('an evaluation on newer rows takes the place of the figures of training', () => {
	const found = evaluation();
	const card = writeModelCard({ ...MODEL, metrics: null }, { ...EXTRA, evaluation: found, ageDays: 100 });
	expect(card.measured).toContain('On 1000 labelled rows after training');
	expect(card.metrics.find(({ id }) => id === 'logLoss')).toMatchObject({
		model: found.metrics.logLoss,
		baseRate: found.base.logLoss,
	});
	expect(card.calibration).toHaveLength(10);
	expect(card.markdown).toContain('## Told and happened');
	// The same warning from two sides is said once.
	expect(card.warnings.map(({ code }) => code)).toEqual(['few-events', 'stale']);
});

test('a model of the base rate alone says that it can not rank', () => {
	const model: TrainedModel = {
		...PLAIN,
		kind: 'base-rate',
		linear: null,
		weights: { linear: 0, boosted: 0, forest: 0 },
	};
	const card = writeModelCard(model, {});
	expect(card.howToRead.join(' ')).toContain('Every account gets the same probability, 30 % (25 % to 35 %)');
	expect([card.title, card.metrics, card.measured]).toEqual([
		'Churn model',
		[],
		'Not measured: there were too few events.',
	]);
	expect(card.markdown).not.toMatch(/undefined|NaN|null/);
});

test('a blend names its parts, and the card is plain data', () => {
	const model: TrainedModel = { ...MODEL, kind: 'blend', weights: { linear: 0.5, boosted: 0, forest: 0.5 } };
	const card = writeModelCard(model, EXTRA);
	expect(card.trained).toContain('a blend of logistic regression (50 %), random forest (50 %)');
	expect(JSON.parse(JSON.stringify(card))).toEqual(card);
});
