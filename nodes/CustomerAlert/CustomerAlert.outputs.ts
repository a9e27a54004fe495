import type { ExpressionString, INodeOutputConfiguration } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** Outputs of each operation, in order. */
export const OUTPUT_NAMES = {
	raiseHealthAlerts: ['Alerts', 'Changes', 'Messages', 'Audit'],
	watchDailyRun: ['Message', 'Verdict'],
} as const;

const named = (names: readonly string[]): INodeOutputConfiguration[] =>
	names.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName }));

const byOperation = JSON.stringify({
	raiseHealthAlerts: named(OUTPUT_NAMES.raiseHealthAlerts),
	watchDailyRun: named(OUTPUT_NAMES.watchDailyRun),
});

/** The outputs follow the operation, so that a connection is labelled by what leaves through it. */
export const customerAlertOutputs: ExpressionString = `={{ (${byOperation})[$parameter.operation] }}`;
