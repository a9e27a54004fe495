import { outputsByOperation } from '../../shared/n8n/outputsByOperation';

/** Outputs of each operation, in order. */
export const OUTPUT_NAMES = {
	raiseChurnAlerts: ['Alerts', 'Changes', 'Messages', 'Audit'],
	raiseHealthAlerts: ['Alerts', 'Changes', 'Messages', 'Audit'],
	watchDailyRun: ['Message', 'Verdict'],
} as const;

export const customerAlertOutputs = outputsByOperation(OUTPUT_NAMES);
