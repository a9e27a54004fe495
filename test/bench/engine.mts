// Child process of the benchmark, one run per process so that peak memory is its own: `engine.mts <what> <accounts>`.
import { addDays } from '../../scoring/core/addDays';
import { assessTrend } from '../../scoring/health/assessTrend';
import { FRAMEWORK_SCORECARD } from '../../scoring/health/frameworkScorecard';
import { prepareHealthScorer } from '../../scoring/health/prepareHealthScorer';
import { benchAccount, type BenchAccount } from './accounts.mts';
import { naiveHealth } from './naiveHealth.cjs';

const [what, count] = [process.argv[2], Number(process.argv[3])];
const prepared = prepareHealthScorer(FRAMEWORK_SCORECARD);
if (!prepared.ok) throw new Error(JSON.stringify(prepared.issues));
const asOfOn = '2026-01-31';
const score = (account: BenchAccount) =>
	prepared.value({ accountId: account.account_id, asOfOn, observations: account });
const scoredDays = Array.from({ length: 30 }, (_, week) => addDays(asOfOn, (week - 29) * 7));

const runs: Record<string, (account: BenchAccount) => unknown> = {
	/** Score, band, coverage, bounds and contributions. */
	score,
	/** The same, and the trend over 30 earlier weekly scores. */
	'score with 30 points of history': (account) => {
		const now = score(account);
		const level = now.value ?? 70;
		const points = scoredDays.map((on, week) => ({ on, value: level + ((week * 7919) % 5) - 2 }));
		return assessTrend(points);
	},
	'naive (missing counts as 0, no reasons)': naiveHealth,
};

const run = runs[what!]!;
for (let index = 0; index < 20_000; index++) run(benchAccount(index));
// Accounts are drawn outside the clock, in slices, as a stream would deliver them.
const slice = 10_000;
let seconds = 0;
let kept = 0;
for (let start = 0; start < count; start += slice) {
	const accounts = Array.from({ length: Math.min(slice, count - start) }, (_, index) =>
		benchAccount(start + index),
	);
	const since = process.hrtime.bigint();
	for (const account of accounts) if (run(account)) kept += 1;
	seconds += Number(process.hrtime.bigint() - since) / 1e9;
}
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(
	JSON.stringify({
		accounts: count,
		kept,
		seconds,
		accountsPerSecond: count / seconds,
		peakBytes,
		bytesPerAccount: peakBytes / count,
	}),
);
