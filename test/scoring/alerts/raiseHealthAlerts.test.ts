import { raiseHealthAlerts } from '../../../scoring/alerts/raiseHealthAlerts';
import { account, DAY, input, PEOPLE, person, raised, score, written } from './alertRows';

const payload = (row: { payload_json: string } | undefined) => JSON.parse(row?.payload_json ?? '{}');

describe('thresholds', () => {
	test.each([
		[69, ['health_below_70']],
		[70, []],
		[50, ['health_below_70']],
		[49, ['health_below_70', 'health_below_50']],
	])('a fall from 80 to %i opens %j', (rounded, causes) => {
		const result = raised({ scores: [score('a', 80, rounded)] });
		expect(result.alerts.map((row) => row.cause)).toEqual(causes);
		expect(result.messages).toHaveLength(causes.length === 0 ? 0 : 1);
	});

	test('an account that was below already does not cross', () => {
		expect(raised({ scores: [score('a', 69, 55)] }).alerts).toEqual([]);
	});

	test('from below 70 to below 50 only the executive is told', () => {
		const [message] = raised({ scores: [score('a', 69, 49)] }).messages;
		expect(message?.target).toBe('eve');
	});

	test('insufficient data neither opens nor closes', () => {
		const state = input({ scores: [score('a', 80, 60)] });
		const after = written(state, raised(state));
		const result = raised({ ...after, scores: [score('a', 60, null)], businessDayOn: '2024-01-16' });
		expect([result.alerts, result.changes, result.messages]).toEqual([[], [], []]);
		expect(result.counts.insufficient).toBe(1);
	});

	test('equal thresholds are one level that tells everybody once', () => {
		const result = raised({
			scores: [score('a', 80, 59)],
			thresholds: { alertBelow: 60, executiveBelow: 60 },
		});
		expect(result.alerts.map((row) => row.alert_key)).toEqual([`a:health_below_60:${DAY}`]);
		expect(result.messages[0]?.target).toBe('cara,abe,eve');
	});

	test('0 switches a level off', () => {
		const thresholds = { alertBelow: 70, executiveBelow: 0 };
		expect(raised({ scores: [score('a', 80, 1)], thresholds }).alerts).toHaveLength(1);
	});
});

describe('a day whose alerts were never raised', () => {
	const alertRun = (business_day_on: string, status = 'done') =>
		({
			run_id: business_day_on,
			stage: 'alert',
			business_day_on,
			status,
			started_at: null,
			ended_at: null,
			scored: null,
			message: null,
		}) as const;
	const below = { ...score('a', 60, 58), previous: { on: '2024-01-14', rounded: 60 } };

	test('is caught up in the digest, once', () => {
		const state = input({
			scores: [below],
			runs: [alertRun('2024-01-13'), alertRun('2024-01-14', 'failed')],
		});
		const result = raised(state);
		expect(result.alerts.map((row) => row.cause)).toEqual(['health_below_70']);
		expect(result.messages.map((row) => row.effect_key)).toEqual([`digest:${DAY}`]);
		expect(payload(result.messages[0]).text).toContain('1 of them may have fallen on an earlier day');
		const again = raised(written(state, result));
		expect([again.alerts, again.messages]).toEqual([[], []]);
	});

	test('is none when its alerts were raised, or when there were never any', () => {
		expect(raised({ scores: [below], runs: [alertRun('2024-01-14')] }).alerts).toEqual([]);
		expect(raised({ scores: [below], runs: [] }).alerts).toEqual([]);
	});
});

describe('episodes', () => {
	const state = input({ scores: [score('a', 80, 60)] });
	const opened = written(state, raised(state));

	test('a recovery closes the alert with the next rev', () => {
		const result = raised({ ...opened, scores: [score('a', 60, 70)], businessDayOn: '2024-01-20' });
		expect(result.changes).toHaveLength(1);
		expect(result.changes[0]).toMatchObject({
			alert_key: `a:health_below_70:${DAY}`,
			closed_at: opened.asOf,
			rev: 2,
		});
	});

	test('a second fall while the alert is open opens nothing, after a recovery it is a new episode', () => {
		const falls = { scores: [score('a', 75, 60)], businessDayOn: '2024-01-21' };
		expect(raised({ ...opened, ...falls })).toMatchObject({
			alerts: [],
			messages: [],
			counts: { stillOpen: 1 },
		});
		const recovers = { ...opened, scores: [score('a', 60, 75)], businessDayOn: '2024-01-20' };
		const closed = written(recovers, raised(recovers));
		const again = raised({ ...closed, ...falls });
		expect(again.alerts.map((row) => row.alert_key)).toEqual(['a:health_below_70:2024-01-21']);
	});

	test('an episode also ends after the threshold was changed', () => {
		const thresholds = { alertBelow: 75, executiveBelow: 50 };
		const result = raised({
			...opened,
			thresholds,
			scores: [score('a', 60, 72)],
			businessDayOn: '2024-01-20',
		});
		expect(result.changes.map((row) => row.cause)).toEqual(['health_below_70']);
	});

	test('alerts of other causes are left alone', () => {
		const ledger = opened.ledger.map((row) => ({ ...row, cause: 'usage_drop' }));
		expect(raised({ ...opened, ledger, scores: [score('a', 60, 90)] }).changes).toEqual([]);
	});

	test('of two rows with one key the first counts', () => {
		const ledger = [...opened.ledger, ...opened.ledger];
		const result = raised({ ...opened, ledger, scores: [score('a', 60, 90)], businessDayOn: '2024-01-20' });
		expect(result.changes).toHaveLength(1);
	});
});

