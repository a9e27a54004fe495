import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { compareOutcomes } from '../../../scoring/value/compareOutcomes';
import type { CheckedEntry } from '../../../scoring/measures/ledger/Ledger';
import { sumLedger, type LedgerTotal } from '../../../scoring/measures/ledger/sumLedger';
import { isObject } from '../../../shared/isObject';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { readEntry } from './readEntry';
import { readRates } from './readRates';
import { listRows, readRecords, type InputRow } from './readRecords';
import { readRun, type Run } from './readRun';

/** The row of the table, with the amount filled in from its formula where it was missing, and what became of it. */
function entryRow(row: IDataObject, { state, computedMinor, baseMinor, issues }: CheckedEntry): IDataObject {
	return {
		...row,
		// A column of text; sources hand it over as an object as well.
		evidence_json: isObject(row.evidence_json)
			? JSON.stringify(row.evidence_json)
			: (row.evidence_json ?? null),
		base_minor: baseMinor,
		state,
		computed_minor: computedMinor,
		why: issues.length === 0 ? null : issues.map(({ message }) => message).join(' '),
		remedy: issues.length === 0 ? null : issues.map(({ remedy }) => remedy).join(' '),
	};
}

function* totalRows(
	accountId: string | null,
	kind: string,
	total: LedgerTotal,
	run: Run,
): Generator<IDataObject> {
	const of = { account_id: accountId, as_of_on: run.day, kind };
	for (const sum of total.perCurrency)
		yield {
			...of,
			low_minor: sum.lowMinor,
			base_minor: sum.baseMinor,
			high_minor: sum.highMinor,
			acknowledged_minor: sum.acknowledgedMinor,
			currency: sum.currency,
			entries: sum.entries,
			without_range: sum.withoutRange,
			converted: false,
			reason: null,
		};
	// One currency that is asked for already is its own total.
	const [only] = total.perCurrency;
	if (total.perCurrency.length === 0 || run.currency === null) return;
	if (total.perCurrency.length === 1 && only?.currency === run.currency) return;
	yield {
		...of,
		low_minor: total.inReport?.lowMinor ?? null,
		base_minor: total.inReport?.baseMinor ?? null,
		high_minor: total.inReport?.highMinor ?? null,
		acknowledged_minor: total.inReport?.acknowledgedMinor ?? null,
		currency: run.currency,
		entries: total.perCurrency.reduce((sum, { entries }) => sum + entries, 0),
		without_range: total.perCurrency.reduce((sum, { withoutRange }) => sum + withoutRange, 0),
		converted: true,
		reason: total.reason,
	};
}

/** Check Value Ledger: every entry, totals per account and kind, promised against realised, and a summary. */
export function* ledgerRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const run = readRun(context);
	const acknowledgedOnly = context.getNodeParameter('acknowledgedOnly', 0, false) as boolean;
	const rates = readRates(readRecords(context).rates);
	const accounts = new Map<string | null, InputRow[]>();
	for (const read of listRows(items)) {
		const { accountId } = readEntry(read.row);
		const group = accounts.get(accountId);
		if (group === undefined) accounts.set(accountId, [read]);
		else group.push(read);
	}
	const states = { counted: 0, expected: 0, excluded: 0 };
	const reasons = new Map<string, number>();
	for (const [accountId, rows] of accounts) {
		const from = [...new Set(rows.map((row) => row.from))];
		const options = { asOfOn: run.day, window: null, reportCurrency: run.currency, rates, acknowledgedOnly };
		const { entries, totals, expected, unevidenced } = sumLedger(
			rows.map(({ row }) => readEntry(row)),
			options,
		);
		for (const [index, checked] of entries.entries()) {
			const read = rows[index];
			states[checked.state]++;
			for (const { code } of checked.issues) reasons.set(code, (reasons.get(code) ?? 0) + 1);
			if (read !== undefined) yield { json: entryRow(read.row, checked), from: read.from };
		}
		const named: ReadonlyArray<readonly [string, LedgerTotal]> = [
			...Object.entries(totals),
			['expected', expected],
			['unevidenced', unevidenced],
		];
		for (const [kind, total] of named)
			for (const json of totalRows(accountId, kind, total, run)) yield { json, from, output: 1 };
		for (const compared of compareOutcomes(entries, run.day))
			yield { json: outcomeRow(accountId, compared), from, output: 2 };
	}
	addHint(context, { accounts: accounts.size, ...states });
	if (reasons.size > 0) {
		const list = [...reasons].map(([code, count]) => `${code} ${count}`).join(', ');
		addHint(context, `In no total, by reason: ${list}. See why and remedy of each entry.`, 'warning');
	}
	const summary = { as_of_on: run.day, run_id: run.runId, accounts: accounts.size, ...states };
	yield { json: { ...summary, reasons: Object.fromEntries(reasons) }, from: null, output: 3 };
}

function outcomeRow(
	accountId: string | null,
	compared: ReturnType<typeof compareOutcomes>[number],
): IDataObject {
	const { outcome, period, currency, targetMinor, realisedMinor, achievement, elapsedShare, paceRate } =
		compared;
	return {
		account_id: accountId,
		outcome,
		period,
		target_minor: targetMinor,
		realised_minor: realisedMinor,
		currency,
		achieved_rate: achievement.rate,
		over_rate: achievement.overRate,
		elapsed_share: elapsedShare,
		pace_rate: paceRate,
		met: achievement.met,
		entry_ids: [...compared.entryIds],
	};
}
