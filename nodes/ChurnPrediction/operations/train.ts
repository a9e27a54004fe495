import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ModelCardExtra } from '../../../scoring/churn/ModelCard';
import { measureImportance } from '../../../scoring/learn/measureImportance';
import { prepareTraining } from '../../../scoring/learn/prepareTraining';
import { rankingOf } from '../../../scoring/learn/rankingOf';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { readLabels } from '../../../scoring/learn/readLabels';
import { trainModel } from '../../../scoring/learn/trainModel';
import type { TrainingTable } from '../../../scoring/learn/TrainingTable';
import { tableOfItems } from '../../../shared/learn/tableOfItems';
import { writeModelRows } from '../../../shared/learn/writeModelRows';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { listRows } from '../../../shared/n8n/listRows';
import { runSteps } from '../../../shared/n8n/runSteps';
import { unwrap } from '../../../shared/n8n/unwrap';
import { dayIn } from './dayIn';
import { readRule } from './readRule';
import { readTraining, trainingColumns, type TrainingSettings } from './readTraining';
import { warnUser } from './warnUser';
import { writeCard } from './writeCard';

const [MODEL, CARD] = [0, 1];
const KEPT_BY_MODEL: readonly string[] = ['leakage', 'duplicates'];

/** Rows with a known outcome in; the model as rows of cs_models and its card out. */
export async function train(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<BatchRow[]> {
	const node = context.getNode();
	const settings = readTraining(context);
	const { modelId, trainedAt, horizonDays, learner, seed } = settings;
	const rows = listRows(items);
	const table = tableOfItems(rows.map(({ json }) => json));
	const columns = trainingColumns(table, settings);
	const training = unwrap(node, await runSteps(context, prepareTraining(table, columns.roles)), null);
	const options = { kind: learner, seed, context: columns.context };
	const outcome = await runSteps(context, trainModel(training, options));
	const model = unwrap(node, outcome, null);
	const modelRows = writeModelRows(model, { modelId, trainedAt });

	const importance = await runSteps(context, measureImportance(model, training.table));
	// Leaks and twins are among the notes as well as among the warnings that the model keeps.
	const notes = outcome.ok ? outcome.warnings.filter(({ code }) => !KEPT_BY_MODEL.includes(code)) : [];
	const warnings = warnUser(context, model.warnings, notes);
	addHint(context, {
		'rows read': rows.length,
		'trained on': model.rows,
		churned: model.events,
		'without an outcome': rows.length - model.rows,
		columns: table.names.length,
		'columns used': model.schema.fields.length,
	});
	const hash = String(modelRows[0]?.hash ?? '');
	const extra: ModelCardExtra = {
		...describeRows(table, settings, training),
		importance: importance.ok ? importance.value : [],
		warnings: model.warnings,
	};
	const card = writeCard({ model, modelId, trainedAt, hash, horizonDays }, extra, warnings);
	return [
		...modelRows.map((row): BatchRow => ({ json: { ...row } as IDataObject, from: 0, output: MODEL })),
		{ json: card, from: 0, output: CARD },
	];
}

/** What the card says about the rows, and how well the rules alone rank the same rows. */
function describeRows(table: RawTable, settings: TrainingSettings, training: TrainingTable): ModelCardExtra {
	const { label, positive, ruleField, accountField, dayField } = settings;
	const labels = table.columns[table.names.indexOf(label)] ?? [];
	const labelled = readLabels(label, labels, positive ?? undefined).rows;
	const valuesOf = (field: string): unknown[] | null => {
		const column = table.columns[table.names.indexOf(field)];
		return column === undefined ? null : Array.from(labelled, (row) => column[row]);
	};
	const rule = readRule(table, ruleField, labelled);
	const days = valuesOf(dayField)
		?.map(dayIn)
		.filter((day) => day !== null)
		.sort();
	const accounts = valuesOf(accountField);
	return {
		rule: rule === null ? null : rankingOf(rule, training.labels),
		from: days?.[0] ?? null,
		to: days?.at(-1) ?? null,
		snapshots: days === undefined || days.length === 0 ? null : new Set(days).size,
		accounts: accounts === null ? null : new Set(accounts).size,
		...(days === undefined ? {} : { rowMeaning: 'account on a day' }),
	};
}