describe('message', () => {
	test('is one per account and day, merges causes, and names nobody twice', () => {
		const accounts = [account('a', { csm_id: 'eve', ae_id: 'eve' })];
		const { messages, alerts } = raised({ accounts, scores: [score('a', 74, 45)] });
		expect(messages).toHaveLength(1);
		expect(messages[0]).toMatchObject({
			effect_key: `alert:a:${DAY}`,
			kind: 'message',
			target: 'eve',
			status: 'planned',
		});
		expect(alerts.map((row) => row.sent_to)).toEqual(['eve', 'eve']);
		expect(payload(messages[0])).toMatchObject({
			causes: ['health_below_70', 'health_below_50'],
			priority: 'critical',
			account: 'Account a',
			arr: 'USD 120,000',
			due_at: '2024-01-16T00:05:00.000Z',
			to: [{ person_id: 'eve', name: 'EVE', email: 'eve@example.com' }],
		});
	});

	test('tells a person of several roles the first of them', () => {
		const accounts = [account('a', { csm_id: 'eve', ae_id: 'eve' })];
		for (const rounded of [66, 45]) {
			const { messages } = raised({ accounts, scores: [score('a', 74, rounded)] });
			expect(payload(messages[0]).text).toContain('Goes to: EVE (CSM).');
		}
	});

	test('whose payload was emptied since counts as having said everything', () => {
		const state = input({ scores: [score('a', 80, 60), score('b', null, 60)] });
		const after = written(state, raised(state));
		const outbox = after.outbox.map((row) => ({ ...row, payload_json: '' }));
		expect(raised({ ...after, outbox }).messages).toEqual([]);
	});

	test('reads well', () => {
		const { messages } = raised({ scores: [score('a', 74, 66)] });
		expect(payload(messages[0]).title).toBe('Account a: health below 70 (74 to 66)');
		expect(payload(messages[0]).text).toBe(
			[
				'Account a: health fell from 74 (2024-01-14) to 66, below 70.',
				'Why: Active users 31 %: costs 12.4 points; NPS 4: costs 6 points.',
				'ARR at stake: USD 120,000.',
				'Next: check-in call, health analysis, root cause.',
				'Goes to: CARA (CSM), ABE (account executive).',
				'Act by 2024-01-16 00:05 UTC.',
			].join('\n'),
		);
	});

	test('says what is unknown, falls back on the reason, and links the account', () => {
		const accounts = [account('a/1', { name: null, arr_minor: null })];
		const scores = [{ ...score('a/1', 74, 66), lost: [], reason: 'Usage is down.' }];
		const accountLink = 'https://crm.example/{account_id}';
		const { text, link } = payload(raised({ accounts, scores, accountLink }).messages[0]);
		expect(text).toContain('ARR at stake: unknown.');
		expect(text).toContain('Why: Usage is down.');
		expect(link).toBe('https://crm.example/a%2F1');
	});

	test('a second, deeper fall on the same day goes only to people who were not told', () => {
		const first = input({ scores: [score('a', 80, 60)] });
		const state = { ...written(first, raised(first)), scores: [score('a', 60, 45)] };
		const result = raised(state);
		expect(result.messages.map((row) => row.target)).toEqual(['eve']);
		expect(result.messages[0]?.effect_key).toMatch(new RegExp(`^alert:a:${DAY}:[0-9a-f]{12}$`));
		expect(raised(written(state, result)).messages).toEqual([]);
	});
});

