import { addDays } from '../core/addDays';
import { dayNumber } from '../core/dayNumber';
import type { Steps } from '../learn/Steps';
import { NO_RECORDS } from '../measures/groupRecords';
import { instantIn } from '../measures/instantIn';
import type { Row } from '../measures/Records';
import { ageInMonths } from './ageInMonths';
import { gatherAccounts } from './gatherAccounts';
import { gatherBegins, type ContractDays } from './gatherBegins';
import type { Life, LifeSkip, LifetimeOptions, PresentAccount, ReadLives } from './Lifetime';
import { readChurns } from './readChurns';
import type { SnapshotPortfolio } from './SnapshotOptions';
import { splitLives } from './splitLives';
import { startOf } from './startOf';

const MS_PER_DAY = 86_400_000;
const EPOCH = '1970-01-01';
const ACCOUNTS_PER_STEP = 500;

/**
 * How long each account was a customer, as far as known at the end of `asOfOn`, which must be a day.
 *
 * Still there: seen until today (censored), also when a churn is announced for later. Watched only from a day on (delayed entry): churns are recorded
 * since `recordedSince`, else since the first outcome of any kind, and who had left before is nowhere to be seen; so an account counts from then, or from the day in
 * `knownSinceColumn`, and not from its start. Came back: each time as a customer is a life of its own (`splitLives`). Left out, and counted: accounts that start
 * later, that are gone without an outcome, whose start nothing tells; churns before any known start, churns that repeat one, lives that had ended when the watch began.
 *
 * @example
 * readLives({ accounts: [], records: new Map(), outcomes: [] }, { asOfOn: '2026-01-15' }).next().value.stage
 * // => 'reading outcomes'
 */
export function* readLives(portfolio: SnapshotPortfolio, options: LifetimeOptions): Steps<ReadLives> {
	const { asOfOn, groupBy = '', knownSinceColumn = '' } = options;
	const today = dayNumber(asOfOn) ?? 0;
	const cut = (today + 1) * MS_PER_DAY - 1;
	const { accounts, notes } = gatherAccounts(portfolio.accounts);
	const ids = new Set(accounts.map(({ id }) => id));
	yield { stage: 'reading outcomes', done: 0, total: accounts.length };
	const read = readChurns(portfolio.outcomes, ids, today);
	const recordedDay = dayNumber(options.recordedSince ?? null) ?? read.firstOn ?? today;
	const lives: Life[] = [];
	const present: PresentAccount[] = [];
	const skipped: Record<LifeSkip, number> = {
		'not-started': 0,
		'gone-without-outcome': 0,
		'start-not-known': 0,
		'churned-before-start': 0,
		'churned-twice': 0,
		'first-outcome': 0,
		'ended-before-records': 0,
	};
	let [cameBack, lateEntries] = [0, 0];
	for (const [position, { id, account }] of accounts.entries()) {
		if (position % ACCOUNTS_PER_STEP === 0) {
			yield { stage: 'reading accounts', done: position, total: accounts.length };
		}
		const records = portfolio.records.get(id) ?? NO_RECORDS;
		const started = startOf(account, records, cut);
		const start = started === null ? null : Math.floor(started / MS_PER_DAY);
		const days = (read.churns.get(id) ?? []).map(({ occurredOn }) => occurredOn);
		const past = [...new Set(days.filter((day) => day <= today))];
		const leavesDay = days.find((day) => day > today) ?? null;
		const contracts = gatherBegins(records.contracts, cut);
		const marked = isMarkedGone(account);
		const gone = marked && !past.some((day) => start === null || day >= start);
		const split = splitLives(start, past, contracts, marked, today);
		skipped['churned-before-start'] += split.beforeStart;
		skipped['churned-twice'] += split.twice;
		if (split.lives.length > 1) cameBack++;
		const group = groupOf(account[groupBy]);
		const since = knownSinceColumn === '' ? null : instantIn(account, knownSinceColumn);
		const knownDay = Math.max(recordedDay, since === null ? recordedDay : Math.floor(since / MS_PER_DAY));
		for (const { startDay, churnDay } of split.lives) {
			const entry = knownDay > startDay ? ageInMonths(startDay, knownDay) : 0;
			const age = ageInMonths(startDay, churnDay ?? today);
			const churned = churnDay !== null;
			if (entry > 0 && age <= entry) {
				// The first outcome begins the watch, so it has no part in what was watched.
				const isFirst = churnDay === recordedDay && options.recordedSince == null;
				if (churned) skipped[isFirst ? 'first-outcome' : 'ended-before-records']++;
			} else {
				if (entry > 0) lateEntries++;
				lives.push({ accountId: id, account, startDay, entry, age, churned, group });
			}
		}
		const running = split.lives.find(({ churnDay }) => churnDay === null);
		const isUnknown = start === null && past.length === 0 && !marked;
		if (running !== undefined || isUnknown) {
			const contractEndDay = endOf(account, contracts, today);
			present.push({
				accountId: id,
				account,
				startDay: running?.startDay ?? null,
				group,
				leavesDay,
				contractEndDay,
			});
		}
		if (isUnknown && running === undefined) skipped['start-not-known']++;
		if (gone) skipped['gone-without-outcome']++;
		if (start !== null && start > today && past.length === 0) skipped['not-started']++;
	}
	return {
		lives,
		present,
		skipped,
		cameBack,
		lateEntries,
		recordedSince: addDays(EPOCH, recordedDay),
		notes: [...notes, ...read.notes],
	};
}

function isMarkedGone({ deleted, lifecycle_stage: stage }: Row): boolean {
	return deleted === true || deleted === 'true' || /^churned$/i.test(String(stage));
}

function groupOf(cell: unknown): string | null {
	if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'boolean') return null;
	const text = String(cell).trim();
	return text === '' ? null : text;
}

/** Last day of the contract that runs today; without one, the day before the renewal that the account names. */
function endOf(account: Row, contracts: readonly ContractDays[], today: number): number | null {
	const running = contracts.filter(
		({ startDay, endDay, stands }) => stands && startDay <= today && endDay !== null && endDay >= today,
	);
	if (running.length > 0) return Math.max(...running.map(({ endDay }) => endDay ?? today));
	const renewal = instantIn(account, 'renewal_on');
	const day = renewal === null ? null : Math.floor(renewal / MS_PER_DAY) - 1;
	return day !== null && day >= today ? day : null;
}
