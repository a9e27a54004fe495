import type { IDataObject } from 'n8n-workflow';

import { sumMoney } from '../../../scoring/core/sumMoney';
import type { RenewalPlan } from '../../../scoring/renewal/RenewalPlan';

export interface PlanCounts {
	readonly read: number;
	readonly faulty: number;
	readonly skipped: number;
	readonly tasks: number;
	readonly events: number;
}

/** One item on what was planned: counts by state, money due by currency, stages said. */
export function writePlanSummary(
	plans: readonly RenewalPlan[],
	counts: PlanCounts,
	frame: { readonly runId: string | null; readonly asOfOn: string },
): IDataObject {
	const states: Record<string, number> = {};
	const sources: Record<string, number> = {};
	for (const { state, due, estimate } of plans) {
		states[state] = (states[state] ?? 0) + 1;
		if (!due) continue;
		const source = estimate.source ?? 'not_known';
		sources[source] = (sources[source] ?? 0) + 1;
	}
	const due = plans.filter((plan) => plan.due);
	const near = due.filter(({ state }) => state !== 'upcoming');
	const risky = due.filter(({ assessment }) => assessment.confidence === 'at_risk');
	const crossings = plans.flatMap((plan) => plan.crossings);
	return {
		run_id: frame.runId,
		as_of_on: frame.asOfOn,
		...counts,
		planned: plans.length,
		due: due.length,
		in_window: near.length,
		at_risk: risky.length,
		stages_said: crossings.length,
		stages_late: crossings.filter(({ late }) => late).length,
		warnings: plans.reduce((sum, { issues }) => sum + issues.length, 0),
		details: {
			states,
			probability_sources: sources,
			due_by_currency: sumOf(due),
			in_window_by_currency: sumOf(near),
			at_risk_by_currency: sumOf(risky),
			without_amount: due.filter(({ amount }) => amount.arrMinor === null).length,
		} as unknown as IDataObject,
	};
}

const sumOf = (plans: readonly RenewalPlan[]): IDataObject[] =>
	sumMoney(
		plans.map(({ amount }) => ({ amountMinor: amount.arrMinor, currency: amount.currency })),
		{ reportCurrency: null, onDay: '', rates: [] },
	).perCurrency.map(({ currency, amountMinor, count }) => ({
		currency,
		arr_minor: amountMinor,
		contracts: count,
	}));
