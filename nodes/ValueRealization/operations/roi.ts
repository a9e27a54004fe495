import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { BatchRow } from '../../../shared/n8n/forBatch';
import { addRoiHints } from './addRoiHints';
import { checkClaims } from './checkClaims';
import { measureValue, type MeasuredAccount } from './measureValue';
import { textIn } from './readEntry';
import { listRows } from './readRecords';
import { readRoi } from './readRoi';
import { trajectoryOf } from './trajectoryOf';
import { withOwnFacts } from './withOwnFacts';
import { writeValueRow } from './writeValueRow';

/** Measure ROI: one row per account, its years, and a summary of all. */
export function* roiRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const setting = readRoi(context);
	const measured: MeasuredAccount[] = [];
	const skipped = new Map<string, number>();
	const skip = (reason: string): void => void skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
	const seen = new Set<string>();
	for (const { row, from } of listRows(items)) {
		const account = withOwnFacts(row);
		const accountId = textIn(account, 'account_id');
		if (accountId === null) skip('no account_id');
		else if (seen.has(accountId)) skip('same account twice');
		else {
			seen.add(accountId);
			const found = measureValue(account, accountId, setting);
			if (found === null) {
				skip('no currency');
				continue;
			}
			measured.push(found);
			const trajectory = trajectoryOf(found, setting);
			const claims = checkClaims(found);
			yield { json: writeValueRow(found, trajectory, claims, setting), from };
			for (const year of trajectory.years)
				yield {
					json: {
						account_id: accountId,
						year: year.year,
						value_minor: year.valueMinor,
						cost_minor: year.costMinor,
						cumulative_minor: year.cumulativeMinor,
						cumulative_cost_minor: year.cumulativeCostMinor,
						currency: found.currency,
					},
					from,
					output: 1,
				};
		}
	}
	yield { json: addRoiHints(context, measured, skipped, setting), from: null, output: 2 };
}
