import type { IDataObject } from 'n8n-workflow';

import { findUsageSeason } from '../../../scoring/churn/findUsageSeason';
import { measureFacts } from '../../../scoring/churn/measureFacts';
import type { Outcome } from '../../../scoring/core/issue';
import type { TrainedModel } from '../../../scoring/learn/Model';
import { predictTable } from '../../../scoring/learn/predictTable';
import type { Steps } from '../../../scoring/learn/Steps';
import { readModelRows, type StoredModel } from '../../../shared/learn/readModelRows';
import { tableOfItems } from '../../../shared/learn/tableOfItems';
import { runSteps } from '../../../shared/n8n/runSteps';
import type { ExpansionCase } from './ExpansionCase';
import { propensityColumns } from './propensityColumns';
import type { TrainedPropensity } from './TrainedPropensity';

const ACCOUNTS_PER_STEP = 20;

/** The models among rows of cs_models, newest first; the reason when one is incomplete or was changed since it was trained. */
export function openModels(rows: readonly IDataObject[]): Outcome<readonly TrainedPropensity[]> {
	const read = readModelRows(rows);
	if (!read.ok) return read;
	const newestFirst = [...read.value].sort((a, b) =>
		a.trainedAt === b.trainedAt ? (a.modelId < b.modelId ? -1 : 1) : a.trainedAt < b.trainedAt ? 1 : -1,
	);
	return { ok: true, value: newestFirst.map(openModel), warnings: [] };
}

function openModel({ modelId, model }: StoredModel): TrainedPropensity {
	const { label } = model.context;
	return {
		modelId,
		label: typeof label === 'string' && label !== '' ? label : null,
		events: model.events,
		metrics: model.metrics,
		weak: model.signal?.weak ?? model.kind === 'base-rate',
		predict: async (context, cases) => await runSteps(context, predictCases(model, cases)),
	};
}

/** Trained on snapshots: the same facts are measured again as of the run. Else the columns of the accounts and their measures. */
function* predictCases(model: TrainedModel, cases: readonly ExpansionCase[]): Steps<Outcome<Float64Array>> {
	const asOf = model.schema.asOf ?? null;
	const until = cases[0]?.asOf ?? '';
	const snapshots = model.context.rows === 'snapshots';
	const records = cases.map((one) => one.records);
	const season = snapshots ? yield* findUsageSeason(records, until) : undefined;
	const items: IDataObject[] = [];
	for (const one of cases) {
		if (items.length % ACCOUNTS_PER_STEP === 0)
			yield { stage: 'measuring accounts', done: items.length, total: cases.length };
		const facts = snapshots ? measureFacts(one.account, one.records, until, season) : {};
		items.push({ ...propensityColumns(one, asOf), ...facts });
	}
	return yield* predictTable(model, tableOfItems(items));
}
