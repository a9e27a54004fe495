import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ConnectorFault } from '../../../shared/connectors/ConnectorFault';
import { createAccountDirectory } from '../../../shared/connectors/engine/createAccountDirectory';
import type { ReadOptions, SyncStateRow } from '../../../shared/connectors/engine/Engine';
import { readObject } from '../../../shared/connectors/engine/readObject';
import type { Source, SourceObject, SourceRow } from '../../../shared/connectors/Source';
import { addHint } from '../../../shared/n8n/addHint';
import { connect, settingsFor, type Connection } from '../connect';
import { addIssueHints } from './addIssueHints';
import { addCallHint } from './addCallHint';
import { FilledFields } from './FilledFields';
import { OutputSet } from './OutputSet';
import { ReadTally } from './ReadTally';
import { sortInput } from './sortInput';

const [ACCOUNTS, RECORDS, PROBLEMS, STATE] = [0, 1, 2, 3];

interface Choices {
	readonly runId: string;
	readonly limit: number;
	readonly onlyChanged: boolean;
	readonly includeRemoved: boolean;
	readonly onlyTableColumns: boolean;
	readonly asList: boolean;
}

function readChoices(context: IExecuteFunctions): Choices {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	return {
		runId: String(context.getNodeParameter('runId', 0, '') ?? ''),
		limit: Math.max(0, Math.floor(Number(options.accountsPerRun ?? 0)) || 0),
		onlyChanged: context.getNodeParameter('onlyChanged', 0, false) === true,
		includeRemoved: options.includeRemoved !== false,
		onlyTableColumns: options.onlyTableColumns === true,
		asList: options.recordsAs === 'list',
	};
}

/** Accounts come first, so that the ids of what belongs to them are known. */
function chosenObjects(context: IExecuteFunctions, source: Source): readonly SourceObject[] {
	const chosen = context.getNodeParameter('records', 0, []) as SourceObject[];
	const missing = chosen.filter((object) => source.readers[object] === undefined);
	if (missing.length > 0)
		addHint(context, `${source.label} has no ${missing.join(', ')} to read: left out.`, 'warning');
	return ['accounts', ...chosen.filter((object) => object !== 'accounts' && !missing.includes(object))];
}

/** This object was read to its end by an earlier call of the same run. */
const isDone = (state: SyncStateRow | undefined, { limit, runId }: Choices): boolean =>
	limit > 0 && state?.run_id === runId && /"done":\s*true/.test(state.detail_json ?? '');

function rowItem({ row, externalId, writtenHash, object, raw }: SourceRow, only: boolean): object {
	if (only) return row;
	const account = object === 'accounts' ? { external_id: externalId, written_hash: writtenHash } : {};
	return { ...row, ...account, ...(Object.keys(raw).length > 0 ? { raw } : {}) };
}

/** Accounts and what belongs to them from a customer system, with the watermark for the next time. */
export async function getAll(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const out = new OutputSet(context, 4, continueOnFail);
	const tally = new ReadTally();
	const list: object[] = [];
	const filled = new FilledFields();
	let connected: Connection | null = null;
	let isWhole = false;
	try {
		const connection = await connect(context);
		const { source, settings, clock } = connection;
		connected = connection;
		const choices = readChoices(context);
		isWhole = !choices.onlyChanged;
		const { states, rows } = sortInput(context, source.id);
		const accounts = createAccountDirectory(source.id, rows);
		tally.addIssues(source.checkMapping?.(settings) ?? []);

		const put = (row: SourceRow): void => {
			filled.add(row);
			if (row.object === 'accounts' && row.row.deleted === true && !choices.includeRemoved) return;
			const json = rowItem(row, choices.onlyTableColumns);
			if (row.object === 'accounts') out.add(ACCOUNTS, json);
			else if (choices.asList) list.push(json);
			else out.add(RECORDS, json);
		};

		const read = async (object: SourceObject): Promise<void> => {
			const state = states.get(object);
			if (isDone(state, choices)) return;
			const options: ReadOptions = {
				...{ source, call: connection.call, clock, object, accounts },
				settings: await settingsFor(connection, object),
				...{ runId: choices.runId, onlyChanged: choices.onlyChanged, limit: choices.limit },
				state: state ?? null,
				...(object === 'accounts' ? { knownIds: accounts.knownIds() } : {}),
			};
			for await (const event of readObject(options)) {
				if (event.kind === 'state') {
					out.add(STATE, event.state);
					tally.addCounts(object, event.counts, state ?? null, event.state);
					continue;
				}
				for (const row of event.rows) put(row);
				for (const problem of event.problems) out.add(PROBLEMS, problem);
				tally.addIssues(event.issues);
			}
		};

		for (const object of chosenObjects(context, source)) {
			try {
				await read(object);
			} catch (caught) {
				out.fail(PROBLEMS, caught, { source: source.id, object });
				if (isEnd(caught, object)) break;
			}
		}
		if (list.length > 0) out.add(RECORDS, { records: list });
	} catch (caught) {
		out.fail(PROBLEMS, caught);
	}
	tally.addHints(context);
	if (connected !== null) {
		addCallHint(context, connected.call);
		if (isWhole) filled.addHint(context, connected.source, connected.settings);
	}
	addIssueHints(context, tally.issues);
	return out.outputs;
}

/** Nothing else can be read either: the login does not work, the day's requests are used up, or there are no accounts. */
const isEnd = (caught: unknown, object: SourceObject): boolean =>
	object === 'accounts' ||
	!(caught instanceof ConnectorFault) ||
	caught.status === 401 ||
	caught.faultClass === 'daily-quota';
