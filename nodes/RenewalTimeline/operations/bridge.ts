import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isDay } from '../../../scoring/core/isDay';
import type { Issue } from '../../../scoring/core/issue';
import { knowledgeCut } from '../../../scoring/measures/knowledgeCut';
import { addMonths } from '../../../scoring/renewal/addMonths';
import type { BridgeOptions } from '../../../scoring/renewal/Bridge';
import { buildBridge } from '../../../scoring/renewal/buildBridge';
import { readPortfolio } from '../../../scoring/renewal/readPortfolio';
import { sortRenewalRecords } from '../../../scoring/renewal/sortRenewalRecords';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { readMoment } from '../readMoment';
import { readRows } from '../readRows';
import { addBridgeHints } from './addBridgeHints';
import { readLines } from './readLines';
import { writeAccountBridge, writeBridgeSteps, writeBridgeSummary } from './writeBridge';

const [BRIDGE, ACCOUNTS, SUMMARY] = [0, 1, 2];

interface BridgeChoice {
	graceDays?: number;
	known?: 'now' | 'then';
	rollContracts?: boolean;
}

/** Contract lines and records in; the rows of the bridge, one row per account, and the rates out. */
export function* bridgeRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const moment = readMoment(context);
	const choice = context.getNodeParameter('bridgeOptions', 0, {}) as BridgeChoice;
	const report = String(context.getNodeParameter('reportCurrency', 0, ''))
		.trim()
		.toUpperCase();
	const closingOn = readDayParameter(context, 'closingOn', moment.day);
	const openingOn = readDayParameter(context, 'openingOn', addMonths(closingOn, -12));
	if (openingOn >= closingOn) throw toNodeError(context.getNode(), wrongOrder(openingOn, closingOn), null);

	const records = readRows(context, 1).map(({ row }) => row);
	const read = readLines([...readRows(context, 0)], records, choice.rollContracts ?? true, true);
	yield* read.faults;
	const sorted = sortRenewalRecords([...records, ...read.others]);
	const then = choice.known === 'then';
	const options: BridgeOptions = {
		openingOn,
		closingOn,
		openingCut: knowledgeCut(then ? openingOn : moment.until),
		closingCut: knowledgeCut(then ? closingOn : moment.until),
		reportCurrency: report === '' ? null : report,
		rates: readPortfolio([], { records: sorted, scores: [], stages: [] }, moment.until).rates,
		graceDays: choice.graceDays ?? 30,
	};
	const bridge = buildBridge(read.lines, options);
	const frame = { runId: moment.runId, asOfOn: moment.day, openingOn, closingOn };
	for (const currency of bridge.currencies) {
		for (const json of writeBridgeSteps(currency, frame)) yield { json, from: null, output: BRIDGE };
	}
	for (const account of bridge.accounts) {
		yield { json: writeAccountBridge(account, frame), from: null, output: ACCOUNTS };
	}
	const counts: IDataObject = { read: items.length, lines: read.lines.length, faulty: read.faults.length };
	for (const json of writeBridgeSummary(bridge, counts, frame)) yield { json, from: null, output: SUMMARY };
	addBridgeHints(context, bridge, { lines: read.lines.length, faulty: read.faults.length, report });
}

function readDayParameter(context: IExecuteFunctions, name: string, standard: string): string {
	const given = String(context.getNodeParameter(name, 0, ''))
		.trim()
		.slice(0, 10);
	if (given === '') return standard;
	if (isDay(given)) return given;
	const issue: Issue = {
		code: 'bad-day',
		path: name,
		message: `'${name === 'openingOn' ? 'Opening Day' : 'Closing Day'}' is "${given}", which is no day.`,
		remedy: 'Enter a day such as 2025-12-31, or leave it empty.',
		severity: 'error',
	};
	throw toNodeError(context.getNode(), issue, null);
}

const wrongOrder = (openingOn: string, closingOn: string): Issue => ({
	code: 'wrong-order',
	path: 'openingOn',
	message: `The opening day ${openingOn} is not before the closing day ${closingOn}.`,
	remedy: 'Enter an earlier opening day or a later closing day.',
	severity: 'error',
});
