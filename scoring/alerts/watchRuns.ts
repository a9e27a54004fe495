import type { Issue, Outcome } from '../core/issue';
import { isDay } from '../core/isDay';
import { assessData } from './assessData';
import { assessRun } from './assessRun';
import type { DailyWatch, DailyWatchInput, Finding } from './DailyWatch';
import { fingerprint } from './fingerprint';
import { planMessage } from './planMessage';
import { routeRecipient } from './routeRecipient';

/**
 * Watches the daily run: finds what a person should know, plans one message per business day and set of findings
 * (`watch:<day>:<fingerprint of the codes>`), and says whether to start the run again and whether to send the heartbeat. Times of day are UTC.
 *
 * @example
 * watchRuns({
 * 	now: '2024-01-15T00:31:00.000Z',
 * 	businessDayOn: '2024-01-15',
 * 	runs: [],
 * 	freshness: [{ source: 'crm', lastUpdatedAt: '2024-01-01T00:00:00.000Z' }],
 * 	outbox: [],
 * 	ledger: [],
 * 	accountNames: new Map(),
 * 	people: [],
 * 	watchPersonId: null,
 * 	settings: { stages: ['health'], scoredStage: 'health', startAt: '00:00', deadline: '04:00', graceMinutes: 30, stalledAfterMinutes: 15, minScoredShare: 0.8, staleAfterHours: 48 },
 * }).value.findings.map((finding) => finding.code)
 * // => ['run-not-started', 'source-stale:crm']
 */
export function watchRuns(input: DailyWatchInput): Outcome<DailyWatch> {
	const issues = checkWatch(input);
	if (issues.length > 0) return { ok: false, issues };
	const run = assessRun(input);
	const findings = [...run.findings, ...assessData(input)];
	const codes = findings.map(({ code }) => code).sort();
	const effectKey = `watch:${input.businessDayOn}:${fingerprint(codes.join('\n'))}`;
	const isSaid = findings.length === 0 || input.outbox.some((row) => row.effect_key === effectKey);
	return {
		ok: true,
		warnings: [],
		value: {
			findings,
			message: isSaid ? null : watchMessage(input, findings, effectKey, run.resume),
			resume: run.resume,
			heartbeat: run.complete,
			words: verdict(input.businessDayOn, findings, run.complete),
		},
	};
}

function verdict(day: string, findings: readonly Finding[], complete: boolean): string {
	if (findings.length > 0) return findings.map(({ words }) => words).join(' ');
	return complete
		? `The daily run of ${day} is done.`
		: `The daily run of ${day} is not done yet and not overdue.`;
}

function watchMessage(
	input: DailyWatchInput,
	findings: readonly Finding[],
	effectKey: string,
	resume: boolean,
) {
	const people = new Map(input.people.map((person) => [person.person_id, person]));
	const { person } = routeRecipient(input.watchPersonId, people, input.businessDayOn);
	const first = findings[0]?.words ?? '';
	const title =
		findings.length === 1
			? first
			: `${findings.length} findings about the daily run of ${input.businessDayOn}`;
	const lines = [
		...findings.map(({ words }) => `- ${words}`),
		...(resume ? ['The run is started again now; stages that are done are not repeated.'] : []),
	];
	const content = {
		title,
		text: lines.join('\n'),
		priority: resume ? ('critical' as const) : ('high' as const),
		more: { codes: findings.map(({ code }) => code) },
	};
	return planMessage(effectKey, null, person === null ? [] : [person], content, input.now);
}

function checkWatch({ now, businessDayOn, settings }: DailyWatchInput): readonly Issue[] {
	const issues: Issue[] = [];
	const check = (usable: boolean, code: string, path: string, message: string, remedy: string): void => {
		if (!usable) issues.push({ code, path, message, remedy, severity: 'error' });
	};
	check(
		isDay(businessDayOn),
		'not-a-day',
		'businessDayOn',
		`The business day '${businessDayOn}' is no calendar day.`,
		'Enter the day as YYYY-MM-DD, such as 2024-01-15.',
	);
	check(
		!Number.isNaN(Date.parse(now)),
		'not-an-instant',
		'now',
		`The instant '${now}' cannot be read.`,
		'Enter a UTC instant, such as 2024-01-15T04:15:00.000Z.',
	);
	for (const name of ['startAt', 'deadline'] as const) {
		check(
			/^([01]\d|2[0-3]):[0-5]\d$/.test(settings[name]),
			'not-a-time',
			`settings.${name}`,
			`'${settings[name]}' is no time of day.`,
			'Enter hours and minutes in UTC, such as 04:00.',
		);
	}
	return issues;
}
