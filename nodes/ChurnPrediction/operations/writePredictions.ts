import type { IDataObject } from 'n8n-workflow';

import type { Steps } from '../../../scoring/learn/Steps';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { hash12 } from '../../../shared/hash12';
import type { DescribedRun, PredictedRun } from './describeRun';
import { NO_PAST, type Past } from './readPast';
import type { RowFrame } from './RowFrame';
import { writePrediction } from './writePrediction';
import { writeRisk } from './writeRisk';
import { keepFields } from './keepFields';

const [PREDICTIONS, RULE_RISK, SUMMARY] = [0, 1, 2];

const ACCOUNTS_PER_STEP = 50;

/** The output items of a run: per account a row of cs_scores with the probability and one with the risk, then the summary. */
export function* writePredictions(
	run: PredictedRun,
	past: ReadonlyMap<string, Past>,
	described: DescribedRun,
): Steps<BatchRow[]> {
	const { stored, fromRecords, settings } = run;
	const frame: RowFrame = {
		...described,
		run,
		// What decides a prediction beside the account itself.
		configHash: hash12({ model: stored?.hash ?? null, fromRecords, horizonDays: described.horizonDays }),
		ruleHash: hash12({ fromRecords }),
	};
	const rows: BatchRow[] = [];
	for (const [done, ranked] of run.ranked.entries()) {
		if (done % ACCOUNTS_PER_STEP === 0)
			yield { stage: 'writing predictions', done, total: run.ranked.length };
		const { item, row, accountId, facts } = ranked.churnCase;
		const inputHash = hash12({ accountId, day: settings.asOf.day, facts: fromRecords ? facts : row });
		const own = past.get(accountId) ?? NO_PAST;
		const keep = (json: IDataObject): IDataObject => keepFields(json, settings, row);
		const prediction = keep(writePrediction(ranked, own.churn, inputHash, frame));
		const risk = keep(writeRisk(ranked, own.churn_risk, inputHash, frame));
		rows.push(
			{ json: prediction, from: item, output: PREDICTIONS },
			{ json: risk, from: item, output: RULE_RISK },
		);
	}
	rows.push({ json: described.summary, from: 0, output: SUMMARY });
	return rows;
}
