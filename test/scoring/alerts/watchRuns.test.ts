import type { RunRow } from '../../../scoring/alerts/AlertRows';
import type { DailyWatchInput } from '../../../scoring/alerts/DailyWatch';
import { watchRuns } from '../../../scoring/alerts/watchRuns';
import { DAY, PEOPLE, raised, score } from './alertRows';

const SETTINGS = {
	stages: ['health', 'alert'],
	scoredStage: 'health',
	startAt: '00:00',
	deadline: '04:00',
	graceMinutes: 30,
	stalledAfterMinutes: 15,
	minScoredShare: 0.8,
	staleAfterHours: 48,
};

function row(stage: string, status: string, more: Partial<RunRow> = {}): RunRow {
	return {
		run_id: 'run-1',
		stage,
		business_day_on: DAY,
		status,
		started_at: `${DAY}T00:00:10.000Z`,
		ended_at: status === 'running' ? null : `${DAY}T00:00:20.000Z`,
		scored: stage === 'health' ? 1000 : null,
		message: null,
		...more,
	};
}

const DONE = [row('health', 'done'), row('alert', 'done')];

function watched(more: Partial<DailyWatchInput> = {}, at = '05:00') {
	const outcome = watchRuns({
		now: `${DAY}T${at}:00.000Z`,
		businessDayOn: DAY,
		runs: DONE,
		freshness: [],
		outbox: [],
		ledger: [],
		accountNames: new Map(),
		people: PEOPLE,
		watchPersonId: 'ops',
		settings: SETTINGS,
		...more,
	});
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
	const { findings, message, resume, heartbeat, words } = outcome.value;
	return { codes: findings.map(({ code }) => code), message, resume, heartbeat, words };
}

test('a run that is done beats the heart and says nothing', () => {
	expect(watched()).toEqual({
		codes: [],
		message: null,
		resume: false,
		heartbeat: true,
		words: `The daily run of ${DAY} is done.`,
	});
});

describe('start', () => {
	test.each([
		['00:29', [], false],
		['00:30', ['run-not-started'], true],
		['05:00', ['run-not-started'], true],
	])('no row at %s: %j, resume %s', (at, codes, resume) => {
		expect(watched({ runs: [] }, at)).toMatchObject({ codes, resume, heartbeat: false });
	});

	test('a run of the day before does not count', () => {
		const runs = DONE.map((each) => ({ ...each, business_day_on: '2024-01-14' }));
		expect(watched({ runs }).codes).toEqual(['run-not-started']);
	});
});

describe('stages', () => {
	test('a failed stage is named with its message, and the run is resumed', () => {
		const runs = [row('health', 'failed', { message: 'Table cs_usage is missing.' })];
		const result = watched({ runs }, '00:10');
		expect(result).toMatchObject({ codes: ['stage-failed:health'], resume: true, heartbeat: false });
		expect(result.words).toBe('The stage health failed: Table cs_usage is missing.');
	});

	test('a failed attempt that a later one mended is no finding', () => {
		expect(watched({ runs: [row('health', 'failed'), ...DONE] })).toMatchObject({
			codes: [],
			heartbeat: true,
		});
	});

	test('while a later attempt is at work the earlier failure is not told', () => {
		const retry = row('health', 'running', { started_at: `${DAY}T00:05:00.000Z` });
		expect(watched({ runs: [retry, row('health', 'failed')] }, '00:06')).toMatchObject({
			codes: [],
			resume: false,
		});
	});

	test('a stage that is not installed counts as done, one that never came does not', () => {
		expect(watched({ runs: [row('health', 'done'), row('alert', 'left_out')] }).heartbeat).toBe(true);
		expect(watched({ runs: [row('health', 'done')] })).toMatchObject({
			codes: ['run-not-finished'],
			heartbeat: false,
			resume: true,
		});
	});

	test('a stage nobody expected has to be done too', () => {
		expect(watched({ runs: [...DONE, row('hub', 'running')] })).toMatchObject({
			codes: ['run-not-finished'],
			heartbeat: false,
		});
	});

	test.each([
		['00:14', false, []],
		['00:16', true, []],
		['03:59', true, []],
		['04:00', true, ['run-not-finished']],
	])('at work since 00:00, at %s: resume %s, findings %j', (at, resume, codes) => {
		expect(watched({ runs: [row('health', 'running')] }, at)).toMatchObject({ resume, codes });
	});

	test('after the deadline a run is resumed even if it gave a sign just now', () => {
		const runs = [row('health', 'running', { started_at: `${DAY}T03:59:00.000Z` })];
		expect(watched({ runs }, '03:59').resume).toBe(false);
		expect(watched({ runs }, '04:00').resume).toBe(true);
	});

	test('a run that ended after the deadline is done, and said to be late', () => {
		const runs = [row('health', 'done'), row('alert', 'done', { ended_at: `${DAY}T04:10:00.000Z` })];
		expect(watched({ runs })).toMatchObject({ codes: ['run-finished-late'], heartbeat: true, resume: false });
	});
});

