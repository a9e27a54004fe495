import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { knowledgeCut } from '../../../scoring/measures/knowledgeCut';
import type { AccuracyLedger } from '../../../scoring/renewal/Accuracy';
import type { ForecastRow } from '../../../scoring/renewal/ForecastSnapshot';
import { addMonths } from '../../../scoring/renewal/addMonths';
import { readForecastRow } from '../../../scoring/renewal/readForecastRow';
import { readPortfolio } from '../../../scoring/renewal/readPortfolio';
import type { RenewalRecords } from '../../../scoring/renewal/RenewalRecords';
import { scoreForecasts } from '../../../scoring/renewal/scoreForecasts';
import { settleRenewals } from '../../../scoring/renewal/settleRenewals';
import { sortRenewalRecords } from '../../../scoring/renewal/sortRenewalRecords';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { readMoment } from '../readMoment';
import { readRows } from '../readRows';
import { readLines } from './readLines';
import { writeAccuracy } from './writeAccuracy';

const [ACCURACY, FORECASTS] = [0, 1];

/** Frozen forecasts and records in; measures of their accuracy, and the forecasts with what they came to, out. */
export function* scoreForecastRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const moment = readMoment(context);
	const graceDays = Math.max(0, Math.trunc(Number(context.getNodeParameter('settleDays', 0, 30))));
	const onlyNew = context.getNodeParameter('onlyNew', 0, true) === true;
	const rows: ForecastRow[] = [];
	let faulty = 0;
	for (const { row, from } of readRows(context, 0)) {
		const read = readForecastRow(row);
		if (read.ok) rows.push(read.value);
		else {
			faulty++;
			yield { json: { scope: row.scope ?? null }, from, fault: read.issues };
		}
	}
	const records = readRows(context, 1);
	const plain = records.map(({ row }) => row);
	const read = readLines(records, plain, true, false);
	yield* read.faults;
	const sorted = sortRenewalRecords(plain);
	const { rates } = readPortfolio([], { records: sorted, scores: [], stages: [] }, moment.until);
	const first = rows.reduce((day, { made_on: on }) => (on < day ? on : day), moment.day);
	const outcomes = settleRenewals(read.lines, {
		fromOn: addMonths(`${first.slice(0, 7)}-01`, -6),
		asOfOn: moment.day,
		cut: knowledgeCut(moment.until),
		graceDays,
		traitsOf: traitsIn(sorted),
		churnedOn: churnIn(sorted),
	});
	const ledger = scoreForecasts(rows, outcomes, { asOfOn: moment.day, graceDays, rates });
	for (const json of writeAccuracy(ledger, { runId: moment.runId, asOfOn: moment.day })) {
		yield { json, from: null, output: ACCURACY };
	}
	const known = new Map(rows.map((row) => [JSON.stringify([row.forecast_id, row.scope]), row.actual_minor]));
	for (const { status, errorMinor, inside80, horizonDays, ...row } of ledger.rows) {
		const before = known.get(JSON.stringify([row.forecast_id, row.scope]));
		if (status !== 'scored' || (onlyNew && before === row.actual_minor)) continue;
		const extra: IDataObject = { error_minor: errorMinor, inside_80: inside80, horizon_days: horizonDays };
		yield { json: { ...row, ...extra }, from: null, output: FORECASTS };
	}
	addLedgerHints(context, ledger, { read: items.length, faulty, outcomes: outcomes.length });
}

function traitsIn({ accounts }: RenewalRecords) {
	const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
	return (accountId: string) => {
		const row = accounts.get(accountId);
		return { ownerId: text(row?.csm_id), segment: text(row?.segment) };
	};
}

function churnIn({ outcomes }: RenewalRecords): (accountId: string) => string | null {
	const days = new Map<string, string>();
	for (const row of outcomes) {
		if (row.kind === 'churned') days.set(String(row.account_id), String(row.occurred_on).slice(0, 10));
	}
	return (accountId) => days.get(accountId) ?? null;
}

function addLedgerHints(
	context: IExecuteFunctions,
	{ rows }: AccuracyLedger,
	counts: { read: number; faulty: number; outcomes: number },
): void {
	const of = (status: string): number => rows.filter((row) => row.status === status).length;
	addHint(context, {
		'rows read': counts.read,
		'contracts fallen due': counts.outcomes,
		'forecasts scored': of('scored'),
		'not settled yet': of('open'),
		'without a rate': of('no_rate'),
		'contracts not frozen': of('not_traceable'),
		faulty: counts.faulty,
	});
	if (counts.outcomes === 0) {
		addHint(
			context,
			'Nothing fell due: connect the rows of cs_contract_lines, also ended ones, to Records.',
			'warning',
		);
	}
}
