import fc from 'fast-check';

import type { RunRow } from '../../../scoring/alerts/AlertRows';
import { lastAlertedOn } from '../../../scoring/alerts/lastAlertedOn';
import {
	raiseChurnAlerts,
	type ChurnAlerts,
	type ChurnAlertsInput,
} from '../../../scoring/alerts/raiseChurnAlerts';
import { readAlertScores } from '../../../scoring/alerts/readAlertScores';
import { sortContextRows } from '../../../scoring/alerts/sortContextRows';
import { churnSubject } from '../../../scoring/alerts/churnSubject';
import { account, DAY, input, PEOPLE, person, raised as raisedHealth, score, written } from './alertRows';

function churnInput(more: Partial<ChurnAlertsInput> = {}): ChurnAlertsInput {
	return { ...input(), thresholds: { alertAbove: 70, executiveAbove: 85 }, ...more };
}

function raised(more: Partial<ChurnAlertsInput> = {}): ChurnAlerts {
	const outcome = raiseChurnAlerts(churnInput(more));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
	return outcome.value;
}

/** What the tables keep from call to call. */
const stateOf = ({ ledger, outbox, audit }: Pick<ChurnAlertsInput, 'ledger' | 'outbox' | 'audit'>) => ({
	ledger,
	outbox,
	audit,
});

const runRow = (stage: string, on: string, more: Partial<RunRow> = {}): RunRow => ({
	run_id: on,
	stage,
	business_day_on: on,
	status: 'done',
	started_at: `${on}T00:00:01.000Z`,
	ended_at: `${on}T00:00:09.000Z`,
	scored: 100,
	message: null,
	...more,
});
const payload = (message: { readonly payload_json: string } | undefined) =>
	JSON.parse(message?.payload_json ?? 'null') as Record<string, unknown>;

describe('crossings', () => {
	test.each([
		['39 to 73', 39, 73, ['churn_above_70']],
		['exactly the threshold', 69, 70, ['churn_above_70']],
		['both thresholds', 60, 90, ['churn_above_70', 'churn_above_85']],
		['only the executives’', 75, 86, ['churn_above_85']],
		['just short of it', 60, 69, []],
		['above it already', 71, 84, []],
		['not enough data', 39, null, []],
	])('%s', (_name, before, now, causes) => {
		expect(raised({ scores: [score('a', before, now)] }).alerts.map(({ cause }) => cause)).toEqual(causes);
	});

	test('a threshold of 0 switches its level off', () => {
		const thresholds = { alertAbove: 70, executiveAbove: 0 };
		expect(raised({ scores: [score('a', 0, 99)], thresholds }).alerts.map(({ cause }) => cause)).toEqual([
			'churn_above_70',
		]);
	});

	test('an episode ends 5 points under the threshold and not before', () => {
		const opened = raised({ scores: [score('a', 39, 73)] }).alerts;
		const later = (now: number) =>
			raised({ scores: [score('a', 73, now)], ledger: opened, businessDayOn: '2024-01-16' });
		expect(later(66).changes).toEqual([]);
		expect(later(65).changes).toEqual([]);
		expect(later(64).changes.map(({ alert_key, rev }) => [alert_key, rev])).toEqual([
			[`a:churn_above_70:${DAY}`, 2],
		]);
		const rising = raised({ scores: [score('a', 68, 74)], ledger: opened, businessDayOn: '2024-01-16' });
		expect([rising.alerts, rising.counts.stillOpen]).toEqual([[], 1]);
	});

	test('an account around the threshold is announced once, whatever it does between 65 and 100', () => {
		const path = fc.array(fc.integer({ min: 65, max: 100 }), { maxLength: 20 });
		fc.assert(
			fc.property(path, (values) => {
				let state = churnInput({ scores: [score('a', 40, 72)] });
				let opened = 0;
				let before = 40;
				[72, ...values].forEach((now, day) => {
					const businessDayOn = `2024-01-${String(day + 1).padStart(2, '0')}`;
					state = {
						...state,
						scores: [score('a', before, now)],
						businessDayOn,
						asOf: `${businessDayOn}T00:05:00.000Z`,
					};
					const result = raised(state);
					opened += result.alerts.filter(({ cause }) => cause === 'churn_above_70').length;
					state = { ...state, ...stateOf(written(input(stateOf(state)), result)) };
					before = now;
				});
				expect(opened).toBe(1);
			}),
		);
	});

	test('applied and called again it yields nothing', () => {
		const state = churnInput({ scores: [score('a', 39, 88), score('b', null, 90)] });
		const result = raised(state);
		expect([result.alerts.length, result.messages.length]).toEqual([4, 2]);
		const again = raised({ ...state, ...stateOf(written(input(stateOf(state)), result)) });
		expect([again.alerts, again.changes, again.messages, again.audit]).toEqual([[], [], [], []]);
	});
});

