import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { convertMoney } from '../../../scoring/core/convertMoney';
import { wordCount } from '../../../scoring/core/wordCount';
import type { Warning } from '../../../scoring/learn/Model';
import { latestRates } from '../../../scoring/health/latestRates';
import { wordMoney } from '../../../scoring/health/wordMoney';
import type { StoredModel } from '../../../shared/learn/readModelRows';
import { addHint } from '../../../shared/n8n/addHint';
import type { Applied } from './applyModel';
import type { RankedCase } from './ChurnCase';
import type { ChurnAccounts } from './readChurnAccounts';
import type { Predicting } from './readPredicting';
import type { SortedRecords } from './sortRecords';
import { warnPrediction } from './warnPrediction';
import { warnUser } from './warnUser';

/** Horizon of the known rates where no model was trained, as their source says it. */
const RULE_HORIZON_DAYS = 90;

/** A run of Predict Churn before it is written down. */
export interface PredictedRun {
	readonly settings: Predicting;
	/** The model that predicted; null: none, the rules did. */
	readonly stored: StoredModel | null;
	/** How many models came in. */
	readonly models: number;
	readonly intake: ChurnAccounts;
	readonly records: SortedRecords;
	readonly fromRecords: boolean;
	/** Days since it was trained. */
	readonly ageDays: number | null;
	readonly applied: Applied | null;
	readonly ranked: readonly RankedCase[];
	readonly notConverted: readonly string[];
}

export interface DescribedRun {
	readonly horizonDays: number;
	readonly warnings: readonly Warning[];
	readonly summary: IDataObject;
}

/** Says above the output what happened and what nobody may miss, and gives the summary of the run. */
export function describeRun(context: IExecuteFunctions, run: PredictedRun): DescribedRun {
	const { settings, stored, models, intake, records, fromRecords, applied, ranked, notConverted } = run;
	const warnings =
		stored === null || applied === null
			? []
			: warnPrediction(stored, applied.drift, run.ageDays, settings.staleAfterDays);
	const texts = warnUser(context, warnings, applied?.notes ?? []);
	const note = (text: string): void => {
		texts.push(text);
		addHint(context, text, 'warning');
	};
	if (stored === null)
		note(
			'Rule-based: no model came in on the Model input, so the probability is the mean of published churn rates of the signs an account shows. Train a model on your own history.',
		);
	if (fromRecords && records.read === 0)
		note('No row came in on Records, so nothing is known of the accounts. Connect the history tables.');
	if (notConverted.length > 0)
		note(
			`No rate from ${notConverted.join(', ')} to ${settings.currency}: accounts in these currencies stand after the others, by ARR to lose within each. Connect the rows of cs_rates to Records.`,
		);
	if (records.unknown > 0)
		note(
			`Rows on Records that belong to no account or no known table, and were left out: ${records.unknown}.`,
		);

	const counts = countRun(run);
	const horizon = stored?.model.context.horizon_days;
	const horizonDays = typeof horizon === 'number' ? horizon : RULE_HORIZON_DAYS;
	addHint(context, {
		read: ranked.length + intake.faults.length + sum(Object.values(intake.left)),
		predicted: counts.predicted,
		'without a probability': ranked.length - counts.predicted,
		...Object.fromEntries(
			Object.entries(intake.left).map(([reason, count]) => [`left out (${reason})`, count]),
		),
		faulty: intake.faults.length,
	});
	if (stored !== null)
		addHint(
			context,
			`Model ${stored.modelId} (${stored.model.kind}, trained ${stored.trainedAt.slice(0, 10)}) predicts churn within ${wordCount(horizonDays, 'day')}${models > 1 && settings.modelId === '' ? `; it is the newest of ${models}` : ''}.`,
		);
	return { horizonDays, warnings, summary: summaryOf(run, counts, { horizonDays, texts }) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

type RunCounts = ReturnType<typeof countRun>;

function countRun({ ranked, records, settings }: PredictedRun) {
	const { currency, asOf } = settings;
	const rates = latestRates(records.rates, asOf.day);
	const probabilities = ranked.flatMap(({ prediction: { probability } }) =>
		probability === null ? [] : [probability],
	);
	const arr = ranked.flatMap(({ churnCase: { arrMinor, currency: own } }) => {
		const amount = arrMinor === null || own === null ? null : { amountMinor: arrMinor, currency: own };
		return (amount && convertMoney(amount, currency, asOf.day, rates)) ?? [];
	});
	return {
		predicted: probabilities.length,
		expected: sum(probabilities),
		atRisk: probabilities.filter((probability) => 100 * probability >= settings.atRiskFrom).length,
		lossMinor: sum(ranked.flatMap(({ convertedMinor }) => convertedMinor ?? [])),
		arrMinor: sum(arr),
	};
}

function summaryOf(
	{ settings, stored, ageDays, applied, ranked, intake }: PredictedRun,
	{ predicted, expected, atRisk, lossMinor, arrMinor }: RunCounts,
	more: { readonly horizonDays: number; readonly texts: readonly string[] },
): IDataObject {
	const { currency, asOf, runId } = settings;
	const money = wordMoney(lossMinor, currency);
	const psi = applied?.drift.fields[0] ?? null;
	return {
		run_id: runId,
		as_of_on: asOf.day,
		basis: stored === null ? 'rule-based' : 'model',
		model_id: stored?.modelId ?? null,
		trained_at: stored?.trainedAt ?? null,
		model_age_days: ageDays,
		horizon_days: more.horizonDays,
		accounts: ranked.length,
		predicted,
		at_risk: atRisk,
		expected_churns: expected,
		mean_probability: predicted === 0 ? null : expected / predicted,
		base_rate: stored?.model.base.rate ?? null,
		expected_arr_loss_minor: lossMinor,
		arr_minor: arrMinor,
		currency,
		weak_signal: stored?.model.signal?.weak ?? null,
		largest_psi: psi?.psi ?? null,
		words: `${predicted.toLocaleString('en-US')} of ${ranked.length.toLocaleString('en-US')} ${ranked.length === 1 ? 'account' : 'accounts'} ${predicted === 1 ? 'has' : 'have'} a probability; ${expected.toFixed(1)} are expected to churn within ${wordCount(more.horizonDays, 'day')}, with ${money}.`,
		warnings: [...more.texts],
		details: {
			left_out: { ...intake.left },
			faulty: intake.faults.length,
			drift: (applied?.drift.fields ?? []).slice(0, 10).map((field) => ({ ...field })),
		},
	};
}
