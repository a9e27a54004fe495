import type { RawRecord, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { deriveFromContracts, deriveFromOpportunities, type DerivedFields } from './deriveRevenue';
import { queryAll } from './findAccounts';
import { quoteSoql } from './quoteSoql';
import { soqlName } from './soqlName';

/** Ids in one condition: an address takes 16 kB. */
const IDS = 300;

/** Whether ARR or renewal shall be made from other records: options `arr_from` (contracts, opportunities) and `renewal_from` (contracts). */
export function wantsRevenue(settings: SourceSettings): boolean {
	const { arr_from: arr, renewal_from: renewal } = settings.options;
	return arr === 'contracts' || arr === 'opportunities' || renewal === 'contracts';
}

/** Conditions that fit the accounts: one range where they follow each other by Id, as in a full read, else lists. */
function conditions(accounts: readonly RawRecord[], isRange: boolean): string[] {
	const ids = accounts.map(({ id }) => quoteSoql(id));
	if (isRange) return [`AccountId >= ${ids[0]} AND AccountId <= ${ids.at(-1)}`];
	const lists: string[] = [];
	for (let from = 0; from < ids.length; from += IDS) {
		lists.push(`AccountId IN (${ids.slice(from, from + IDS).join(', ')})`);
	}
	return lists;
}

async function byAccount(
	call: Call,
	soql: string,
	where: readonly string[],
): Promise<Map<string, RawRecord[]>> {
	const found = new Map<string, RawRecord[]>();
	for (const condition of where) {
		for (const record of await queryAll(call, `${soql} AND ${condition}`)) {
			const id = String(record.fields.AccountId);
			found.set(id, [...(found.get(id) ?? []), record]);
		}
	}
	return found;
}

/**
 * Accounts with `@arr`, `@currency` and `@renewal` as their running contracts or won opportunities tell them. Costs a call or two per page
 * of a full read. What changes on a contract does not move its account: it shows when the account changes or is read whole.
 */
export async function addRevenue(
	call: Call,
	settings: SourceSettings,
	accounts: readonly RawRecord[],
	org: { readonly isRange: boolean; readonly hasCurrencies: boolean },
): Promise<readonly RawRecord[]> {
	if (accounts.length === 0 || !wantsRevenue(settings)) return accounts;
	const { arr_from: arrFrom, renewal_from: renewalFrom } = settings.options;
	const where = conditions(accounts, org.isRange);
	const currency = org.hasCurrencies ? ', CurrencyIsoCode' : '';
	const derived = new Map<string, DerivedFields>();
	const enter = (id: string, fields: DerivedFields) => derived.set(id, { ...derived.get(id), ...fields });
	if (arrFrom === 'contracts' || renewalFrom === 'contracts') {
		const arrField = arrFrom === 'contracts' ? (settings.fields.subscriptions?.arr_minor ?? '') : '';
		const field = arrField === '' ? '' : `, ${soqlName(arrField)}`;
		const soql = `SELECT Id, AccountId, EndDate${field}${currency} FROM Contract WHERE StatusCode = 'Activated' AND EndDate >= TODAY`;
		for (const [id, contracts] of await byAccount(call, soql, where)) {
			const { '@renewal': renewal, ...arr } = deriveFromContracts(contracts, arrField);
			enter(id, { ...arr, ...(renewalFrom === 'contracts' && { '@renewal': renewal }) });
		}
	}
	if (arrFrom === 'opportunities') {
		const soql = `SELECT Id, AccountId, Amount, CloseDate, Type${currency} FROM Opportunity WHERE IsWon = true`;
		for (const [id, won] of await byAccount(call, soql, where)) enter(id, deriveFromOpportunities(won));
	}
	return accounts.map((account) => ({
		...account,
		fields: { ...account.fields, ...derived.get(account.id) },
	}));
}
