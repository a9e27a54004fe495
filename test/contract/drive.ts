import type { ConnectorFault } from '../../shared/connectors/ConnectorFault';
import { asFault } from '../../shared/connectors/engine/asFault';
import { createAccountDirectory } from '../../shared/connectors/engine/createAccountDirectory';
import { createCall } from '../../shared/connectors/engine/createCall';
import type {
	AccountDirectory,
	DeadLetterRow,
	EffectResult,
	PacedCall,
	ReadCounts,
	SyncStateRow,
	WriteResult,
} from '../../shared/connectors/engine/Engine';
import { readObject } from '../../shared/connectors/engine/readObject';
import { runEffects } from '../../shared/connectors/engine/runEffects';
import { writeScores } from '../../shared/connectors/engine/writeScores';
import type { Source, SourceObject, SourceRow, SourceSettings } from '../../shared/connectors/Source';
import type { SeededFake, SeededOptions } from '../fakes/Fake';
import { sendTo } from '../fakes/sendTo';
import { virtualClock, type VirtualClock } from '../fakes/virtualClock';
import type { ContractHarness, EngineSwitches } from './ContractHarness';

const HALF_TRIP_MS = 40;

export interface WireNote {
	/** When it was sent, and when its answer was here. */
	readonly at: number;
	readonly answeredAt: number;
	readonly method: string;
	readonly path: string;
	readonly bucket: string;
	/** 0: dropped. */
	readonly status: number;
	/** How long the vendor's refusal asks to wait; null: it was no refusal for speed. */
	readonly penaltyMs: number | null;
}

export interface Rig {
	readonly fake: SeededFake;
	readonly clock: VirtualClock;
	readonly source: Source;
	readonly settings: SourceSettings;
	readonly call: PacedCall;
	readonly wire: WireNote[];
	readonly switches: EngineSwitches;
	/** Called after every request; tests change the vendor's records here. */
	after: (note: WireNote) => void;
}

/** A fake with an engine on it, on a clock that costs nothing. Every request takes 80 ms there and back. */
export function rig(
	harness: ContractHarness,
	options: Omit<SeededOptions, 'now'>,
	switches: EngineSwitches = {},
	settings: SourceSettings = harness.settings,
): Rig {
	const clock = virtualClock();
	const fake = harness.create({ ...options, now: clock.now });
	const source = switches.source?.(harness.source) ?? harness.source;
	const send = sendTo(fake, harness.headers);
	const wire: WireNote[] = [];
	const made: { after: Rig['after'] } = { after: () => undefined };
	const call = createCall({
		source,
		settings,
		clock,
		waitBudgetMs: 30 * 60_000,
		...(switches.retry === undefined ? {} : { retry: switches.retry }),
		...(switches.pace === undefined ? {} : { pace: switches.pace }),
		send: async (request) => {
			const at = clock.now();
			clock.pass(HALF_TRIP_MS);
			const note = { at, method: request.method, path: request.path, bucket: request.bucket ?? 'burst' };
			const noted = (status: number, penaltyMs: number | null) => {
				clock.pass(HALF_TRIP_MS);
				const whole = { ...note, answeredAt: clock.now(), status, penaltyMs };
				wire.push(whole);
				made.after(whole);
			};
			const answer = await send(request).catch(async (error: unknown) => {
				noted(0, null);
				return await Promise.reject(error);
			});
			const fault = answer.status >= 300 ? harness.source.classify(answer, request) : null;
			noted(answer.status, fault?.faultClass === 'throttle' ? (fault.waitMs ?? 0) : null);
			return answer;
		},
	});
	return Object.assign(made, { fake, clock, source, settings, call, wire, switches });
}

export interface ReadOutcome {
	readonly rows: SourceRow[];
	/** Rows of the object's own table that are not removals. */
	readonly accounts: SourceRow[];
	readonly removed: SourceRow[];
	readonly problems: DeadLetterRow[];
	readonly issues: string[];
	readonly state: SyncStateRow;
	readonly counts: ReadCounts;
	readonly fault: ConnectorFault | null;
	readonly pageSizes: number[];
	readonly directory: AccountDirectory;
}

export interface ReadChoice {
	readonly object?: SourceObject;
	readonly state?: SyncStateRow | null;
	readonly onlyChanged?: boolean;
	readonly limit?: number;
	/** Rows that an earlier run left, for the directory. */
	readonly known?: readonly SourceRow[];
	readonly onPage?: (page: number) => void;
}

/** Account items as the node puts them out: the row with vendor id and written hash beside it. */
export const itemsOf = (rows: readonly SourceRow[]) =>
	rows.map(({ row, externalId, writtenHash }) => ({
		...row,
		external_id: externalId,
		...(writtenHash === null ? {} : { written_hash: writtenHash }),
	}));

