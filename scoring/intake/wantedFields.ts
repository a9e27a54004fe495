import type { CanonicalObject } from '../core/CanonicalModel';

/** Fields that scores and reports are made of: their coverage is the completeness of a portfolio. A choice of this project. */
export const WANTED_FIELDS: Readonly<Record<CanonicalObject, readonly string[]>> = {
	accounts: ['account_id', 'name', 'csm_id', 'arr_minor', 'currency', 'renewal_on', 'lifecycle_stage'],
	aliases: ['system', 'external_id', 'account_id'],
	contacts: ['contact_id', 'account_id', 'name', 'email', 'role'],
	contractLines: ['line_id', 'contract_id', 'account_id', 'arr_minor', 'currency'],
	contracts: ['contract_id', 'account_id', 'starts_on', 'ends_on', 'status'],
	interactions: ['interaction_id', 'account_id', 'kind', 'occurred_at'],
	invoices: ['invoice_id', 'account_id', 'due_on', 'amount_minor', 'currency', 'status'],
	opportunities: ['opportunity_id', 'account_id', 'kind', 'amount_minor', 'currency', 'close_on', 'status'],
	people: ['person_id', 'name', 'email', 'role'],
	surveyAnswers: ['answer_id', 'account_id', 'kind', 'asked_at'],
	tasks: ['task_id', 'account_id', 'title', 'status', 'due_at'],
	tickets: ['ticket_id', 'account_id', 'priority', 'status', 'opened_at'],
	usage: ['account_id', 'period', 'starts_on', 'active_users'],
};
