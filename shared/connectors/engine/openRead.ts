import type { ReadCounts, SyncDetail, SyncStateRow } from './Engine';
import { isObject } from '../../isObject';

/** The vendor's clock may lag behind its own answers by this much. */
const SETTLE_MS = 5_000;

const NOTHING: ReadCounts = {
	read: 0,
	emitted: 0,
	repeated: 0,
	own: 0,
	removed: 0,
	problems: 0,
	unattached: 0,
	pages: 0,
	restarts: 0,
};

/** Where a read begins. */
export interface OpenedRead extends SyncDetail {
	/** It goes on in a window that an earlier run began. */
	readonly resumed: boolean;
}

function texts(value: unknown): Readonly<Record<string, string>> {
	if (!isObject(value)) return {};
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
	);
}

function readDetail(text: string | null): Partial<SyncDetail> {
	try {
		const detail: unknown = JSON.parse(text ?? '{}');
		if (!isObject(detail)) return {};
		const { cursor, done, from, to, mark, removed, counts, dropped } = detail;
		const held = isObject(counts) ? counts : {};
		const numbers = Object.entries(NOTHING).map(([name, zero]) => {
			const value = held[name];
			return [name, typeof value === 'number' && Number.isFinite(value) ? value : zero];
		});
		return {
			...(typeof cursor === 'string' ? { cursor } : {}),
			done: done !== false,
			from: typeof from === 'string' ? from : null,
			...(typeof to === 'string' ? { to } : {}),
			...(typeof mark === 'string' ? { mark } : {}),
			removed: removed === true,
			counts: { ...NOTHING, ...Object.fromEntries(numbers) },
			seen: texts(detail['seen']),
			before: texts(detail['before']),
			dropped: Array.isArray(dropped)
				? dropped.filter((field): field is string => typeof field === 'string')
				: [],
		};
	} catch {
		return {};
	}
}

/**
 * Decides what a read covers: it goes on with the window an earlier run left unfinished; else everything, or what changed from the
 * watermark less the overlap until five seconds ago by the vendor's clock. `mark` is the watermark that holds once all of it is read.
 * A state that cannot be understood begins again from its watermark.
 */
export function openRead(
	state: SyncStateRow | null,
	onlyChanged: boolean,
	overlapSeconds: number,
	serverNow: number,
): OpenedRead {
	const detail = readDetail(state?.detail_json ?? null);
	// Who wants everything does not go on with a read of changes.
	const fits = onlyChanged || (detail.from ?? null) === null;
	if (detail.done === false && fits && detail.mark !== undefined && detail.to !== undefined) {
		const { mark, to, from = null, cursor = null, removed = false } = detail;
		const { counts = NOTHING, seen = {}, before = {}, dropped = [] } = detail;
		const open = { mark, to, from, cursor, removed, counts, seen, before, dropped };
		return { ...open, done: false, resumed: true };
	}
	const watermark = state?.watermark ?? null;
	const marked = watermark === null ? Number.NaN : Date.parse(watermark);
	const isChange = onlyChanged && Number.isFinite(marked);
	const to = Math.max(serverNow - SETTLE_MS, isChange ? marked : 0);
	return {
		cursor: null,
		done: false,
		from: isChange ? new Date(marked - overlapSeconds * 1_000).toISOString() : null,
		to: new Date(to).toISOString(),
		mark: new Date(to).toISOString(),
		removed: false,
		counts: NOTHING,
		seen: {},
		before: isChange ? (detail.seen ?? {}) : {},
		dropped: [],
		resumed: false,
	};
}
