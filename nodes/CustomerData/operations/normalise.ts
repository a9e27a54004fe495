import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { writeDeadLetter } from '../../../shared/connectors/engine/writeDeadLetter';
import { LEAVE_OUT } from '../../../shared/connectors/n8n/readSettings';
import type { SourceId } from '../../../shared/connectors/Source';
import { readAsOf } from '../../../shared/fields/readAsOf';
import type { ItemProblem, ItemRow, ItemsRequest, ItemsResult } from '../../../shared/intake/ItemPreset';
import { normaliseItems } from '../../../shared/intake/normaliseItems';
import { addHint } from '../../../shared/n8n/addHint';
import { unwrap } from '../../../shared/n8n/unwrap';
import { addIssueHints } from './addIssueHints';
import { OutputSet } from './OutputSet';
import { recogniseTable } from './recogniseTable';
import { reportAmounts } from './reportAmounts';
import { rowsOf } from './sortInput';

const [ROWS, PROBLEMS] = [0, 1];
const NAMES_SHOWN = 12;

const textOf = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value).trim();

interface Request extends ItemsRequest {
	readonly context: IDataObject[];
	readonly onlyTableColumns: boolean;
	readonly reportCurrency: string;
}

function readRequest(context: IExecuteFunctions, items: INodeExecutionData[]): Request {
	const options = context.getNodeParameter('itemOptions', 0, {}) as IDataObject;
	const mapped = context.getNodeParameter('itemFields', 0, {}) as {
		field?: Array<{ field: string; name: string }>;
	};
	const rows = rowsOf(context, 1);
	const of = (table: string) => rows.filter((row) => recogniseTable(row)?.name === table);
	const asOf = unwrap(context.getNode(), readAsOf(options.asOf, new Date().toISOString()), null).until;
	return {
		preset: context.getNodeParameter('itemPreset', 0) as ItemsRequest['preset'],
		object: context.getNodeParameter('itemObject', 0) as ItemsRequest['object'],
		items: items.map(({ json }) => json),
		mapping: Object.fromEntries(
			(mapped.field ?? [])
				.filter(({ field }) => field !== '')
				.map(({ field, name }) => [field, name === LEAVE_OUT ? '' : name.trim()]),
		),
		keyField: textOf(context.getNodeParameter('itemKeyField', 0, '')),
		currency: textOf(options.currency).toUpperCase() || null,
		aliases: rows.filter((row) => 'system' in row && 'external_id' in row),
		accounts: of('cs_accounts'),
		contacts: of('cs_contacts'),
		ownDomains: textOf(options.ownDomains)
			.split(/[\s,;]+/)
			.filter((domain) => domain !== ''),
		asOf: asOf.length === 10 ? `${asOf}T23:59:59.999Z` : asOf,
		context: rows,
		onlyTableColumns: options.onlyTableColumns === true,
		reportCurrency: textOf(options.reportCurrency).toUpperCase(),
		newIds: options.issueIds === true,
	};
}

/** Items of any node as rows of our tables; what did not fit is a problem that says why and what to do. */
export async function normalise(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const out = new OutputSet(context, 2, continueOnFail);
	const items = context.getInputData();
	let issues: readonly Issue[] = [];
	try {
		const request = readRequest(context, items);
		const result = normaliseItems(request);
		issues = result.notes;
		const amounts = reportAmounts(request.reportCurrency, request.asOf.slice(0, 10), request.context);
		for (const row of result.rows) {
			const money = amounts.of(row.object, row.row);
			out.add(ROWS, rowItem(row, request, money, result), row.itemIndex);
		}
		const now = Date.now();
		for (const problem of result.problems)
			out.add(PROBLEMS, problemItem(problem, request, now), problem.itemIndex);
		addHints(context, items.length, result);
		if (request.newIds === true) addHint(context, { 'accounts not known before': countNew(result, request) });
		for (const [currency, count] of amounts.missing)
			addHint(
				context,
				`${count} amounts in ${currency} have no rate to ${request.reportCurrency} and were left empty. Connect rows of cs_rates to the Accounts input.`,
				'warning',
			);
	} catch (caught) {
		out.fail(PROBLEMS, caught);
	}
	addIssueHints(context, issues);
	return out.outputs;
}

/** Accounts whose id stands in none of the rows that were handed in. */
function countNew({ rows }: ItemsResult, { accounts, aliases }: Request): number {
	const known = new Set([...accounts, ...aliases].map(({ account_id: id }) => id));
	return rows.filter(({ object, row }) => object === 'accounts' && !known.has(row.account_id)).length;
}

function rowItem(
	{ object, row, raw, externalId }: ItemRow,
	{ onlyTableColumns }: Request,
	money: Readonly<Record<string, unknown>>,
	{ nextMeetings }: ItemsResult,
): object {
	if (onlyTableColumns) return row;
	const next = nextMeetings[String(row.account_id)];
	return {
		...row,
		...money,
		...(externalId === null ? {} : { external_id: externalId }),
		...(object === 'interactions' ? { next_meeting_at: next ?? null } : {}),
		...(Object.keys(raw).length > 0 ? { raw } : {}),
	};
}

function problemItem(
	{ itemIndex, object, externalId, issues, usable }: ItemProblem,
	request: Request,
	now: number,
) {
	const [first] = issues;
	return writeDeadLetter({
		// Presets are systems or the nodes that bring their items; the column holds either.
		source: request.preset as SourceId,
		object,
		externalId,
		payload: request.items[itemIndex] ?? null,
		letterClass: usable ? 'value' : 'invalid',
		code: first?.code ?? 'invalid',
		message: issues.map(({ message }) => message).join(' '),
		remedy: [...new Set(issues.map(({ remedy }) => remedy))].join(' '),
		attempts: 1,
		now,
	});
}

function addHints(
	context: IExecuteFunctions,
	read: number,
	{ rows, problems, removed, unmapped }: ItemsResult,
): void {
	const unusable = problems.filter(({ usable }) => !usable).length;
	addHint(context, {
		read,
		rows: rows.length,
		'with a value that did not fit': problems.length - unusable,
		'left out': unusable,
		...(removed.length > 0 ? { cancelled: removed.length } : {}),
	});
	if (unmapped.length > 0) {
		const more = unmapped.length > NAMES_SHOWN ? `, and ${unmapped.length - NAMES_SHOWN} more` : '';
		addHint(context, `Fields nothing is read from: ${unmapped.slice(0, NAMES_SHOWN).join(', ')}${more}.`);
	}
}
