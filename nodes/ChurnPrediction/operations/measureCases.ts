import type { IDataObject } from 'n8n-workflow';

import { assessRisk } from '../../../scoring/churn/assessRisk';
import type { ChurnFacts } from '../../../scoring/churn/ChurnFacts';
import { findUsageSeason } from '../../../scoring/churn/findUsageSeason';
import { measureFacts } from '../../../scoring/churn/measureFacts';
import type { Steps } from '../../../scoring/learn/Steps';
import { NO_RECORDS } from '../../../scoring/measures/groupRecords';
import type { AccountRecords } from '../../../scoring/measures/Records';
import { readAmountMinor } from '../../../shared/fields/readAmountMinor';
import { filledText } from '../../../shared/filledText';
import type { ChurnCase } from './ChurnCase';
import type { ChurnAccount } from './readChurnAccounts';

const CASES_PER_STEP = 20;

/**
 * What is known of every account as of `until` (an instant, or a day and then its end), and what the rules say about it.
 *
 * @param records rows by account; null: the items hold the facts themselves
 */
export function* measureCases(
	accounts: readonly ChurnAccount[],
	records: ReadonlyMap<string, AccountRecords> | null,
	until: string,
): Steps<ChurnCase[]> {
	const cases: ChurnCase[] = [];
	const season = records === null ? undefined : yield* findUsageSeason(records.values(), until);
	for (const account of accounts) {
		if (cases.length % CASES_PER_STEP === 0)
			yield { stage: 'measuring accounts', done: cases.length, total: accounts.length };
		const { row } = account;
		const facts =
			records === null
				? factsOf(row)
				: measureFacts(row, records.get(account.accountId) ?? NO_RECORDS, until, season);
		const currency = filledText(row.currency) ?? filledText(facts.currency);
		cases.push({
			...account,
			facts,
			rule: assessRisk(facts),
			arrMinor: readAmountMinor(row.arr_minor ?? facts.arr_minor, 'minor', currency),
			currency,
		});
	}
	return cases;
}

/** Numbers and texts of an item; true and false are 1 and 0, as facts are. */
function factsOf(row: IDataObject): ChurnFacts {
	const facts: Record<string, number | string | null> = {};
	for (const [name, value] of Object.entries(row)) {
		if (typeof value === 'number') facts[name] = Number.isFinite(value) ? value : null;
		else if (typeof value === 'string') facts[name] = value === '' ? null : value;
		else if (typeof value === 'boolean') facts[name] = value ? 1 : 0;
	}
	return facts;
}
