import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { CanonicalObject } from '../../../scoring/core/CanonicalModel';
import { MODEL } from '../../../scoring/core/model';
import { assessDataQuality } from '../../../scoring/intake/assessDataQuality';
import type { DataQuality, SourceFreshness } from '../../../scoring/intake/DataQuality';
import { addHint } from '../../../shared/n8n/addHint';
import { readAsOf } from '../../../shared/fields/readAsOf';
import { unwrap } from '../../../shared/n8n/unwrap';
import { OutputSet } from './OutputSet';
import { recogniseTable } from './recogniseTable';
import { rowsOf } from './sortInput';
import { filledText } from '../../../shared/filledText';

const OBJECT_OF = new Map(
	Object.values(MODEL).map(({ table, object }): [string, CanonicalObject] => [table, object]),
);

/** One report on rows of any of our tables, in any mixture. */
export async function checkQuality(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const out = new OutputSet(context, 1, continueOnFail);
	try {
		const asOf = readInstant(context);
		const limitHours = Number(context.getNodeParameter('staleAfterHours', 0, 26));
		const rows: Partial<Record<CanonicalObject, IDataObject[]>> = {};
		const sources: SourceFreshness[] = [];
		let unknown = 0;
		for (const row of [...rowsOf(context, 0), ...rowsOf(context, 1)]) {
			const table = recogniseTable(row)?.name ?? '';
			const object = OBJECT_OF.get(table);
			if (object !== undefined) (rows[object] ??= []).push(row);
			else if (table === 'cs_sync_state')
				sources.push({
					...{ source: String(row.source), object: String(row.object), limitHours },
					readAt: filledText(row.watermark) ?? filledText(row.last_full_at),
				});
			else unknown += 1;
		}
		const report = assessDataQuality({
			...{ rows, asOf, sources },
			options: { origin: 'own', amounts: 'minor', currency: null },
		});
		out.add(0, reportItem(report, unknown));
		addHint(
			context,
			report.sentence,
			report.thresholds.some(({ pass }) => pass === false) ? 'warning' : 'info',
		);
		for (const { source, object, ageHours } of report.sources.filter(({ stale }) => stale))
			addHint(
				context,
				`${source} ${object}: ${ageHours === null ? 'never read to the end' : `last read ${Math.round(ageHours)} hours ago`}. Run its sync.`,
				'warning',
			);
		if (unknown > 0)
			addHint(
				context,
				`Items that are rows of none of our tables, and were left out: ${unknown}.`,
				'warning',
			);
	} catch (caught) {
		out.fail(0, caught);
	}
	return out.outputs;
}

function readInstant(context: IExecuteFunctions): string {
	const asOf = readAsOf(context.getNodeParameter('asOf', 0, ''), new Date().toISOString());
	const { until } = unwrap(context.getNode(), asOf, null);
	// A day means its end.
	return until.length === 10 ? `${until}T23:59:59.999Z` : until;
}

function reportItem(report: DataQuality, unknown: number): object {
	const threshold = (id: string) => report.thresholds.find((one) => one.id === id);
	return {
		as_of: report.asOf,
		rows: report.rows,
		unrecognised: unknown,
		score: report.score,
		sound_rate: threshold('quality')?.value ?? null,
		sound_pass: threshold('quality')?.pass ?? null,
		failed_rate: threshold('failure')?.value ?? null,
		failed_pass: threshold('failure')?.pass ?? null,
		stale_sources: report.sources.filter(({ stale }) => stale).length,
		duplicate_rows: report.objects.reduce((sum, { duplicateRows }) => sum + duplicateRows, 0),
		sentence: report.sentence,
		details: {
			parts: report.parts,
			thresholds: report.thresholds,
			objects: report.objects,
			sources: report.sources,
		},
	};
}