test('the first run ever, started by hand in the afternoon, is not late; the next day it would be', () => {
	const at = { started_at: `${DAY}T14:00:00.000Z`, ended_at: `${DAY}T14:01:00.000Z` };
	const runs = [row('health', 'done', at), row('alert', 'done', at)];
	expect(watched({ runs }).codes).toEqual([]);
	const earlier = row('health', 'done', { business_day_on: '2024-01-12' });
	expect(watched({ runs: [earlier, ...runs] }).codes).toContain('run-finished-late');
});

describe('data', () => {
	const before = row('health', 'done', { business_day_on: '2024-01-12', scored: 1000 });

	test.each([
		[799, ['scored-fewer']],
		[800, []],
	])('%i scored after 1000 on the last day before: %j', (scored, codes) => {
		const runs = [before, row('health', 'done', { scored }), row('alert', 'done')];
		expect(watched({ runs }).codes).toEqual(codes);
	});

	test('is compared with the newest day, and with nothing when there is none', () => {
		const old = row('health', 'done', { business_day_on: '2024-01-02', scored: 9000 });
		expect(watched({ runs: [old, before, ...DONE] }).codes).toEqual([]);
		expect(watched({ runs: [{ ...before, scored: 0 }, ...DONE] }).codes).toEqual([]);
		expect(watched({ runs: [{ ...before, scored: null }, ...DONE] }).codes).toEqual([]);
	});

	test('a stale source is named', () => {
		const freshness = [
			{ source: 'crm', lastUpdatedAt: '2024-01-13T04:59:00.000Z' },
			{ source: 'billing', lastUpdatedAt: '2024-01-13T05:01:00.000Z' },
		];
		expect(watched({ freshness })).toMatchObject({ codes: ['source-stale:crm'], heartbeat: true });
	});

	test('messages with unknown result or given up are counted', () => {
		const [message] = raised({ scores: [score('a', 80, 60)] }).messages;
		if (message === undefined) throw new Error('no message');
		const outbox = ['unknown', 'dead', 'dead', 'sent'].map((status) => ({ ...message, status }));
		const result = watched({ outbox });
		expect(result.codes).toEqual(['effects-unknown', 'effects-dead']);
		expect(result.words).toContain('1 row of cs_outbox may or may not have been sent');
		expect(result.words).toContain('2 rows of cs_outbox were given up');
	});

	test('open alerts that reached nobody are named by account', () => {
		const { alerts } = raised({ accounts: [], scores: [score('a', 80, 60), score('b', 80, 60)] });
		const ledger = alerts.map((each) => (each.account_id === 'b' ? { ...each, closed_at: DAY } : each));
		const result = watched({ ledger, accountNames: new Map([['a', 'Acme']]) });
		expect(result).toMatchObject({ codes: ['alerts-unreached'], words: 'Alerts reached nobody for Acme.' });
		const taken = ledger.map((each) => ({ ...each, acknowledged_at: `${DAY}T03:00:00.000Z` }));
		expect(watched({ ledger: taken }).codes).toEqual([]);
	});
});

describe('message', () => {
	test('goes to the watch person or the deputy', () => {
		const people = PEOPLE.map((each) =>
			each.person_id === 'ops' ? { ...each, absent_from_on: DAY, deputy_id: 'cara' } : each,
		);
		expect(watched({ runs: [] }).message).toMatchObject({ target: 'ops', kind: 'message', account_id: null });
		expect(watched({ runs: [], people }).message?.target).toBe('cara');
		expect(watched({ runs: [], watchPersonId: null }).message?.target).toBeNull();
	});

	test('is one per day and set of findings', () => {
		const first = watched({ runs: [] }).message;
		expect(first?.effect_key).toMatch(new RegExp(`^watch:${DAY}:[0-9a-f]{12}$`));
		if (first === null) throw new Error('no message');
		expect(watched({ runs: [], outbox: [first] }, '06:00').message).toBeNull();
		const other = watched({ runs: [row('health', 'failed')], outbox: [first] }, '06:00').message;
		expect(other?.effect_key).not.toBe(first.effect_key);
	});

	test('does not depend on the order of the rows', () => {
		const runs = [...DONE, row('churn', 'failed'), row('value', 'failed')];
		const keys = [runs, [...runs].reverse()].map((rows) => watched({ runs: rows }).message?.effect_key);
		expect(keys[0]).toBe(keys[1]);
	});

	test('says that the run is started again, and has the findings as its text', () => {
		const payload = JSON.parse(watched({ runs: [] }).message?.payload_json ?? '{}');
		expect(payload).toMatchObject({
			title: `The daily run of ${DAY} did not start (due at 00:00 UTC).`,
			priority: 'critical',
			codes: ['run-not-started'],
			to: [{ person_id: 'ops' }],
		});
		expect(payload.text).toContain('The run is started again now');
	});
});

test('before it is due a missing run is neither a finding nor a heartbeat', () => {
	expect(watched({ runs: [] }, '00:10')).toMatchObject({
		message: null,
		words: `The daily run of ${DAY} is not done yet and not overdue.`,
	});
});

test.each([
	['not-a-day', { businessDayOn: '15.01.2024' }],
	['not-an-instant', { now: 'now' }],
	['not-a-time', { settings: { ...SETTINGS, deadline: '4 am' } }],
])('configuration that cannot be used is an issue: %s', (code, more) => {
	expect(() => watched(more)).toThrow(code);
});
