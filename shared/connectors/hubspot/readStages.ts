import type { RawRecord } from '../Source';
import type { Call } from '../Wire';
import { resultsOf } from './HubspotAnswer';
import { hubspotPath } from './hubspotPath';

export interface Stage {
	readonly id: string;
	readonly label: string;
	readonly pipelineId: string;
	readonly pipelineLabel: string;
	readonly closed: boolean;
	readonly won: boolean;
}

interface Pipeline {
	readonly id: string;
	readonly label: string;
	readonly displayOrder?: number;
	readonly stages: ReadonlyArray<{
		readonly id: string;
		readonly label: string;
		readonly displayOrder?: number;
		readonly metadata?: Readonly<Record<string, string>>;
	}>;
}

/** A run has one `Call`: pipelines are asked for once per run, not once per page. */
const known = new WeakMap<Call, Map<string, Promise<readonly Stage[]>>>();

/** All stages of an object's pipelines, in the portal's own order; closed and won as their metadata says. */
export async function readStages(call: Call, type: 'deals' | 'tickets'): Promise<readonly Stage[]> {
	const ofCall = known.get(call) ?? new Map<string, Promise<readonly Stage[]>>();
	known.set(call, ofCall);
	const asked = ofCall.get(type) ?? askStages(call, type);
	ofCall.set(type, asked);
	asked.catch(() => ofCall.delete(type));
	return await asked;
}

async function askStages(call: Call, type: string): Promise<readonly Stage[]> {
	const path = hubspotPath('pipelines', type);
	const answer = await call({ method: 'GET', path, idempotent: true });
	const byOrder = (a: { displayOrder?: number }, b: { displayOrder?: number }): number =>
		(a.displayOrder ?? 999) - (b.displayOrder ?? 999);
	return [...resultsOf<Pipeline>(answer, path).results].sort(byOrder).flatMap((pipeline) =>
		[...pipeline.stages].sort(byOrder).map((stage) => ({
			id: stage.id,
			label: stage.label,
			pipelineId: pipeline.id,
			pipelineLabel: pipeline.label,
			closed: stage.metadata?.isClosed === 'true' || stage.metadata?.ticketState === 'CLOSED',
			won: stage.metadata?.isClosed === 'true' && Number(stage.metadata.probability) === 1,
		})),
	);
}

/** The records with what their stage means: `@stage`, `@pipeline` (labels), `@closed`, `@won`. */
export async function addStages(
	call: Call,
	type: 'deals' | 'tickets',
	records: readonly RawRecord[],
): Promise<readonly RawRecord[]> {
	if (records.length === 0) return records;
	const stages = new Map((await readStages(call, type)).map((stage) => [stage.id, stage]));
	return records.map((record) => {
		const stage = stages.get(String(record.fields[type === 'deals' ? 'dealstage' : 'hs_pipeline_stage']));
		if (stage === undefined) return record;
		return {
			...record,
			fields: {
				...record.fields,
				'@stage': stage.label,
				'@pipeline': stage.pipelineLabel,
				'@closed': stage.closed,
				'@won': stage.won,
			},
		};
	});
}