describe('who hears what', () => {
	test('the account team at the first threshold, executives at the second, deputies for the absent', () => {
		const people = [
			person('cara', { absent_from_on: '2024-01-01', deputy_id: 'dan' }),
			person('dan'),
			...PEOPLE.filter(({ person_id }) => person_id !== 'cara'),
		];
		const { messages } = raised({ scores: [score('a', 39, 73), score('b', 80, 88)], people });
		expect(messages.map(({ effect_key, target }) => [effect_key, target])).toEqual([
			[`churn-alert:a:${DAY}`, 'dan,abe'],
			[`churn-alert:b:${DAY}`, 'eve'],
		]);
	});

	test('the message says what rose, why, and what is lost on average', () => {
		const found = {
			...score('a', 39, 73),
			lost: ['Usage fell 40 %'],
			note: 'The model changed since the value before.',
		};
		const message = payload(raised({ scores: [found] }).messages[0]);
		expect(message).toMatchObject({
			title: 'Account a: churn probability at or above 70 % (39 % to 73 %)',
			kind: 'churn',
			score: 73,
			previous_score: 39,
		});
		expect(String(message.text).split('\n').slice(0, 4)).toEqual([
			'Account a: churn probability rose from 39 % (2024-01-14) to 73 %, at or above 70 %.',
			'Why: Usage fell 40 %.',
			'The model changed since the value before.',
			'ARR at stake: USD 120,000, expected loss USD 87,600.',
		]);
	});

	test('first values go into one digest, worst thresholds last', () => {
		const { messages, counts } = raised({ scores: [score('a', null, 90), score('b', null, 71)] });
		expect(messages.map(({ effect_key, target }) => [effect_key, target])).toEqual([
			[`churn-digest:${DAY}`, 'ops'],
		]);
		expect(counts.inDigest).toBe(2);
		expect(payload(messages[0]).text).toContain(
			'2 accounts start at or above a churn threshold; nobody knows since when: 2 at or above 70 %, 1 at or above 85 %.',
		);
	});

	test('health and churn of one account do not get into each other’s way', () => {
		const health = raisedHealth({ scores: [score('a', 74, 66)] });
		const shared = { ledger: health.alerts, outbox: health.messages, audit: health.audit };
		const churn = raised({ scores: [score('a', 39, 73)], ...shared });
		expect(churn.messages.map(({ target }) => target)).toEqual(['cara,abe']);
		expect(churn.audit.map(({ audit_id }) => audit_id)).toEqual([
			`alert.opened:a:churn_above_70:${DAY}`,
			`message.planned:churn-alert:a:${DAY}`,
		]);
		const closed = raisedHealth({ scores: [score('a', 66, 90)], ledger: health.alerts }).changes;
		expect(closed).toHaveLength(1);
		expect(raised({ scores: [score('a', 39, 73)], ledger: closed }).audit).toEqual(churn.audit);
		const both = {
			ledger: [...shared.ledger, ...churn.alerts],
			outbox: [...shared.outbox, ...churn.messages],
			audit: [...shared.audit, ...churn.audit],
		};
		const again = raisedHealth({ scores: [score('a', 74, 66)], ...both });
		expect([again.alerts, again.messages, again.audit]).toEqual([[], [], []]);
	});

	test('the audit speaks of churn', () => {
		const { audit, alerts } = raised({ scores: [score('a', 39, 73)] });
		expect(audit[0]?.reason).toBe('Churn probability 73 % (before 39 %) is at or above 70 %');
		const closed = raised({ scores: [score('a', 73, 50)], ledger: alerts, businessDayOn: '2024-01-20' });
		expect(closed.audit[0]?.reason).toBe('Churn probability is back well below the threshold');
	});
});

