import type { IDataObject, IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import type { DailyWatchInput } from '../../../scoring/alerts/DailyWatch';
import { sortContextRows } from '../../../scoring/alerts/sortContextRows';
import { sourceFreshness } from '../../../scoring/alerts/sourceFreshness';
import { watchRuns } from '../../../scoring/alerts/watchRuns';
import { addHint } from '../../../shared/n8n/addHint';
import { errorItem } from '../../../shared/n8n/errorItem';
import { readInput } from '../../../shared/n8n/readInput';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { unwrap } from '../../../shared/n8n/unwrap';
import { readDayParameters, readText } from '../readDayParameters';

/** Rows of cs_runs and context on either input; the row of cs_outbox to insert and the verdict out. */
export async function watch(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const inputs = [readInput(context, 0), readInput(context, 1)];
	const pairedItem = runItems(inputs);
	try {
		const found = sortContextRows(inputs.flat().map((item) => item.json));
		const input: DailyWatchInput = {
			...readParameters(context),
			...found,
			freshness: sourceFreshness(found.accounts, found.syncs),
			accountNames: new Map(found.accounts.map((row) => [row.account_id, row.name ?? row.account_id])),
		};
		const { message, findings, resume, heartbeat, words } = unwrap(context.getNode(), watchRuns(input), null);
		addHint(context, { 'runs read': found.runs.length, findings: findings.length });
		if (findings.length > 0) addHint(context, words, 'warning');
		const codes = findings.map(({ code }) => code).join(',');
		const verdict: IDataObject = {
			business_day_on: input.businessDayOn,
			resume,
			heartbeat,
			finding_count: findings.length,
			codes,
			words,
			details: { findings: findings.map((finding) => ({ ...finding })) },
		};
		const messages = message === null ? [] : [{ json: { ...message }, pairedItem }];
		return [messages, [{ json: verdict, pairedItem }]];
	} catch (caught) {
		if (!continueOnFail) throw toNodeError(context.getNode(), caught, null);
		return [[], [errorItem(context.getNode(), caught, null, pairedItem)]];
	}
}

/** The rows of cs_runs are what the verdict is made of; without any, the first row there is. */
function runItems(inputs: readonly INodeExecutionData[][]): IPairedItemData[] {
	const all = inputs.flatMap((items, input) =>
		items.map(({ json }, item) => ({ link: { item, input }, isRun: 'stage' in json })),
	);
	const runs = all.filter(({ isRun }) => isRun);
	return (runs.length > 0 ? runs : all.slice(0, 1)).map(({ link }) => link);
}

function readParameters(context: IExecuteFunctions) {
	const { asOf, businessDayOn } = readDayParameters(context);
	const options = context.getNodeParameter('watchOptions', 0, {}) as IDataObject;
	return {
		now: asOf,
		businessDayOn,
		watchPersonId: readText(context, 'watchPersonId'),
		settings: {
			stages: (readText(context, 'expectedStages') ?? '')
				.split(',')
				.map((stage) => stage.trim())
				.filter((stage) => stage !== ''),
			scoredStage: String(options.scoredStage ?? 'health'),
			startAt: String(options.startAt ?? '00:00'),
			deadline: readText(context, 'deadline') ?? '04:00',
			graceMinutes: Number(options.graceMinutes ?? 30),
			stalledAfterMinutes: Number(options.stalledAfterMinutes ?? 15),
			minScoredShare: Number(context.getNodeParameter('minScoredShare', 0)),
			staleAfterHours: Number(context.getNodeParameter('staleAfterHours', 0)),
		},
	};
}
