import { ConnectorFault } from '../ConnectorFault';
import type { Source, WriteOutcome } from '../Source';
import { asFault } from './asFault';
import type { WriteEvent, WriteOptions } from './Engine';
import { judgeBatchFault } from './judgeBatchFault';
import { outgoingFields } from './outgoingFields';
import { scoreFields } from './scoreFields';
import type { ScorePlan } from './ScorePlan';
import { openTally } from './openTally';

const MOST_TRIES = 4;
const FIRST_WAIT_MS = 500;

interface Answered {
	readonly batch: readonly ScorePlan[];
	/** How many fields were left out when it was sent. */
	readonly version: number;
	readonly outcomes: readonly WriteOutcome[] | ConnectorFault;
}

/** The base was never prepared, or nothing is mapped: what would be sent says nothing of the score. */
const nowhereToWrite = ({ id, label }: Source) =>
	new ConnectorFault({
		faultClass: 'schema',
		code: `${id}-no-result-fields`,
		message: `${label} has none of the fields that the score goes to, so nothing was written.`,
		remedy:
			'Run Setup > Prepare Base once with Apply switched on, which creates them, or choose fields that are there under Result Mapping.',
		status: null,
	});

const isPassing = (fault: ConnectorFault) =>
	fault.faultClass === 'throttle' || fault.faultClass === 'transient';

/** Sends planned scores in batches, several under way, until each has its end. */
export async function* sendScores(
	options: WriteOptions,
	writer: NonNullable<Source['scores']>,
	plans: readonly ScorePlan[],
	fieldOf: Readonly<Record<string, string>>,
): AsyncGenerator<WriteEvent, void> {
	const { source, settings, call, clock, bisect = true } = options;
	const tally = openTally(source, clock, fieldOf);
	const { dropped } = tally;
	const none = new Set<string>();
	const wanted = [...new Set(plans.flatMap(({ results }) => scoreFields(results, fieldOf, none)))];
	/** Every record has at least one field to go to. */
	const hasFields = plans.every(({ results }) => scoreFields(results, fieldOf, none).length > 0);
	if (plans.length > 0 && wanted.length === 0) tally.stop(nowhereToWrite(source));
	let nextPlan = 0;
	/** Parts of refused batches, and batches to be sent once more. */
	const again: Array<readonly ScorePlan[]> = [];
	/** Records that were locked or too many at a time; sent again together. */
	const waiting: ScorePlan[] = [];
	const underWay = new Map<number, Promise<readonly [number, Answered]>>();
	let ticket = 0;

	/** What is worth sending of a batch. Once a field is left out, others may have nothing left to write, or nothing that is new. */
	const sift = (batch: readonly ScorePlan[]): readonly ScorePlan[] => {
		if (dropped.size === 0 && hasFields) return batch;
		return batch.filter((plan) => {
			const { rowHash } = outgoingFields(plan.results, fieldOf, dropped);
			if (scoreFields(plan.results, fieldOf, dropped).length === 0) tally.fail(plan, nowhereToWrite(source));
			else if (plan.writtenHash === rowHash) tally.keep(plan, rowHash);
			else return true;
			return false;
		});
	};

	const takeBatch = async (): Promise<readonly ScorePlan[] | null> => {
		const part = again.pop();
		if (part !== undefined) return part;
		if (nextPlan < plans.length) {
			const batch = plans.slice(nextPlan, nextPlan + writer.batchSize);
			nextPlan += batch.length;
			return batch;
		}
		if (waiting.length === 0 || underWay.size > 0) return null;
		const batch = waiting.splice(0, writer.batchSize);
		await clock.sleep(Math.max(...batch.map(({ tries }) => FIRST_WAIT_MS * 2 ** tries)));
		return batch;
	};

	const nextBatch = async (): Promise<readonly ScorePlan[] | null> => {
		for (;;) {
			const batch = await takeBatch();
			if (batch === null) return null;
			const worth = sift(batch);
			if (worth.length > 0) return worth;
		}
	};

	const send = async (batch: readonly ScorePlan[]): Promise<Answered> => {
		const version = dropped.size;
		const rows = batch.map(({ accountId, externalId, results }) => ({
			accountId,
			externalId,
			fields: outgoingFields(results, fieldOf, dropped).fields,
		}));
		try {
			return { batch, version, outcomes: await writer.write(call, settings, rows) };
		} catch (error) {
			return { batch, version, outcomes: asFault(error) };
		}
	};

	/** true: send again without the field. When no field is left that could take anything, the run is stopped: the base was never prepared. */
	const leaveOut = (fault: ConnectorFault, version: number): boolean => {
		const isLeftOut = tally.leaveOut(fault, version);
		if (isLeftOut && wanted.every((field) => dropped.has(field))) tally.stop(nowhereToWrite(source));
		return isLeftOut;
	};

	/** One record was refused. */
	const settleFault = (plan: ScorePlan, fault: ConnectorFault, version: number, resend: ScorePlan[]) => {
		if (fault.faultClass === 'auth' || fault.faultClass === 'daily-quota') {
			tally.stop(fault);
			tally.defer(plan);
		} else if (isPassing(fault) && plan.tries < MOST_TRIES - 1) {
			plan.tries += 1;
			waiting.push(plan);
		} else if (leaveOut(fault, version)) resend.push(plan);
		else tally.fail(plan, fault);
	};

	const settle = ({ batch, version, outcomes }: Answered) => {
		const resend: ScorePlan[] = [];
		if (outcomes instanceof ConnectorFault) {
			const verdict = judgeBatchFault(outcomes, batch.length, tally.isAlone(outcomes, batch.length));
			if (verdict === 'stop') {
				tally.stop(outcomes);
				for (const plan of batch) tally.defer(plan);
			} else if (leaveOut(outcomes, version)) again.push(batch);
			else if (verdict === 'divide' && bisect) {
				const middle = Math.ceil(batch.length / 2);
				again.push(batch.slice(middle), batch.slice(0, middle));
			} else for (const plan of batch) settleFault(plan, outcomes, version, resend);
			if (resend.length > 0) again.push(resend);
			return;
		}
		tally.answered();
		batch.forEach((plan, place) => {
			const outcome = outcomes[place];
			if (outcome === undefined) settleFault(plan, tally.unanswered(), version, resend);
			else if (outcome.ok) tally.succeed(plan, outcome.externalId, outcome.created, version);
			else settleFault(plan, outcome.fault, version, resend);
		});
		if (resend.length > 0) again.push(resend);
	};

	for (;;) {
		while (tally.stopped() === null && underWay.size < Math.max(1, writer.parallel)) {
			const batch = await nextBatch();
			if (batch === null) break;
			ticket += 1;
			const mine = ticket;
			const sent = send(batch).then((answered) => [mine, answered] as const);
			// When the run is cancelled all of them reject, and only one is waited for.
			sent.catch(() => undefined);
			underWay.set(mine, sent);
		}
		if (underWay.size === 0) break;
		const [mine, answered] = await Promise.race(underWay.values());
		underWay.delete(mine);
		settle(answered);
		const event = tally.take();
		if (event !== null) yield event;
	}
	if (tally.stopped() === null) {
		const last = tally.take();
		if (last !== null) yield last;
		return;
	}
	for (const batch of again) for (const plan of batch) tally.defer(plan);
	for (const plan of waiting) tally.defer(plan);
	for (const plan of plans.slice(nextPlan)) tally.defer(plan);
	yield { ...(tally.take() ?? { results: [], problems: [], issues: [] }), stopped: tally.stopped() };
}
