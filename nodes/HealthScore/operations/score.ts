import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { HealthInput } from '../../../scoring/health/HealthScore';
import type { Scorecard } from '../../../scoring/health/Scorecard';
import { scoreHealth } from '../../../scoring/health/scoreHealth';
import { groupRecords } from '../../../scoring/measures/groupRecords';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { readInput } from '../../../shared/n8n/readInput';
import { addPeers, metricsWithPeers } from './addPeers';
import { prepareChanges, NO_CHANGES, type Changes } from './assessChanges';
import { hashInput } from './hashInput';
import type { ObservedAccount, ScoredAccount } from './ObservedAccount';
import { isAccount, readAccounts } from './readAccounts';
import { readHistory } from './readHistory';
import { readRecords } from './readRecords';
import { readScoring } from './readScoring';
import { ScoreTally } from './ScoreTally';
import { writeRow } from './writeRow';

interface ScoreOptions {
	atRiskBelow?: number;
	explanation?: 'full' | 'none';
	includeInputFields?: boolean;
	minimumCoverage?: number;
	onlyTableColumns?: boolean;
	peersBy?: string;
}

/** Observed values of the fields that caps look at; what was not observed is left out. */
function capValuesOf(scorecard: Scorecard, input: HealthInput): IDataObject {
	const values: IDataObject = {};
	for (const { field } of scorecard.caps) {
		const observation = input.observations[field];
		const value = typeof observation === 'object' ? observation?.value : observation;
		if (value !== undefined && value !== null) values[field] = value;
	}
	return values;
}

/** Scores every account item; each becomes a row of cs_scores, or a fault that names its item. */
export function* scoreRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const options = context.getNodeParameter('options', 0, {}) as ScoreOptions;
	const scoring = readScoring(context, options.minimumCoverage ?? null);
	const runId = String(context.getNodeParameter('runId', 0, ''));
	const history = readHistory(readInput(context, 1), scoring.asOf.day, runId);
	const records = groupRecords(readRecords(context));
	const tally = new ScoreTally(scoring, records.unknown);
	const compared = metricsWithPeers(scoring.scorecard);
	const explanation = options.explanation ?? 'full';
	const peersBy = compared.length === 0 ? null : (options.peersBy ?? 'segment');

	const score = (account: ObservedAccount): ScoredAccount | BatchRow => {
		const input: HealthInput = {
			accountId: account.accountId,
			asOfOn: scoring.asOf.day,
			observations: account.observations,
			startedOn: account.account.startedOn,
			override: account.account.override,
		};
		const outcome = scoreHealth(input, scoring.scorecard, scoring.alternatives, explanation);
		if (outcome.ok) return { ...account, input, score: outcome.value, warnings: outcome.warnings };
		tally.skip('faulty input');
		return { json: { account_id: account.accountId }, from: account.index, fault: outcome.issues };
	};

	const write = (scored: ScoredAccount, changes: Changes): BatchRow => {
		const { index, input } = scored;
		tally.count(scored.score, changes, scored.warnings);
		const json = writeRow(scored, changes, {
			runId: runId === '' ? null : runId,
			configHash: scoring.configHash,
			inputHash: hashInput(input),
			capValues: explanation === 'full' ? capValuesOf(scoring.scorecard, input) : {},
			atRiskBelow: options.atRiskBelow ?? 70,
			onlyTableColumns: options.onlyTableColumns ?? false,
			explained: explanation === 'full',
			keep: options.includeInputFields ? (items[index]?.json ?? null) : null,
		});
		return { json, from: index };
	};

	const read = readAccounts(items, scoring, records.accounts, peersBy, tally);
	if (compared.length === 0 && history.size === 0) {
		for (const account of read) {
			const next = isAccount(account) ? score(account) : account;
			yield 'score' in next ? write(next, NO_CHANGES) : next;
		}
	} else {
		// Peers, and what the portfolio as a whole did, are known only when everybody has been looked at.
		const all = [...read];
		addPeers(compared, all.filter(isAccount));
		const scored = all.map((account) => (isAccount(account) ? score(account) : account));
		const assess = prepareChanges(
			scoring,
			history,
			scored.filter((next) => 'score' in next),
		);
		for (const next of scored) yield 'score' in next ? write(next, assess(next)) : next;
	}
	tally.addHints(context);
}