describe('a data outage holds alerts back', () => {
	const scores = [score('a', 39, 73), score('b', 40, 90)];
	const fewer = [runRow('churn', '2024-01-14'), runRow('churn', DAY, { scored: 50 })];

	test('far fewer accounts than the day before', () => {
		const result = raised({ scores, runs: fewer });
		expect([result.alerts, result.changes, result.messages]).toEqual([[], [], []]);
		expect(result.suppressed).toEqual({
			accounts: 2,
			words: ['Only 50 accounts were scored, 50 % of the 100 on 2024-01-14.'],
		});
		expect(result.audit.map(({ audit_id }) => audit_id)).toEqual([`alerts.suppressed:churn:${DAY}`]);
		expect(raised({ scores, runs: fewer, audit: result.audit }).audit).toEqual([]);
		expect(raised({ scores, runs: fewer, minScoredShare: 0.4 }).alerts).not.toEqual([]);
	});

	test('only accounts of the source that is silent', () => {
		const old = { source: 'billing', source_updated_at: '2024-01-02T00:00:00.000Z' };
		const result = raised({ scores, accounts: [account('a', old), account('b')] });
		expect(new Set(result.alerts.map(({ account_id }) => account_id))).toEqual(new Set(['b']));
		expect(result.suppressed.accounts).toBe(1);
		const read = [{ source: 'billing', watermark: `${DAY}T00:00:00.000Z`, last_full_at: null }];
		expect(raised({ scores, accounts: [account('a', old)], syncs: read }).suppressed.accounts).toBe(0);
	});

	test('every source silent: nothing at all, and no alert is closed either', () => {
		const old = { source_updated_at: '2024-01-02T00:00:00.000Z' };
		const open = raised({ scores: [score('a', 39, 73)] }).alerts;
		const result = raised({ scores: [score('a', 73, 10)], accounts: [account('a', old)], ledger: open });
		expect([result.changes, result.suppressed.accounts]).toEqual([[], 1]);
	});

	test('who rose meanwhile is in the digest of the next day', () => {
		const held = sortContextRows([
			{ ...runRow('alert', DAY), detail_json: JSON.stringify({ suppressed: ['churn'] }) },
			{ ...runRow('alert', '2024-01-14') },
		]).runs;
		expect(lastAlertedOn(held, '2024-01-16', 'churn')).toBe('2024-01-14');
		expect(lastAlertedOn(held, '2024-01-16')).toBe(DAY);
		const now = { ...score('a', 73, 74), previous: { on: DAY, rounded: 73 } };
		const result = raised({
			scores: [now],
			runs: held,
			businessDayOn: '2024-01-16',
			asOf: '2024-01-16T00:05:00.000Z',
			accounts: [account('a', { source_updated_at: '2024-01-16T00:00:00.000Z' })],
		});
		expect(result.messages.map(({ effect_key }) => effect_key)).toEqual(['churn-digest:2024-01-16']);
	});
});

test('rows of cs_scores as Churn Prediction writes them', () => {
	const detail = {
		basis: 'rule-based',
		previous: { on: '2024-01-14', value: 38.6 },
		reasons: ['Usage fell 40 %.'],
		model_changed: true,
	};
	const row = { score: 'churn', account_id: 'a', value: 72.5, detail_json: JSON.stringify(detail) };
	const { scores, skipped } = readAlertScores(
		[row, { ...row, score: 'churn_risk' }, { ...row, score: 'health' }, { account_id: 'b', value: 3 }],
		churnSubject,
	);
	expect(skipped).toBe(3);
	expect(scores).toEqual([
		{
			accountId: 'a',
			rounded: 73,
			previous: { on: '2024-01-14', rounded: 39 },
			band: null,
			reason: null,
			lost: ['Usage fell 40 %'],
			note: 'Estimated by rules: no model was trained yet.',
		},
	]);
});

test('thresholds that are no percentages are refused by name', () => {
	const outcome = raiseChurnAlerts(churnInput({ thresholds: { alertAbove: 120, executiveAbove: 85 } }));
	expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path)).toEqual(['thresholds.alertAbove']);
});
