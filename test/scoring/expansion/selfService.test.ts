import { addDays } from '../../../scoring/core/addDays';
import { findSignals } from '../../../scoring/expansion/findSignals';
import { SIGNAL_RULES } from '../../../scoring/expansion/signalRules';
import type { Row } from '../../../scoring/measures/Records';
import { caseOf, RECORDS } from './techCorp';

const account = { account_id: 'free', tier: 'community', started_on: '2024-10-01' };
const bare = {
	...RECORDS,
	usage: [],
	tickets: [],
	interactions: [],
	contacts: [],
	contractLines: [],
	entitlements: [],
};
const events = (kind: string, count: number, day: string): Row[] =>
	Array.from({ length: count }, (_, index) => ({
		event_id: `${kind}-${index}`,
		account_id: 'free',
		kind,
		at: `${day}T0${index % 10}:00:00Z`,
	}));
const found = (list: Row[], tier = 'community') =>
	findSignals(caseOf({ account: { ...account, tier }, records: bare, events: list }), SIGNAL_RULES, {}, 0.25);

test.each([
	['workflow_created', 3, 'three_workflows'],
	['ai_request', 10, 'ten_ai_requests'],
	['workflow_shared', 1, 'first_share'],
])('%s: %i of them trigger %s, one less does not', (kind, count, id) => {
	const day = '2024-11-23';
	expect(found(events(kind, count - 1, day))).toEqual([]);
	const [signal] = found(events(kind, count, day));
	expect(signal).toMatchObject({ rule: { id }, type: 'upgrade', value: count, observedOn: day });
	expect(signal?.current).toHaveLength(count);
	expect(found(events(kind, count, day), 'enterprise')).toEqual([]);
});

test('weekly counts add up, and the day is the end of the week that reached it', () => {
	const usage = [1, 1, 1].map((workflows_created, week) => ({
		account_id: 'free',
		period: 'week',
		starts_on: addDays('2024-10-28', 7 * week),
		more_json: JSON.stringify({ workflows_created }),
	}));
	const input = caseOf({ account, records: { ...bare, usage } });
	expect(findSignals(input, SIGNAL_RULES, {}, 0.25)[0]).toMatchObject({ value: 3, observedOn: '2024-11-17' });
});

const limited = (users: readonly number[], tier: string) => {
	const usage = users.map((active_users, week) => ({
		account_id: 'free',
		period: 'week',
		starts_on: addDays('2024-11-18', 7 * (week - users.length)),
		active_users,
	}));
	const entitlements = [
		{
			account_id: 'free',
			metric: 'seats',
			limit_value: 100,
			period: 'total',
			valid_from_on: '2024-01-01',
			valid_to_on: null,
		},
	];
	const input = caseOf({ account: { ...account, tier }, records: { ...bare, usage, entitlements } });
	return findSignals(input, SIGNAL_RULES, {}, 0.25).filter(({ rule }) => rule.id === 'usage_limit');
};

test('a limit fires at 85 %, not below; low tiers are offered the next tier', () => {
	expect(limited([85, 85, 85, 85], 'enterprise')[0]).toMatchObject({
		type: 'upsell',
		value: 85,
		baseline: 100,
	});
	expect(limited([84, 84, 84, 84], 'enterprise')).toEqual([]);
	expect(limited([84, 84, 99, 99], 'enterprise')).toEqual([]);
	expect(limited([85, 85, 85, 85], 'starter')[0]?.type).toBe('upgrade');
});

test('says when the limit will be reached', () => {
	const rising = Array.from({ length: 12 }, (_, week) => 74 + 2 * week);
	expect(limited(rising, 'enterprise')[0]?.demand?.reachedOn).toBe('2024-12-01');
	expect(limited(rising, 'enterprise')[0]?.words).toContain('is reached about 2024-12-01');
});
