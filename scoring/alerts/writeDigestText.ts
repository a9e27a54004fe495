import type { AlertAccount } from './AlertRows';
import type { AlertSubject } from './AlertSubject';
import type { Fall } from './findCrossings';
import { formatAmount } from './formatAmount';
import { healthSubject } from './healthSubject';

const ACCOUNTS_SHOWN = 10;

/** An account of the digest, with its ARR in one currency for ordering; null: not comparable, so it comes last. */
export interface DigestEntry {
	readonly fall: Fall;
	readonly account: AlertAccount | null;
	readonly comparableArr: number | null;
}

/**
 * Writes the one message about accounts that are beyond a threshold, nobody knows since when (no earlier score, or alerts missed): counts per threshold and the
 * largest accounts by ARR. They are not announced singly.
 */
export function writeDigestText(
	entries: readonly DigestEntry[],
	subject: AlertSubject = healthSubject,
): {
	readonly title: string;
	readonly text: string;
} {
	const { noun, threshold, moves, side, unit } = subject.words;
	const thresholds = new Map<number, number>();
	for (const { fall } of entries) {
		for (const { level } of fall.crossings)
			thresholds.set(level.below, (thresholds.get(level.below) ?? 0) + 1);
	}
	const counts = [...thresholds].sort(([left], [right]) =>
		subject.bad === 'low' ? right - left : left - right,
	);
	const largest = [...entries].sort((left, right) => byArr(left, right, subject)).slice(0, ACCOUNTS_SHOWN);
	const many = entries.length === 1 ? '1 account starts' : `${entries.length} accounts start`;
	const rest = entries.length - largest.length;
	const lines = [
		`${many} ${side} ${threshold}; nobody knows since when: ${counts.map(([below, count]) => `${count} ${side} ${below}${unit}`).join(', ')}.`,
		...missedLine(entries, subject),
		`Nobody else was told. From now on each account that ${moves} ${side === 'below' ? side : 'to'} a threshold is announced on its own.`,
		'Largest by ARR:',
		...largest.map(({ fall, account }, index) => {
			const arr = formatAmount(account?.arr_minor ?? null, account?.currency ?? null) ?? 'ARR unknown';
			const why = fall.score.lost[0];
			return `${index + 1}. ${account?.name ?? fall.score.accountId}: ${noun} ${fall.score.rounded}${unit}, ${arr}${why === undefined ? '' : `; ${why}`}`;
		}),
		...(rest > 0 ? [`and ${rest} more, all of them in cs_alerts.`] : []),
	];
	return { title: `${many} ${side} ${threshold}`, text: lines.join('\n') };
}

/** Accounts that do have an earlier score are here because the alerts of its day were never raised. */
function missedLine(entries: readonly DigestEntry[], { words }: AlertSubject): readonly string[] {
	const missed = entries.filter(({ fall }) => fall.score.previous !== null).length;
	if (missed === 0) return [];
	return [
		`${missed} of them may have ${words.moved === 'fell' ? 'fallen' : 'risen'} on an earlier day whose alerts were not raised.`,
	];
}

function byArr(left: DigestEntry, right: DigestEntry, { bad }: AlertSubject): number {
	if (left.comparableArr !== right.comparableArr) {
		if (left.comparableArr === null) return 1;
		if (right.comparableArr === null) return -1;
		return right.comparableArr - left.comparableArr;
	}
	const [a, b] = [left.fall.score, right.fall.score];
	const worse = bad === 'low' ? a.rounded - b.rounded : b.rounded - a.rounded;
	return worse || (a.accountId < b.accountId ? -1 : 1);
}
