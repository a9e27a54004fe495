import type { Issue } from '../core/issue';
import { isDay } from '../core/isDay';
import type { AlertThresholds } from './alertLevels';
import type { ChurnThresholds } from './churnAlertLevels';
import type { AlertsInput } from './HealthAlerts';

/**
 * Checks what a run of the alerts is configured with: thresholds (0 to 100), business day (YYYY-MM-DD), instant, run id, hours until
 * due (above 0). Empty when everything is usable. Rows are not checked here: a bad row is a fault of that row alone.
 *
 * @example
 * checkAlertInput({
 * 	scores: [],
 * 	accounts: [],
 * 	people: [],
 * 	ledger: [],
 * 	outbox: [],
 * 	audit: [],
 * 	thresholds: { alertBelow: 70, executiveBelow: 50 },
 * 	digestPersonId: null,
 * 	runId: 'run-1',
 * 	asOf: '2024-01-15T00:05:00.000Z',
 * 	businessDayOn: '2024-02-30',
 * }).map((issue) => issue.code)
 * // => ['not-a-day']
 */
export function checkAlertInput(
	input: AlertsInput & { readonly thresholds: AlertThresholds | ChurnThresholds },
): readonly Issue[] {
	const issues: Issue[] = [];
	const fault = (code: string, path: string, message: string, remedy: string): void => {
		issues.push({ code, path, message, remedy, severity: 'error' });
	};
	for (const [name, value] of Object.entries(input.thresholds) as ReadonlyArray<[string, number]>) {
		if (!(value >= 0 && value <= 100)) {
			fault(
				'threshold-out-of-range',
				`thresholds.${name}`,
				`The threshold ${value} is no score.`,
				'Enter a number from 0 to 100, such as 70.',
			);
		}
	}
	if (!isDay(input.businessDayOn)) {
		fault(
			'not-a-day',
			'businessDayOn',
			`The business day '${input.businessDayOn}' is no calendar day.`,
			'Enter the day as YYYY-MM-DD, such as 2024-01-15.',
		);
	}
	if (Number.isNaN(Date.parse(input.asOf))) {
		fault(
			'not-an-instant',
			'asOf',
			`The instant '${input.asOf}' cannot be read.`,
			'Enter a UTC instant, such as 2024-01-15T00:00:00.000Z.',
		);
	}
	if (input.runId === '') {
		fault(
			'missing-run-id',
			'runId',
			'The run has no id.',
			'Enter the id of the run, such as run-2024-01-15.',
		);
	}
	if (input.dueInHours !== undefined && !(input.dueInHours > 0)) {
		fault(
			'due-not-positive',
			'dueInHours',
			`Nobody can act within ${input.dueInHours} hours.`,
			'Enter a number of hours above 0, such as 24.',
		);
	}
	return issues;
}
