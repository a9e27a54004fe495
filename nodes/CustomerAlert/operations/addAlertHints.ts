import type { IExecuteFunctions } from 'n8n-workflow';

import type { HealthAlerts } from '../../../scoring/alerts/HealthAlerts';
import { addHint } from '../../../shared/n8n/addHint';

const NAMES_SHOWN = 10;

/** Counts of a run of the alerts, and what a person should look after, as hints of the execution. */
export function addAlertHints(
	context: IExecuteFunctions,
	{ counts, unreached }: HealthAlerts,
	faulty: number,
	skipped: number,
	unrecognised: number,
): void {
	addHint(context, {
		'scores read': counts.read,
		'without enough data': counts.insufficient,
		skipped,
		faulty,
		'alerts opened': counts.opened,
		closed: counts.closed,
		'still open': counts.stillOpen,
		'accounts in the first digest': counts.inDigest,
		messages: counts.messages,
		'reaching nobody': counts.unreached,
	});
	if (unreached.length > 0) {
		const names = [...new Set(unreached.map(({ name, reason }) => `${name} (${reason})`))];
		const more = names.length > NAMES_SHOWN ? `, and ${names.length - NAMES_SHOWN} more` : '';
		addHint(context, `Reaches nobody: ${names.slice(0, NAMES_SHOWN).join(', ')}${more}.`, 'warning');
	}
	if (unrecognised > 0) {
		addHint(
			context,
			`Rows on Context that belong to no table this node reads, and were left out: ${unrecognised}.`,
			'warning',
		);
	}
}
