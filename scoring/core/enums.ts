import { SEED_ENUMS } from './seedEnums';

/** Of our own tables. Where two sources of the data model differ, the table's list holds both words (urgent and critical). */
const TABLE_ENUMS: Readonly<Record<string, string>> = {
	'cs_accounts.tier': 'community starter professional enterprise',
	'cs_accounts.lifecycle_stage': 'onboarding adoption growth renewal churned',
	'cs_contract_lines.status': 'active ended superseded',
	'cs_contracts.status': 'draft active ended terminated',
	'cs_interactions.kind': 'meeting call email qbr training webinar visit message note other',
	'cs_interactions.sentiment': 'positive neutral negative',
	'cs_invoices.status': 'draft open paid void uncollectible',
	'cs_milestones.status': 'open done cancelled',
	'cs_opportunities.kind': `new renewal expansion ${SEED_ENUMS['expansion_opportunities.expansion_type']}`,
	'cs_opportunities.status': 'open won lost',
	'cs_survey_answers.kind': 'nps csat ces text',
	'cs_tasks.priority': 'low medium high urgent critical',
	'cs_tasks.status': 'open done cancelled',
	'cs_tickets.priority': 'low medium high urgent critical',
	'cs_tickets.status': 'open pending resolved closed',
	'cs_usage.period': 'day week month quarter',
	'cs_value_ledger.kind': 'baseline target direct operational strategic cost cost_of_inaction',
	'health.band': 'excellent good fair poor',
	'health.direction': 'improving stable declining',
	'account.size': 'small medium large enterprise',
	'privacy.sensitivity': 'public internal confidential restricted',
};

/** Every enumeration by `table.column`, lower case; what a field may hold and what messages name. */
export const ENUMS: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({ ...SEED_ENUMS, ...TABLE_ENUMS }).map(([name, values]) => [name, values.split(' ')]),
);
