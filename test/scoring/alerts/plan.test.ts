import { alertLevels } from '../../../scoring/alerts/alertLevels';
import { closeAlert } from '../../../scoring/alerts/closeAlert';
import { closedOn } from '../../../scoring/alerts/closedOn';
import { findCrossings } from '../../../scoring/alerts/findCrossings';
import { formatAmount } from '../../../scoring/alerts/formatAmount';
import { formatInstant } from '../../../scoring/alerts/formatInstant';
import { listDeeds } from '../../../scoring/alerts/listDeeds';
import { planAlerts } from '../../../scoring/alerts/planAlerts';
import { planDigest } from '../../../scoring/alerts/planDigest';
import { planFallMessage } from '../../../scoring/alerts/planFallMessage';
import { planUnreached } from '../../../scoring/alerts/planUnreached';
import { readDetail } from '../../../scoring/alerts/readDetail';
import { writeAlertText } from '../../../scoring/alerts/writeAlertText';
import { writeDigestText } from '../../../scoring/alerts/writeDigestText';
import { account, DAY, input, person, score } from './alertRows';

const levels = alertLevels({ alertBelow: 70, executiveBelow: 50 });
const [fall] = findCrossings([score('a', 74, 45)], [], levels, DAY).falls;
if (fall === undefined) throw new Error('no fall');
const mia = person('mia', { name: null });
const planned = planAlerts({
	fall,
	name: 'Acme',
	channel: 'message',
	asOf: `${DAY}T00:05:00.000Z`,
	routeOf: (level) =>
		level.below === 70
			? { reached: [{ person: mia, as: 'CSM' }], missed: [] }
			: { reached: [], missed: ['executive: away'] },
});

test('planAlerts makes one row per level, and names the level that reaches nobody', () => {
	expect(
		planned.map(({ row, isNew, unreached }) => [row.cause, row.sent_to, isNew, unreached?.reason]),
	).toEqual([
		['health_below_70', 'mia', true, undefined],
		['health_below_50', null, true, 'executive: away'],
	]);
});

test('planFallMessage plans nothing without an alert, and nothing that reaches nobody', () => {
	expect(planFallMessage([], null, input(), [])).toEqual({ message: null, keys: [] });
	expect(planFallMessage(planned.slice(1), null, input(), [])).toEqual({ message: null, keys: [] });
	expect(planFallMessage(planned, null, input(), []).message?.target).toBe('mia');
});

test('planDigest and planUnreached plan nothing when there is nothing to tell', () => {
	expect(planDigest([], new Map(), mia, input()).message).toBeNull();
	expect(planUnreached([], mia, input()).message).toBeNull();
});

test('planUnreached counts and names', () => {
	const unreached = planned.flatMap((alert) => alert.unreached ?? []);
	const { message } = planUnreached(unreached, null, input());
	expect(message?.target).toBeNull();
	expect(readDetail(message?.payload_json ?? null)).toMatchObject({
		title: '1 health alert reaches nobody',
		alert_keys: [`a:health_below_50:${DAY}`],
	});
});

test('writeAlertText says who gets it by id when there is no name, and what an executive does', () => {
	const { title, text } = writeAlertText(fall, null, [{ person: mia, as: 'CSM' }], `${DAY}T00:00:00.000Z`);
	expect(title).toBe('a: health below 50 (74 to 45)');
	expect(text).toContain('Goes to: mia (CSM).');
	expect(text).toContain('Next: an executive agrees a recovery plan with the account team.');
	const first = { ...fall, score: { ...fall.score, previous: null, lost: [], reason: null } };
	const bare = writeAlertText(first, account('a'), [], 'some day');
	expect(bare.title).toBe('Account a: health below 50 (45)');
	expect(bare.text).toContain('health starts at 45, below 70 and 50.');
	expect(bare.text).not.toContain('Why');
	expect(bare.text).toContain('Act by some day.');
});

test('writeDigestText speaks of one account in the singular and of unknown ARR as unknown', () => {
	const { title, text } = writeDigestText([{ fall, account: null, comparableArr: null }]);
	expect(title).toBe('1 account starts below a health threshold');
	expect(text).toContain('1. a: health 45, ARR unknown; Active users 31 %: costs 12.4 points');
});

test('a closed row says when and by which score, and closedOn reads it back', () => {
	const [row] = planned.map((alert) => alert.row);
	if (row === undefined) throw new Error('no row');
	const closed = closeAlert(
		{ ...row, detail_json: 'broken' },
		score('a', 45, 71),
		'2024-01-20T00:05:00.000Z',
		'2024-01-20',
	);
	expect(closed).toMatchObject({ closed_at: '2024-01-20T00:05:00.000Z', rev: 2 });
	expect(readDetail(closed.detail_json)).toEqual({ closed: { on: '2024-01-20', rounded: 71 } });
	expect([closedOn(closed), closedOn(row), closedOn({ ...row, closed_at: DAY })]).toEqual([
		'2024-01-20',
		null,
		null,
	]);
});

test('listDeeds lists each deed once, those of an interrupted call too', () => {
	const [row] = planned.map((alert) => alert.row);
	if (row === undefined) throw new Error('no row');
	const closed = closeAlert(row, score('a', 45, 71), `${DAY}T00:05:00.000Z`, DAY);
	const day = { planned, changes: [closed], messageKeys: ['k', 'k'], businessDayOn: DAY };
	const deeds = listDeeds({ ...day, ledger: [row] });
	expect(deeds.map(({ action }) => action)).toEqual([
		'alert.opened',
		'alert.opened',
		'alert.closed',
		'message.planned',
	]);
	expect(listDeeds({ ...day, changes: [], ledger: [closed] })).toEqual(deeds);
});

test('amounts and instants for people', () => {
	expect(formatAmount(-150, 'jpy')).toBe('JPY -150');
	expect(formatAmount(123_456_789_00, 'USD')).toBe('USD 123,456,789');
	expect([formatAmount(null, 'USD'), formatAmount(1, null)]).toEqual([null, null]);
	expect(formatInstant('2024-01-15T01:00:00+01:00')).toBe('2024-01-15 00:00 UTC');
	expect([readDetail('[1]'), readDetail('{'), readDetail(null)]).toEqual([{}, {}, {}]);
});