describe('first scores', () => {
	const scores = [score('a', null, 65), score('b', null, 45), score('c', null, 90)];
	const accounts = [account('a'), account('b', { arr_minor: 99_000_000 }), account('c')];

	test('go into one digest and open ledger rows, without single messages', () => {
		const { alerts, messages, counts } = raised({ scores, accounts });
		expect(alerts.map((row) => [row.alert_key, row.sent_to, row.channel])).toEqual([
			[`a:health_below_70:${DAY}`, 'ops', 'digest'],
			[`b:health_below_70:${DAY}`, 'ops', 'digest'],
			[`b:health_below_50:${DAY}`, 'ops', 'digest'],
		]);
		expect(messages.map((row) => row.effect_key)).toEqual([`digest:${DAY}`]);
		expect(counts.inDigest).toBe(2);
		const { text } = payload(messages[0]);
		expect(text).toContain(
			'2 accounts start below a health threshold; nobody knows since when: 2 below 70, 1 below 50.',
		);
		expect(text.indexOf('1. Account b: health 45, USD 990,000')).toBeGreaterThan(0);
	});

	test('the digest compares ARR in one currency and puts what cannot be compared last', () => {
		const rates = [{ day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 2 }];
		const mixed = [
			account('a', { currency: 'JPY', arr_minor: 900_000_000 }),
			account('b', { currency: 'EUR', arr_minor: 10_000_000 }),
			account('c', { currency: 'USD', arr_minor: 15_000_000 }),
		];
		const below = ['a', 'b', 'c'].map((id) => score(id, null, 60));
		const { text } = payload(raised({ scores: below, accounts: mixed, rates }).messages[0]);
		expect(text.match(/Account \w/g)).toEqual(['Account b', 'Account c', 'Account a']);
	});

	test('without anybody to tell, the digest is planned for the channel and the accounts are named', () => {
		const { messages, unreached } = raised({ scores, accounts, digestPersonId: null });
		expect(messages.map((row) => [row.effect_key, row.target])).toEqual([[`digest:${DAY}`, null]]);
		expect(unreached.map(({ name }) => name)).toEqual(['Account a', 'Account b', 'Account b']);
	});

	test('shows ten accounts and counts the rest', () => {
		const many = Array.from({ length: 13 }, (_, index) => score(`x${index}`, null, 60));
		expect(payload(raised({ scores: many }).messages[0]).text).toContain('and 3 more');
	});
});

describe('alerts that reach nobody', () => {
	const nobody = account('a', { csm_id: null, ae_id: 'ghost' });

	test('are named with the reason, in the row and in one message to the digest person', () => {
		const { unreached, alerts, messages } = raised({ accounts: [nobody], scores: [score('a', 80, 60)] });
		expect(unreached).toEqual([
			{
				alertKey: `a:health_below_70:${DAY}`,
				accountId: 'a',
				name: 'Account a',
				cause: 'health_below_70',
				reason: 'CSM: nobody is assigned; account executive: person ghost is not in cs_people',
			},
		]);
		expect(alerts[0]).toMatchObject({ sent_to: null, channel: null });
		expect(JSON.parse(alerts[0]?.detail_json ?? '{}')).toMatchObject({ reached_nobody: true });
		expect(messages.map((row) => [row.effect_key, row.target])).toEqual([[`unreached:${DAY}`, 'ops']]);
		expect(payload(messages[0]).text).toContain('- Account a (health below 70): CSM: nobody is assigned');
	});

	test('a cause without executives is named while the account team gets the message', () => {
		const people = PEOPLE.filter((row) => row.person_id !== 'eve');
		const { unreached, messages } = raised({ people, scores: [score('a', 80, 40)] });
		expect(unreached.map(({ cause }) => cause)).toEqual(['health_below_50']);
		expect(messages.map((row) => row.target)).toEqual(['cara,abe', 'ops']);
	});

	test('an account that is not in cs_accounts is said to be so', () => {
		expect(raised({ accounts: [], scores: [score('z', 80, 60)] }).unreached[0]).toMatchObject({
			name: 'z',
			reason: 'CSM: the account is not in cs_accounts; account executive: the account is not in cs_accounts',
		});
	});

	test('a deputy gets the message of an absent person, and it says so', () => {
		const people = [
			person('cara', { absent_from_on: DAY, absent_to_on: DAY, deputy_id: 'dan' }),
			person('dan'),
			person('abe'),
		];
		const { messages } = raised({ people, scores: [score('a', 80, 60)] });
		expect(messages[0]?.target).toBe('dan,abe');
		expect(payload(messages[0]).text).toContain('DAN (CSM, stands in for CARA)');
	});
});

test('every row leaves an audit row with an id of its own', () => {
	const state = input({ scores: [score('a', 80, 45), score('b', null, 60)] });
	const { audit } = raised(state);
	expect(audit.map((row) => row.audit_id)).toEqual([
		`alert.opened:a:health_below_70:${DAY}`,
		`alert.opened:a:health_below_50:${DAY}`,
		`alert.opened:b:health_below_70:${DAY}`,
		`message.planned:alert:a:${DAY}`,
		`message.planned:digest:${DAY}`,
	]);
	expect(audit.every((row) => row.run_id === 'run-1' && row.at === state.asOf)).toBe(true);
});

test.each([
	['threshold-out-of-range', { thresholds: { alertBelow: 170, executiveBelow: 50 } }],
	['threshold-out-of-range', { thresholds: { alertBelow: NaN, executiveBelow: 50 } }],
	['not-a-day', { businessDayOn: '2024-02-30' }],
	['not-an-instant', { asOf: 'yesterday' }],
	['missing-run-id', { runId: '' }],
	['due-not-positive', { dueInHours: 0 }],
])('configuration that cannot be used is an issue: %s', (code, more) => {
	const outcome = raiseHealthAlerts(input(more));
	expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toEqual([code]);
});
