import { ConnectorFault } from '../ConnectorFault';
import type { EffectOutcome } from '../Source';
import { asFault } from './asFault';
import type { EffectEvent, EffectOptions, EffectResult } from './Engine';
import { readEffect } from './readEffect';
import { writeDeadLetter } from './writeDeadLetter';

/** States in which an effect is settled and not tried again here, and what is reported for it. */
const SETTLED = new Map<unknown, EffectResult['status']>([
	['confirmed', 'confirmed'],
	['dead', 'failed'],
	['sent', 'confirmed'],
	['unknown', 'unknown'],
]);

/**
 * Makes tasks or opportunities out of outbox rows, each `effect_key` once: a second row with the key gets the first one's outcome. What is confirmed or
 * unknown stays so; an effect whose answer was lost is `unknown` unless the source could find it by its key. When the run is stopped (credential,
 * used-up day) the rest stays `planned`.
 */
export async function* runEffects(options: EffectOptions): AsyncGenerator<EffectEvent, void> {
	const { source, settings, call, clock, kind } = options;
	const done = new Map<string, EffectResult>();
	let stopped: ConnectorFault | null = null;
	let index = -1;

	const act = async (
		read: Exclude<ReturnType<typeof readEffect>, { kind: 'refused' }>,
	): Promise<EffectOutcome> => {
		const unable = (): EffectOutcome => ({
			state: 'failed',
			fault: new ConnectorFault({
				faultClass: 'request',
				code: `${source.id}-no-${kind}`,
				message: `${source.label} cannot hold a ${kind}.`,
				remedy: 'Send it to the system in which your customer success managers work.',
				status: null,
			}),
		});
		try {
			if (read.kind === 'task') return (await source.createTask?.(call, settings, read.effect)) ?? unable();
			return (await source.upsertOpportunity?.(call, settings, read.effect)) ?? unable();
		} catch (error) {
			const fault = asFault(error);
			return { state: fault.mayHaveHappened ? 'unknown' : 'failed', fault };
		}
	};

	for (const row of options.rows) {
		index += 1;
		const read = readEffect(source, kind, row, settings.keyField, options.accounts);
		const key = read.kind === 'refused' ? read.effectKey : read.effect.effectKey;
		const tried = typeof row['attempts'] === 'number' ? row['attempts'] : null;
		const base = {
			index,
			effect_key: key,
			kind,
			account_id: read.kind === 'refused' ? read.accountId : read.effect.accountId,
			last_at: new Date(clock.now()).toISOString(),
			external_id: typeof row['external_id'] === 'string' ? row['external_id'] : null,
			attempts: tried === null ? 0 : tried,
			created: false,
		};
		const first = done.get(key);
		if (first !== undefined) {
			yield { results: [{ ...first, index, created: false }], problems: [], stopped: null };
			continue;
		}
		const settled = SETTLED.get(row['status']);
		if (settled !== undefined) {
			const held: EffectResult = {
				...base,
				status: settled,
				error: typeof row['error'] === 'string' ? row['error'] : null,
			};
			done.set(key, held);
			yield { results: [held], problems: [], stopped: null };
			continue;
		}
		if (stopped !== null) {
			const error = `Not tried, because the run was stopped: ${stopped.message}`;
			yield { results: [{ ...base, status: 'planned', error }], problems: [], stopped };
			continue;
		}
		const letter = (letterClass: string, code: string, message: string, remedy: string) =>
			writeDeadLetter({
				source: source.id,
				object: kind,
				externalId: key,
				payload: row,
				letterClass,
				code,
				message,
				remedy,
				attempts: base.attempts + 1,
				now: clock.now(),
			});
		if (read.kind === 'refused') {
			const error = `${read.message} ${read.remedy}`;
			const result: EffectResult = { ...base, status: 'failed', attempts: base.attempts + 1, error };
			done.set(key, result);
			const problem = letter('invalid', `${kind}-invalid`, read.message, read.remedy);
			yield { results: [result], problems: [problem], stopped: null };
			continue;
		}
		const outcome = await act(read);
		const attempts = base.attempts + 1;
		if (outcome.state === 'confirmed') {
			const { externalId: external_id, created } = outcome;
			const result: EffectResult = {
				...base,
				status: 'confirmed',
				external_id,
				created,
				attempts,
				error: null,
			};
			done.set(key, result);
			yield { results: [result], problems: [], stopped: null };
			continue;
		}
		const { fault } = outcome;
		const error = `${fault.message} ${fault.remedy}`;
		const isStop = fault.faultClass === 'auth' || fault.faultClass === 'daily-quota';
		if (isStop && outcome.state === 'failed') {
			stopped = fault;
			yield { results: [{ ...base, status: 'planned', error }], problems: [], stopped };
			continue;
		}
		const result: EffectResult = { ...base, status: outcome.state, attempts, error };
		done.set(key, result);
		const letterClass = outcome.state === 'unknown' ? 'unknown' : fault.faultClass;
		yield {
			results: [result],
			problems: [letter(letterClass, fault.code, fault.message, fault.remedy)],
			stopped: null,
		};
	}
}
