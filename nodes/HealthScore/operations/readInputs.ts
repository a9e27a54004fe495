import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { addDays } from '../../../scoring/core/addDays';
import type { HealthInput } from '../../../scoring/health/HealthScore';
import { groupRecords } from '../../../scoring/measures/groupRecords';
import { addPeers, metricsWithPeers } from './addPeers';
import { observe } from './observe';
import type { ObservedAccount } from './ObservedAccount';
import { isAccount, readAccounts } from './readAccounts';
import { readRecords } from './readRecords';
import type { Scoring } from './readScoring';
import { ScoreTally } from './ScoreTally';

export interface AccountInputs {
	readonly accounts: readonly ObservedAccount[];
	/** One per account and day, the day of the score first. */
	readonly inputs: readonly HealthInput[];
	/** Items that are no account. */
	readonly skipped: number;
}

/**
 * Reads accounts as samples to judge scorecards with. Items without an account do not count. With records every account is also measured
 * on so many earlier weeks.
 */
export function readInputs(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	scoring: Scoring,
	weeksBack: number,
): AccountInputs {
	const records = groupRecords(readRecords(context));
	const compared = metricsWithPeers(scoring.scorecard);
	const peersBy = compared.length === 0 ? null : 'segment';
	const tally = new ScoreTally(scoring, records.unknown);
	const accounts = [...readAccounts(items, scoring, records.accounts, peersBy, tally)].filter(isAccount);
	addPeers(compared, accounts);
	const inputs = accounts.map((account) => inputOf(account, scoring.asOf.day));
	for (let week = 1; week <= weeksBack; week++) {
		const day = addDays(scoring.asOf.day, -7 * week);
		const until = `${day}${scoring.asOf.until.slice(10)}`;
		for (const account of accounts) {
			if (account.records === null) continue;
			const observations = observe(scoring, account.account, account.records, until, null);
			inputs.push({ ...inputOf(account, day), observations, override: null });
		}
	}
	return { accounts, inputs, skipped: items.length - accounts.length };
}

function inputOf({ accountId, account, observations }: ObservedAccount, day: string): HealthInput {
	const { startedOn, override } = account;
	return { accountId, asOfOn: day, observations, startedOn, override };
}