/** Reads to the end, or to the fault. */
export async function readAll(on: Rig, choice: ReadChoice = {}): Promise<ReadOutcome> {
	const known = on.switches.forgetKnown === true ? [] : (choice.known ?? []);
	const directory = createAccountDirectory(on.source.id, itemsOf(known));
	const rows: SourceRow[] = [];
	const problems: DeadLetterRow[] = [];
	const issues: string[] = [];
	const pageSizes: number[] = [];
	let state: SyncStateRow | null = null;
	let counts: ReadCounts | null = null;
	let fault: ConnectorFault | null = null;
	const given = choice.state ?? null;
	const detail: object = JSON.parse(given?.detail_json ?? '{}');
	const forgotten = {
		...detail,
		...(on.switches.forgetSeen === true ? { seen: {}, before: {} } : {}),
		...(on.switches.forgetCursor === true ? { cursor: null } : {}),
	};
	try {
		const events = readObject({
			source: on.source,
			settings: on.settings,
			call: on.call,
			clock: on.clock,
			object: choice.object ?? 'accounts',
			runId: 'run-1',
			state: given === null ? null : { ...given, detail_json: JSON.stringify(forgotten) },
			onlyChanged: choice.onlyChanged ?? false,
			limit: choice.limit ?? 0,
			accounts: directory,
			...(on.switches.restarts === undefined ? {} : { restarts: on.switches.restarts }),
		});
		for await (const event of events) {
			if (event.kind === 'state') ({ state, counts } = event);
			else {
				rows.push(...event.rows);
				problems.push(...event.problems);
				issues.push(...event.issues.map(({ code }) => code));
				pageSizes.push(event.rows.filter(({ object }) => object === 'accounts').length);
				choice.onPage?.(pageSizes.length);
			}
		}
	} catch (error) {
		fault = asFault(error);
	}
	if (state === null || counts === null) throw fault ?? new Error('the read ended without a state');
	const ofTable = rows.filter(({ object }) => object === 'accounts');
	return {
		rows,
		accounts: ofTable.filter(({ removed }) => removed !== true),
		removed: ofTable.filter(({ removed }) => removed === true),
		problems,
		issues,
		state,
		counts,
		fault,
		pageSizes,
		directory,
	};
}

export interface WriteRun {
	readonly results: WriteResult[];
	readonly problems: DeadLetterRow[];
	readonly issues: string[];
	readonly stopped: ConnectorFault | null;
	readonly of: (status: WriteResult['status']) => WriteResult[];
}

type Score = Readonly<Record<string, unknown>>;

/** Writes score rows to accounts that were read before. */
export async function write(
	on: Rig,
	scores: readonly Score[],
	known: readonly SourceRow[],
): Promise<WriteRun> {
	const accounts = createAccountDirectory(
		on.source.id,
		itemsOf(known.filter(({ object }) => object === 'accounts')),
	);
	const results: WriteResult[] = [];
	const problems: DeadLetterRow[] = [];
	const issues: string[] = [];
	let stopped: ConnectorFault | null = null;
	const { source, settings, call, clock } = on;
	const events = writeScores({
		source,
		settings,
		call,
		clock,
		scores,
		accounts,
		...(on.switches.bisect === undefined ? {} : { bisect: on.switches.bisect }),
	});
	for await (const event of events) {
		results.push(...event.results);
		problems.push(...event.problems);
		issues.push(...event.issues.map(({ code }) => code));
		stopped = event.stopped ?? stopped;
	}
	expect(results.map(({ index }) => index).sort((a, b) => a - b)).toEqual(
		scores.map((_score, index) => index),
	);
	return {
		results,
		problems,
		issues,
		stopped,
		of: (status) => results.filter((one) => one.status === status),
	};
}

/** A cs_scores row. */
export const scoreOf = (accountId: unknown, value: number | null, more: Score = {}): Score => ({
	run_id: 'run-1',
	score: 'health',
	account_id: accountId,
	as_of_on: '2026-11-20',
	value,
	band: value === null ? null : value >= 70 ? 'good' : 'poor',
	trend: 'stable',
	confidence: 'high',
	coverage: 0.9,
	reason: 'Logins fell by a third in four weeks.',
	...more,
});

export interface EffectRun {
	readonly results: EffectResult[];
	readonly problems: DeadLetterRow[];
	readonly stopped: ConnectorFault | null;
}

/** Creates tasks or opportunities. */
export async function act(
	on: Rig,
	kind: 'opportunity' | 'task',
	rows: readonly Score[],
	known: readonly SourceRow[],
): Promise<EffectRun> {
	const { source, settings, call, clock } = on;
	const accounts = createAccountDirectory(source.id, itemsOf(known));
	const results: EffectResult[] = [];
	const problems: DeadLetterRow[] = [];
	let stopped: ConnectorFault | null = null;
	for await (const event of runEffects({ source, settings, call, clock, kind, rows, accounts })) {
		results.push(...event.results);
		problems.push(...event.problems);
		stopped = event.stopped ?? stopped;
	}
	return { results, problems, stopped };
}

/** No request was sent in a bucket while a penalty held it; those that were under way when it came could not know. */
export function expectPenaltiesKept(wire: readonly WireNote[]): void {
	for (const { penaltyMs, answeredAt, bucket } of wire) {
		if (penaltyMs === null) continue;
		const early = wire.filter(
			(other) => other.bucket === bucket && other.at > answeredAt && other.at < answeredAt + penaltyMs,
		);
		expect(early).toEqual([]);
	}
}
