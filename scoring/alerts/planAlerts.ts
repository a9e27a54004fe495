import type { AlertRow } from './AlertRows';
import type { AlertLevel } from './alertLevels';
import type { Crossing, Fall } from './findCrossings';
import type { Unreached } from './HealthAlerts';
import type { AlertRoute } from './routeAlert';

export interface PlannedAlert {
	readonly fall: Fall;
	readonly crossing: Crossing;
	/** As it is in the ledger already, else as it is to be inserted. */
	readonly row: AlertRow;
	readonly isNew: boolean;
	readonly route: AlertRoute;
	readonly unreached: Unreached | null;
}

export interface AlertPlan {
	readonly fall: Fall;
	readonly name: string;
	readonly channel: 'message' | 'digest';
	/** Who gets the alert of a level. */
	readonly routeOf: (level: AlertLevel) => AlertRoute;
	readonly asOf: string;
}

/** Plans one row of cs_alerts per level an account fell under, with whom it reaches, and why it reaches nobody where that is so. */
export function planAlerts(plan: AlertPlan): readonly PlannedAlert[] {
	return plan.fall.crossings.map((crossing) => {
		const route = plan.routeOf(crossing.level);
		const row = crossing.row ?? newRow(plan, crossing, route);
		const unreached =
			route.reached.length > 0
				? null
				: {
						alertKey: crossing.alertKey,
						accountId: plan.fall.score.accountId,
						name: plan.name,
						cause: crossing.level.cause,
						reason: route.missed.join('; '),
					};
		return { fall: plan.fall, crossing, row, isNew: crossing.row === null, route, unreached };
	});
}

function newRow(plan: AlertPlan, crossing: Crossing, route: AlertRoute): AlertRow {
	const { score } = plan.fall;
	const reached = route.reached.map(({ person }) => person.person_id);
	const detail = {
		rounded: score.rounded,
		previous: score.previous,
		band: score.band,
		why: score.lost.slice(0, 3),
		...(route.missed.length > 0 ? { not_reached: route.missed } : {}),
		...(reached.length === 0 ? { reached_nobody: true } : {}),
	};
	return {
		alert_key: crossing.alertKey,
		account_id: score.accountId,
		cause: crossing.level.cause,
		priority: crossing.level.priority,
		opened_at: plan.asOf,
		sent_to: reached.length === 0 ? null : reached.join(','),
		channel: reached.length === 0 ? null : plan.channel,
		acknowledged_at: null,
		acknowledged_by: null,
		escalated_at: null,
		closed_at: null,
		detail_json: JSON.stringify(detail),
		rev: 1,
	};
}
