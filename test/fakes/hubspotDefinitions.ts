/** A property as the portal defines it. */
export interface Definition {
	readonly name: string;
	readonly label: string;
	readonly type: string;
	readonly fieldType: string;
	readonly groupName: string;
	readonly unique: boolean;
	readonly readOnly: boolean;
	options: ReadonlyArray<{ readonly label: string; readonly value: string }>;
}

function define(
	name: string,
	type = 'string',
	more: { unique?: boolean; readOnly?: boolean; options?: readonly string[]; groupName?: string } = {},
): Definition {
	return {
		name,
		label: name.replaceAll('_', ' '),
		type,
		fieldType: type === 'enumeration' ? 'select' : type === 'string' ? 'text' : type,
		groupName: more.groupName ?? 'companyinformation',
		unique: more.unique ?? false,
		readOnly: more.readOnly ?? false,
		options: (more.options ?? []).map((value) => ({ label: value, value })),
	};
}

const system = (modified: string): Definition[] => [
	define('hs_object_id', 'number', { readOnly: true }),
	define('createdate', 'datetime', { readOnly: true }),
	define(modified, 'datetime', { readOnly: true }),
	define('hubspot_owner_id', 'enumeration', { options: ['201', '202', '203'] }),
];
const texts = (names: string): Definition[] => names.split(' ').map((name) => define(name));
const numbers = (names: string): Definition[] => names.split(' ').map((name) => define(name, 'number'));
const instants = (names: string): Definition[] => names.split(' ').map((name) => define(name, 'datetime'));
const choice = (name: string, options: string): Definition =>
	define(name, 'enumeration', { options: options.split(' ') });
const computed = (names: string): Definition[] =>
	names.split(' ').map((name) => define(name, 'string', { readOnly: true }));

const STAGES =
	'subscriber lead marketingqualifiedlead salesqualifiedlead opportunity customer evangelist other';
const DEAL_STAGES =
	'appointmentscheduled contractsent closedwon closedlost renewal_open renewal_sent renewed churned';

function seed(): Readonly<Record<string, Definition[]>> {
	const modified = 'hs_lastmodifieddate';
	return {
		companies: [
			...system(modified),
			...texts('name domain website hs_country_code timezone industry twitterhandle'),
			...numbers('annualrevenue numberofemployees arr facebookfans'),
			...instants('closedate'),
			...computed('hs_merged_object_ids hs_parent_company_id'),
			define('renewal_date', 'date'),
			choice('lifecyclestage', STAGES),
			define('ext_account_id', 'string', { unique: true }),
		],
		contacts: [
			...system('lastmodifieddate'),
			...texts('firstname lastname email jobtitle hs_language hs_timezone hs_buying_role'),
			...instants('notes_last_contacted'),
			...computed('hs_merged_object_ids'),
			define('hs_email_optout', 'bool'),
		],
		deals: [
			...system(modified),
			...texts('dealname pipeline'),
			...numbers('amount hs_arr hs_mrr'),
			...instants('closedate'),
			...computed('hs_is_closed hs_is_closed_won hs_deal_stage_probability'),
			choice('dealtype', 'newbusiness existingbusiness'),
			choice('dealstage', DEAL_STAGES),
			choice('deal_currency_code', 'USD EUR GBP JPY'),
		],
		tickets: [
			...system(modified),
			...texts('subject content hs_ticket_category hs_pipeline'),
			...instants('closed_date first_agent_reply_date'),
			choice('hs_ticket_priority', 'LOW MEDIUM HIGH URGENT'),
			choice('hs_pipeline_stage', '1 2 3 4'),
		],
		meetings: [
			...system(modified),
			...texts('hs_meeting_title hs_internal_meeting_notes hs_activity_type'),
			...instants('hs_timestamp hs_meeting_start_time hs_meeting_end_time'),
			choice('hs_meeting_outcome', 'SCHEDULED COMPLETED RESCHEDULED NO_SHOW CANCELED'),
		],
		tasks: [
			...system(modified),
			...texts('hs_task_subject hs_task_body'),
			...instants('hs_timestamp hs_task_completion_date'),
			...computed('hs_body_preview'),
			choice('hs_task_priority', 'NONE LOW MEDIUM HIGH'),
			choice('hs_task_status', 'NOT_STARTED IN_PROGRESS COMPLETED WAITING DEFERRED'),
			choice('hs_task_type', 'TODO CALL EMAIL'),
		],
	};
}

/** What the write-back needs, as a person with the documentation would make it. */
function prepare(): Readonly<Record<string, Definition[]>> {
	const groupName = 'customer_success';
	const key = define('cs_effect_key', 'string', { unique: true, groupName });
	return {
		companies: [
			...numbers('cs_health_score cs_coverage cs_churn_prob'),
			...texts('cs_health_confidence cs_reasons cs_row_hash'),
			choice('cs_health_band', 'excellent good fair poor'),
			choice('cs_health_trend', 'improving stable declining critical'),
			define('cs_score_date', 'date'),
		],
		deals: [key],
		tasks: [key],
	};
}

/** Properties of a portal by object type; `prepared`: ours are there too. */
export function seedDefinitions(prepared: boolean): Map<string, Map<string, Definition>> {
	const ours = prepared ? prepare() : {};
	return new Map(
		Object.entries(seed()).map(([type, definitions]) => [
			type,
			new Map([...definitions, ...(ours[type] ?? [])].map((definition) => [definition.name, definition])),
		]),
	);
}
