import type { AlertRow, AlertScore } from './AlertRows';
import type { AlertLevel } from './alertLevels';

/** A level that an account fell under on this business day. */
export interface Crossing {
	readonly level: AlertLevel;
	/** `account:cause:episode` */
	readonly alertKey: string;
	/** Its row when an earlier, interrupted call already wrote it. */
	readonly row: AlertRow | null;
}

/** An account with the levels it fell under, highest threshold first. */
export interface Fall {
	readonly score: AlertScore & { readonly rounded: number };
	readonly crossings: readonly Crossing[];
}

export interface Crossings {
	/** Accounts that had a score at or above the threshold before. */
	readonly falls: readonly Fall[];
	/** Accounts under a threshold of which nobody knows when they fell: no earlier score, or one of a day without alerts. */
	readonly firstSeen: readonly Fall[];
	/** Open alerts whose account is back at or above the threshold. */
	readonly recovered: ReadonlyArray<{ readonly row: AlertRow; readonly score: AlertScore }>;
	/** Account and level pairs that stay under a threshold in an episode that is already open. */
	readonly stillOpen: number;
}

/**
 * Compares rounded scores with the levels: under a level with an earlier score at or above it is a crossing, back at or above it ends
 * the open episode. While an alert of the account and cause is open there is no new one. Alerts of this very day (`episode`, YYYY-MM-DD)
 * do not count as open before, so that a call after a crash finds the same crossings. Insufficient data (null) changes nothing.
 * An earlier score from after `alertedOn` (the last day whose alerts were raised; null: none yet) was never looked at: the fall may lie
 * before it, so an account that is below without an open alert counts as newly seen instead of being passed over.
 *
 * @example
 * findCrossings(
 * 	[{ accountId: 'a', rounded: 69, previous: { on: null, rounded: 70 }, band: null, reason: null, lost: [] }],
 * 	[],
 * 	alertLevels({ alertBelow: 70, executiveBelow: 50 }),
 * 	'2024-01-15',
 * ).falls[0]?.crossings.map((crossing) => crossing.alertKey)
 * // => ['a:health_below_70:2024-01-15']
 */
export function findCrossings(
	scores: readonly AlertScore[],
	ledger: readonly AlertRow[],
	levels: readonly AlertLevel[],
	episode: string,
	alertedOn: string | null = null,
): Crossings {
	const rowsByAccount = groupByAccount(ledger);
	const falls: Fall[] = [];
	const firstSeen: Fall[] = [];
	const recovered: Array<{ row: AlertRow; score: AlertScore }> = [];
	let stillOpen = 0;
	for (const score of scores) {
		const { accountId, rounded } = score;
		if (rounded === null) continue;
		const unseen = alertedOn !== null && score.previous?.on != null && score.previous.on > alertedOn;
		const rows = rowsByAccount.get(accountId) ?? [];
		for (const row of rows) {
			if (row.closed_at === null && rounded >= thresholdOf(row.cause)) recovered.push({ row, score });
		}
		const crossings: Crossing[] = [];
		for (const level of levels) {
			if (rounded >= level.below) continue;
			const alertKey = `${accountId}:${level.cause}:${episode}`;
			const known = rows.filter((row) => row.cause === level.cause);
			if (known.some((row) => row.closed_at === null && row.alert_key !== alertKey)) {
				stillOpen++;
			} else if (unseen || score.previous === null || score.previous.rounded >= level.below) {
				crossings.push({ level, alertKey, row: known.find((row) => row.alert_key === alertKey) ?? null });
			}
		}
		if (crossings.length === 0) continue;
		const fall: Fall = { score: { ...score, rounded }, crossings };
		const isFall = crossings.some(({ level }) => (score.previous?.rounded ?? -1) >= level.below);
		(isFall ? falls : firstSeen).push(fall);
	}
	return { falls, firstSeen, recovered, stillOpen };
}

/** Data Tables have no unique key: of several rows with one alert_key the first (lowest id) counts. */
function groupByAccount(ledger: readonly AlertRow[]): ReadonlyMap<string, readonly AlertRow[]> {
	const groups = new Map<string, AlertRow[]>();
	const seen = new Set<string>();
	for (const row of ledger) {
		if (seen.has(row.alert_key)) continue;
		seen.add(row.alert_key);
		const group = groups.get(row.account_id);
		if (group === undefined) groups.set(row.account_id, [row]);
		else group.push(row);
	}
	return groups;
}

/** Read from the cause, so that an episode also ends after the threshold in the settings was changed. Other causes never end here. */
function thresholdOf(cause: string): number {
	const digits = /^health_below_(\d+(?:\.\d+)?)$/.exec(cause)?.[1];
	return digits === undefined ? Infinity : Number(digits);
}
