import type { RunRow } from './AlertRows';
import type { DailyWatchInput, Finding } from './DailyWatch';
import { formatInstant } from './formatInstant';

const MS_PER_MINUTE = 60_000;
const DONE = ['done', 'left_out'];
const FAILED = ['failed', 'error', 'crashed'];

export interface RunAssessment {
	readonly findings: readonly Finding[];
	/** Every expected stage is done and no stage is left failed or half-way. */
	readonly complete: boolean;
	readonly resume: boolean;
}

/**
 * Judges the day's run by its rows of cs_runs: which stages are done (`done`, or `left_out` when not installed), failed (`failed`,
 * `error`, `crashed`) or open (anything else). A stage with one done row is done, whatever attempts came before or after. Before
 * `startAt` plus grace nothing is missing yet; a stage at work that gave a sign recently is left alone.
 *
 * @example
 * assessRun({
 * 	now: '2024-01-15T00:31:00.000Z',
 * 	businessDayOn: '2024-01-15',
 * 	runs: [],
 * 	settings: { stages: ['health'], scoredStage: 'health', startAt: '00:00', deadline: '04:00', graceMinutes: 30, stalledAfterMinutes: 15, minScoredShare: 0.8, staleAfterHours: 48 },
 * }).findings.map((finding) => finding.code)
 * // => ['run-not-started']
 */
export function assessRun(
	input: Pick<DailyWatchInput, 'now' | 'businessDayOn' | 'runs' | 'settings'>,
): RunAssessment {
	const { settings, businessDayOn } = input;
	const now = Date.parse(input.now);
	const today = input.runs.filter((row) => row.business_day_on === businessDayOn);
	const deadline = Date.parse(`${businessDayOn}T${settings.deadline}:00Z`);
	const due = Date.parse(`${businessDayOn}T${settings.startAt}:00Z`) + settings.graceMinutes * MS_PER_MINUTE;
	if (today.length === 0) {
		const missing = now >= due || now >= deadline;
		const words = `The daily run of ${businessDayOn} did not start (due at ${settings.startAt} UTC).`;
		return {
			findings: missing ? [{ code: 'run-not-started', words }] : [],
			complete: false,
			resume: missing,
		};
	}
	const stages = [...new Set([...settings.stages, ...today.map((row) => row.stage)])];
	const open = stages.filter(
		(stage) => !today.some((row) => row.stage === stage && DONE.includes(row.status)),
	);
	if (open.length === 0) {
		const late = isFirstEver(input.runs, businessDayOn, deadline)
			? []
			: finishedLate(today, deadline, settings.deadline);
		return { findings: late, complete: true, resume: false };
	}
	const failed = open.flatMap((stage) => lastFailure(stage, today));
	const unfinished = open.filter((stage) => !failed.some((row) => row.stage === stage));
	const late = now >= deadline;
	const lastSign = Math.max(
		...today.map((row) => Date.parse(row.ended_at ?? row.started_at ?? '') || -Infinity),
	);
	const stalled = now - lastSign >= settings.stalledAfterMinutes * MS_PER_MINUTE;
	const findings = failed.map((row) => ({
		code: `stage-failed:${row.stage}`,
		words: `The stage ${row.stage} failed${row.message === null ? '' : `: ${row.message.replace(/\.$/, '')}`}.`,
	}));
	if (late && unfinished.length > 0) {
		const words = `The daily run of ${businessDayOn} was not finished by ${settings.deadline} UTC: ${unfinished.join(', ')} not done.`;
		findings.push({ code: 'run-not-finished', words });
	}
	return { findings, complete: false, resume: failed.length > 0 || stalled || late };
}

/** The failure of a stage whose latest attempt failed; none while a later attempt is at work. */
function lastFailure(stage: string, today: readonly RunRow[]): readonly RunRow[] {
	const attempts = today.filter((row) => row.stage === stage);
	const last = attempts.reduce<RunRow | null>(
		(latest, row) => (latest === null || (row.started_at ?? '') >= (latest.started_at ?? '') ? row : latest),
		null,
	);
	return last !== null && FAILED.includes(last.status) ? [last] : [];
}

/** On the day of the installation the first run is started by hand, whenever that is; nobody waited for it. */
function isFirstEver(runs: readonly RunRow[], businessDayOn: string, deadline: number): boolean {
	return runs.every(
		(row) => row.business_day_on === businessDayOn && Date.parse(row.started_at ?? '') > deadline,
	);
}

function finishedLate(today: readonly RunRow[], deadline: number, at: string): readonly Finding[] {
	const firstDone = new Map<string, number>();
	for (const row of today) {
		if (!DONE.includes(row.status) || row.ended_at === null) continue;
		const end = Date.parse(row.ended_at);
		firstDone.set(row.stage, Math.min(end, firstDone.get(row.stage) ?? Infinity));
	}
	const end = Math.max(...firstDone.values());
	if (!(end > deadline) || !Number.isFinite(end)) return [];
	const words = `The daily run finished late, at ${formatInstant(new Date(end).toISOString())}, due by ${at} UTC.`;
	return [{ code: 'run-finished-late', words }];
}
