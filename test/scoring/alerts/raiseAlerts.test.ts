import type { AlertLevel } from '../../../scoring/alerts/alertLevels';
import { churnSubject } from '../../../scoring/alerts/churnSubject';
import { healthSubject } from '../../../scoring/alerts/healthSubject';
import { raiseAlerts } from '../../../scoring/alerts/raiseAlerts';
import type { Deed } from '../../../scoring/alerts/writeAudit';
import { DAY, input, score } from './alertRows';

const level = (below: number, prefix: string): AlertLevel => ({
	below,
	cause: `${prefix}${below}`,
	audiences: ['account team'],
	priority: 'high',
});
const HEALTH = [level(70, 'health_below_')];
const CHURN = [level(70, 'churn_above_')];
const FELL = [score('a', 74, 66)];
const ROSE = [score('a', 66, 74)];

test('the subject says which side of a level is bad', () => {
	const causes = (...[scores, subject, levels]: [typeof FELL, typeof churnSubject, typeof HEALTH]) =>
		raiseAlerts(input({ scores }), subject, levels).alerts.map(({ cause }) => cause);
	expect(causes(FELL, healthSubject, HEALTH)).toEqual(['health_below_70']);
	expect(causes(ROSE, healthSubject, HEALTH)).toEqual([]);
	expect(causes(ROSE, churnSubject, CHURN)).toEqual(['churn_above_70']);
	expect(causes(FELL, churnSubject, CHURN)).toEqual([]);
});

test('one alert, one message to the account team, both in the audit beside the other deeds, counted', () => {
	const deed: Deed = {
		action: 'alerts.suppressed',
		subject: `churn:${DAY}`,
		reason: 'Half the rows are missing.',
	};
	const { messages, audit, counts } = raiseAlerts(input({ scores: ROSE }), churnSubject, CHURN, [deed]);
	expect(messages.map(({ effect_key, target }) => [effect_key, target])).toEqual([
		[`churn-alert:a:${DAY}`, 'cara,abe'],
	]);
	expect(audit.map(({ audit_id }) => audit_id)).toEqual([
		`alert.opened:a:churn_above_70:${DAY}`,
		`message.planned:churn-alert:a:${DAY}`,
		`alerts.suppressed:churn:${DAY}`,
	]);
	expect(counts).toEqual({
		read: 1,
		insufficient: 0,
		opened: 1,
		closed: 0,
		stillOpen: 0,
		inDigest: 0,
		messages: 1,
		unreached: 0,
	});
});

test('alerts of another subject in the ledger are left alone, also by the audit', () => {
	const open = raiseAlerts(input({ scores: FELL }), healthSubject, HEALTH).alerts;
	const closed = raiseAlerts(
		input({ scores: [score('a', 66, 90)], ledger: open }),
		healthSubject,
		HEALTH,
	).changes;
	expect(closed).toHaveLength(1);
	const beside = raiseAlerts(input({ scores: ROSE, ledger: closed }), churnSubject, CHURN);
	expect(beside).toEqual(raiseAlerts(input({ scores: ROSE }), churnSubject, CHURN));
	const back = { scores: [score('a', 66, 20)], ledger: open, businessDayOn: '2024-01-16' };
	const churn = raiseAlerts(input(back), churnSubject, CHURN);
	expect([churn.changes, churn.audit, churn.counts.closed]).toEqual([[], [], 0]);
	const recovered = { ...back, scores: [score('a', 66, 90)] };
	expect(raiseAlerts(input(recovered), healthSubject, HEALTH).counts.closed).toBe(1);
});
