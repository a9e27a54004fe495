import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { learnSaves, type PlaybookOutcome } from '../../../scoring/churn/learnSaves';
import { rankInterventions } from '../../../scoring/churn/rankInterventions';
import type { Issue } from '../../../scoring/core/issue';
import { wordCount } from '../../../scoring/core/wordCount';
import { readAmountMinor } from '../../../shared/fields/readAmountMinor';
import { readMeasure } from '../../../shared/fields/readMeasure';
import { filledText } from '../../../shared/filledText';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { listRows } from '../../../shared/n8n/listRows';
import { readInput } from '../../../shared/n8n/readInput';
import { readRunDay, readWord } from './readRun';

const RECORDS = 2;

/** Predictions in; one row per account and kind of help, best first, one of them recommended, out. */
export function* rankInterventionsRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const target = Number(context.getNodeParameter('targetRetention', 0)) / 100;
	const runId = readWord(context, 'runId') || null;
	const { day } = readRunDay(context);
	const own = readOwnOutcomes(context);
	const strategies = learnSaves(own.outcomes);
	const rows = listRows(items);
	let ranked = 0;
	let unknown = 0;
	let faulty = 0;
	for (const { json, item } of rows) {
		const read = readPrediction(json);
		if ('severity' in read) {
			faulty++;
			yield { json: {}, from: item, fault: read };
			continue;
		}
		if (read.probability === null) {
			unknown++;
			continue;
		}
		ranked++;
		const currency = filledText(json.currency);
		const arrMinor = readAmountMinor(json.arr_minor, 'minor', currency);
		for (const help of rankInterventions(read.probability, { arrMinor, target, strategies })) {
			const row: IDataObject = {
				run_id: runId,
				account_id: read.accountId,
				name: filledText(json.name),
				as_of_on: filledText(json.as_of_on) ?? day,
				rank: help.rank,
				strategy: help.id,
				label: help.label,
				recommended: help.recommended,
				churn_probability: read.probability,
				save: help.save,
				retention: help.retention,
				reaches_target: help.reachesTarget,
				arr_minor: arrMinor,
				arr_saved_minor: help.arrSavedMinor,
				currency,
				basis: help.basis,
				own_accounts: help.accounts,
				words: help.words,
			};
			yield { json: row, from: item };
		}
	}
	addHint(context, { read: rows.length, ranked, 'without a probability': unknown, faulty });
	const learned = strategies.filter(({ basis }) => basis === 'own outcomes');
	addHint(
		context,
		learned.length > 0
			? `Learned from your own outcomes: ${learned.map(({ label, accounts }) => `${label} (${wordCount(accounts, 'account')})`).join(', ')}. People chose whom to help, so read it as a description, not as proof.`
			: 'How much each kind of help saves is a rule of thumb, not measured at your customers. Put 20 or more finished runs of a strategy on Records to learn it.',
		learned.length > 0 ? 'info' : 'warning',
	);
	if (own.unread > 0)
		addHint(
			context,
			`Rows on Records that do not say strategy and churned, and were left out: ${own.unread}.`,
			'warning',
		);
}

const NO_PREDICTION: Issue = {
	code: 'no-prediction',
	path: 'probability',
	message:
		"The item is no prediction: it has no 'account_id', or neither 'probability' (0 to 1) nor 'value' (percent).",
	remedy: 'Connect the Predictions output of Predict Churn, or rows of cs_scores with the score churn.',
	severity: 'error',
};

/** An account and its probability, 0 to 1; null: it has none. */
function readPrediction(json: IDataObject): { accountId: string; probability: number | null } | Issue {
	const { account_id: id } = json;
	const given = 'probability' in json ? json.probability : json.value;
	const isChurn = json.score === undefined || json.score === 'churn';
	if (id === undefined || id === null || id === '' || given === undefined || !isChurn) return NO_PREDICTION;
	const measure = readMeasure(given);
	if (measure === null) return { accountId: String(id), probability: null };
	const probability = typeof measure === 'number' && !('probability' in json) ? measure / 100 : measure;
	if (typeof probability === 'number' && probability >= 0 && probability <= 1)
		return { accountId: String(id), probability };
	return {
		...NO_PREDICTION,
		code: 'bad-probability',
		message: `The probability ${JSON.stringify(given)} is not a number from 0 to 1 (or, in 'value', from 0 to 100 percent).`,
	};
}

/** What became of accounts after a strategy: rows with strategy, churned (true or false), and the probability before it, 0 to 1. */
function readOwnOutcomes(context: IExecuteFunctions): { outcomes: PlaybookOutcome[]; unread: number } {
	const outcomes: PlaybookOutcome[] = [];
	let unread = 0;
	for (const { json } of listRows(readInput(context, RECORDS))) {
		const strategy = filledText(json.strategy);
		const { churned } = json;
		if (strategy === null || typeof churned !== 'boolean') {
			unread++;
			continue;
		}
		const probability = readMeasure(json.probability);
		outcomes.push({ strategy, churned, probability: typeof probability === 'number' ? probability : null });
	}
	return { outcomes, unread };
}
