import type { AlertRow, AlertScore } from './AlertRows';
import type { AlertLevel } from './alertLevels';
import type { AlertSubject } from './AlertSubject';
import { hasRecovered } from './hasRecovered';
import { healthSubject } from './healthSubject';
import { isBeyond } from './isBeyond';

/** A level that an account got beyond on this business day: under it, or over it where high is bad (as with churn). */
export interface Crossing {
	readonly level: AlertLevel;
	/** `account:cause:episode` */
	readonly alertKey: string;
	/** Its row when an earlier, interrupted call already wrote it. */
	readonly row: AlertRow | null;
}

/** An account with the levels it got beyond, least severe first. */
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
 * Compares rounded scores with the levels: under a level with an earlier score at or above it is a crossing, back at or above it (and by
 * the subject's margin) ends the open episode; of a subject for which high is bad the other way round. While an alert of the account and cause is open there is no new one. Alerts of this very day (`episode`, YYYY-MM-DD)
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
	subject: AlertSubject = healthSubject,
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
			if (row.closed_at === null && hasRecovered(subject, rounded, row.cause)) recovered.push({ row, score });
		}
		const crossings: Crossing[] = [];
		for (const level of levels) {
			if (!isBeyond(subject, rounded, level.below)) continue;
			const alertKey = `${accountId}:${level.cause}:${episode}`;
			const known = rows.filter((row) => row.cause === level.cause);
			if (known.some((row) => row.closed_at === null && row.alert_key !== alertKey)) {
				stillOpen++;
			} else if (
				unseen ||
				score.previous === null ||
				!isBeyond(subject, score.previous.rounded, level.below)
			) {
				crossings.push({ level, alertKey, row: known.find((row) => row.alert_key === alertKey) ?? null });
			}
		}
		if (crossings.length === 0) continue;
		const fall: Fall = { score: { ...score, rounded }, crossings };
		const before = score.previous;
		const isFall =
			before !== null && crossings.some(({ level }) => !isBeyond(subject, before.rounded, level.below));
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
