import { ConnectorFault } from '../ConnectorFault';
import type { WriteOutcome } from '../Source';
import type { WireAnswer, WireRequest } from '../Wire';
import { resultsOf, type HubspotError, type HubspotRecord } from './HubspotAnswer';
import { judgeRefusal } from './judgeRefusal';

/** One record of a batch update or upsert. Property values are text. */
export interface BatchInput {
	readonly id: string;
	readonly idProperty?: string;
	readonly objectWriteTraceId: string;
	readonly properties: Readonly<Record<string, string>>;
}

/**
 * What became of each input, by its trace id. Results come in any order; where HubSpot leaves the trace id out, the record is found
 * by its id or its key, and a record merged meanwhile (its id is not the one we sent) by being the only one left over.
 */
export function readBatch(
	answer: WireAnswer,
	request: WireRequest,
	inputs: readonly BatchInput[],
): ReadonlyMap<string, WriteOutcome> {
	const outcomes = new Map<string, WriteOutcome>();
	const { results, errors } = resultsOf<HubspotRecord>(answer, request.path);
	for (const error of errors) {
		const fault = judgeRefusal(error, answer.status, request);
		for (const trace of tracesOf(error, inputs)) outcomes.set(trace, { ok: false, fault });
	}
	const unplaced: HubspotRecord[] = [];
	for (const result of results) {
		const trace =
			result.objectWriteTraceId ?? inputs.find((input) => isOf(input, result))?.objectWriteTraceId;
		if (trace === undefined) unplaced.push(result);
		else outcomes.set(trace, success(result));
	}
	const open = inputs.filter((input) => !outcomes.has(input.objectWriteTraceId));
	open.forEach((input, index) => {
		const merged = open.length === unplaced.length && unplaced.length === 1 ? unplaced[index] : undefined;
		outcomes.set(
			input.objectWriteTraceId,
			merged === undefined ? { ok: false, fault: unanswered(answer.status) } : success(merged),
		);
	});
	return outcomes;
}

function success(result: HubspotRecord): WriteOutcome {
	return { ok: true, externalId: String(result.id), created: result.new === true };
}

function isOf(input: BatchInput, result: HubspotRecord): boolean {
	if (input.idProperty === undefined) return input.id === String(result.id);
	return result.properties?.[input.idProperty] === input.id;
}

function tracesOf(error: HubspotError, inputs: readonly BatchInput[]): readonly string[] {
	const context = (error.context ?? {}) as Readonly<Record<string, unknown>>;
	const listed = context.objectWriteTraceId;
	if (Array.isArray(listed)) return listed.map(String);
	const ids = context.ids ?? context.id;
	const refused = new Set(Array.isArray(ids) ? ids.map(String) : []);
	return inputs.filter((input) => refused.has(input.id)).map((input) => input.objectWriteTraceId);
}

function unanswered(status: number): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'transient',
		code: 'hubspot-no-answer-for-record',
		message: 'HubSpot answered the batch without a word on this record.',
		remedy: 'Nothing to do: the next run writes it again.',
		status,
		mayHaveHappened: true,
	});
}
