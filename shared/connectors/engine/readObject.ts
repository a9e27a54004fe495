import { ConnectorFault } from '../ConnectorFault';
import type { RawRecord, SourcePage, SourceRow } from '../Source';
import { hash12 } from '../../hash12';
import { chooseFields } from './chooseFields';
import { cursorStuck } from './cursorStuck';
import type { ReadEvent, ReadOptions, SyncStateRow } from './Engine';
import { lookUpMissing } from './lookUpMissing';
import { openRead } from './openRead';
import type { ReadContext } from './ReadContext';
import { removeRecord } from './removeRecord';
import { shapePage } from './shapePage';
import { findVanished } from './findVanished';
import { judgeReadFault } from './judgeReadFault';

const SETTLE_MS = 5_000;
const CLOCK_APART_MS = 60_000;
const MOST_SEEN = 2_000;
const DEFAULT_RESTARTS = 5;

const isoOf = (milliseconds: number) => new Date(milliseconds).toISOString();

/**
 * Reads one object page by page and gives rows of our tables; see `ReadEvent`. Whatever was read is handed over before the next page is asked for, so
 * memory does not grow with the portfolio but for 12 hex per record. A cursor that expired begins the window again, and what came before is not given
 * twice. The watermark moves only when the window was read to its end, and then to a moment before the first request, by the vendor's clock.
 */
export async function* readObject(options: ReadOptions): AsyncGenerator<ReadEvent, void> {
	const { source, settings, call, clock, object, state, limit, accounts } = options;
	const reader = source.readers[object];
	if (reader === undefined) {
		throw new ConnectorFault({
			faultClass: 'request',
			code: `${source.id}-no-${object}`,
			message: `${source.label} has no ${object} to read.`,
			remedy: `Choose from: ${Object.keys(source.readers).join(', ')}.`,
			status: null,
		});
	}
	const startedAt = clock.now();
	const opened = openRead(state, options.onlyChanged, source.overlapSeconds, call.serverTime());
	const { from } = opened;
	const before = new Map(Object.entries(opened.before));
	const finder = lookUpMissing(source, settings, call, accounts);
	const context: ReadContext = {
		options,
		reader,
		finder,
		isChange: from !== null,
		met: new Map(),
		told: new Set(),
	};
	const dropped = new Set(opened.dropped);
	const seen = new Map(Object.entries(opened.seen));
	const counts = { ...opened.counts };
	const target = limit > 0 ? counts.read + limit : Number.POSITIVE_INFINITY;
	let { cursor, mark, removed, to } = opened;
	let isSettled = opened.resumed;
	let failure: { readonly error: unknown } | null = null;
	let restartsLeft = options.restarts ?? DEFAULT_RESTARTS;

	const stateRow = (done: boolean): SyncStateRow => ({
		source: source.id,
		object,
		watermark: done ? mark : (state?.watermark ?? null),
		overlap_s: source.overlapSeconds,
		last_full_at: done && from === null ? mark : (state?.last_full_at ?? null),
		run_id: options.runId,
		detail_json: JSON.stringify({
			cursor: done ? null : cursor,
			done,
			from,
			to,
			mark,
			removed,
			counts,
			seen: Object.fromEntries(seen),
			before: done ? {} : opened.before,
			dropped: done ? [] : [...dropped],
		}),
	});

	/** After the first answer the vendor's clock is known. true: ours was so far behind that the window must be asked for anew. */
	const settle = (): boolean => {
		if (isSettled) return false;
		isSettled = true;
		const truth = startedAt + call.serverTime() - clock.now() - SETTLE_MS;
		const watermark = Date.parse(state?.watermark ?? '') || 0;
		const isBehind = from !== null && truth > Date.parse(to) + CLOCK_APART_MS;
		if (isBehind) to = isoOf(truth);
		mark = isoOf(from === null ? truth : Math.max(watermark, Math.min(Date.parse(to), truth)));
		return isBehind;
	};

	/** Records of the page that are new, or newer than what came before. */
	const sift = (records: readonly RawRecord[]): RawRecord[] =>
		records.filter((record) => {
			const print = hash12([record.updatedAt, record.fields, record.removed ?? false]);
			const last = context.met.get(record.id);
			context.met.set(record.id, print);
			if (last === undefined) counts.read += removed ? 0 : 1;
			const shownAgain =
				record.updatedAt === null ? from !== null : Date.parse(record.updatedAt) >= overlapStart();
			if (shownAgain && (seen.size < MOST_SEEN || seen.has(record.id))) seen.set(record.id, print);
			const isRepeat =
				last === print || (from !== null && last === undefined && before.get(record.id) === print);
			if (isRepeat) counts.repeated += 1;
			return !isRepeat;
		});
	const overlapStart = () => Date.parse(mark) - source.overlapSeconds * 1_000;

	const readPage = async (wanted: readonly string[]): Promise<SourcePage> =>
		await source.readPage(
			call,
			settings,
			{ object, window: from === null ? null : { from, to }, removed, fields: wanted },
			cursor,
		);

	try {
		for (;;) {
			const choice = chooseFields(source, reader, settings, object, dropped);
			let page: SourcePage;
			try {
				page = await readPage(choice.wanted);
				if (settle()) continue;
			} catch (error) {
				const verdict = judgeReadFault(error, source, settings, object, choice.wanted, restartsLeft > 0);
				if (verdict.kind === 'drop') {
					dropped.add(verdict.field);
					yield { kind: 'rows', rows: [], problems: [], issues: [verdict.issue] };
					continue;
				}
				restartsLeft -= 1;
				counts.restarts += 1;
				counts.read = context.met.size;
				cursor = null;
				continue;
			}
			const fresh = sift(page.records);
			const rows: SourceRow[] = [];
			for (const record of fresh.filter((one) => removed || one.removed === true)) {
				rows.push(...(await removeRecord(context, record)));
				counts.removed += 1;
			}
			const living = fresh.filter((one) => !removed && one.removed !== true);
			const shaped = await shapePage(context, { records: living, choice });
			rows.push(...shaped.rows);
			counts.pages += 1;
			counts.emitted += rows.length;
			counts.own += shaped.own;
			counts.unattached += shaped.unattached;
			counts.problems += shaped.problems.length;
			options.onProgress?.({ ...counts });
			const stuck = page.next !== null && page.next === cursor;
			cursor = page.next;
			yield { kind: 'rows', rows, problems: shaped.problems, issues: shaped.issues };
			if (stuck) throw cursorStuck(source);
			if (cursor !== null && counts.read < target) continue;
			if (cursor !== null) break;
			if (removed || from === null || !source.removals.includes(object)) break;
			removed = true;
		}
	} catch (error) {
		failure = { error };
	}
	if (failure !== null) {
		// What was read so far is kept; a cancelled execution keeps nothing.
		if (failure.error instanceof ConnectorFault) yield { kind: 'state', state: stateRow(false), counts };
		throw failure.error;
	}
	const isDone = cursor === null;
	if (isDone && from === null && !opened.resumed) {
		const vanished = await findVanished(context);
		counts.removed += vanished.count;
		counts.emitted += vanished.rows.length;
		if (vanished.rows.length > 0 || vanished.issues.length > 0) {
			yield { kind: 'rows', rows: vanished.rows, problems: [], issues: vanished.issues };
		}
	}
	yield { kind: 'state', state: stateRow(isDone), counts };
}
