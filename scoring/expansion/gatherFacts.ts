import type { SignalInput } from './Signal';
import { championStrength } from './championStrength';
import type { ReadinessFacts } from './assessReadiness';

/** Fields of custom_json that people judge for this. */
const JUDGED = [
	'readiness_stakeholder',
	'readiness_budget_timeline',
	'readiness_technical',
	'readiness_competitive',
	'budget_qualification',
	'competitive_risk',
];
const MEASURED = [
	'decision_makers',
	'meeting_attendance_rate',
	'days_since_contact',
	'payment_history_score',
	'days_to_renewal',
	'feature_adoption',
	'advanced_feature_usage',
	'integration_status',
	'performance',
	'open_urgent_tickets',
	'nps_score',
	'roi_demonstration',
];

/**
 * The facts readiness is judged by: measures of the account, judgements in custom_json, and the champion. What was not observed is null.
 *
 * @example
 * gatherFacts({ asOf: '2026-01-20', measures: { nps_score: { value: 9, observedOn: null } }, records: { contacts: [], interactions: [] } }).nps_score
 * // => 9
 */
export function gatherFacts(
	input: Pick<SignalInput, 'asOf' | 'measures'> & {
		readonly records: Pick<SignalInput['records'], 'contacts' | 'interactions'>;
	},
): ReadinessFacts {
	const { measures, records, asOf } = input;
	const facts: Record<string, number | string | null> = {
		champion_strength: championStrength(records.contacts, records.interactions, asOf),
	};
	for (const id of [...JUDGED, ...MEASURED]) facts[id] = measures[id]?.value ?? null;
	return facts;
}
