import type { IExecuteFunctions } from 'n8n-workflow';

import type { ConnectorFault } from '../../../shared/connectors/ConnectorFault';
import { addHint } from '../../../shared/n8n/addHint';

/** The run was stopped after part of the work was done: what was done must reach the tables, so this is a line and not an error. */
export function addStopHint(context: IExecuteFunctions, { message, remedy }: ConnectorFault): void {
	addHint(
		context,
		`Stopped before the end: ${message} ${remedy} What was left is marked and goes on with the next run.`,
		'warning',
	);
}
