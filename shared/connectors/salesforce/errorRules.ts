import type { FaultClass } from '../ConnectorFault';

export interface ErrorRule {
	readonly faultClass: FaultClass;
	readonly remedy: string;
}

const auth = (remedy: string): ErrorRule => ({ faultClass: 'auth', remedy });
const poison = (remedy: string): ErrorRule => ({ faultClass: 'poison', remedy });
const schema = (remedy: string): ErrorRule => ({ faultClass: 'schema', remedy });
const transient = (remedy: string): ErrorRule => ({ faultClass: 'transient', remedy });

const CONNECT_AGAIN = auth('Open the Salesforce credential and connect it again.');
const MAY_NOT = auth(
	"Give the integration user the permissions 'API Enabled' and read (for writing: edit) on the object, e.g. with the permission set CS_Results.",
);
const RECORD_RULE = poison(
	'Correct the record in Salesforce, or change the rule that refuses it; it is tried again with the next change.',
);
const AUTOMATION = poison(
	'An Apex trigger, flow or process of the org refused the change; its name is in the message. Ask the Salesforce administrator.',
);
const FIELD_RIGHTS = schema(
	'Check the API name of the field (custom fields end in __c) and its field-level security for the integration user: Setup > Object Manager > Fields > Set Field-Level Security. Or leave the field out of the mapping.',
);
const SOON = transient('Nothing to do: it is tried again.');
const NARROWER = transient('It is tried again; if it stays, map fewer fields or read fewer objects at once.');
const FAULT_OF_OURS: ErrorRule = {
	faultClass: 'request',
	remedy: 'This is a fault of the node; report it with the operation and the field mapping.',
};

/** What each error code of the REST API means to us, and what a person can do. */
export const ERROR_RULES: Readonly<Record<string, ErrorRule>> = {
	INVALID_SESSION_ID: CONNECT_AGAIN,
	INVALID_AUTH_HEADER: CONNECT_AGAIN,
	INVALID_GRANT: auth(
		'The login was refused: check user name, client id and key of the credential, and that the app is approved for this user.',
	),
	INVALID_LOGIN: CONNECT_AGAIN,
	INACTIVE_USER: auth(
		'Activate the integration user in Salesforce, or connect the credential with another one.',
	),
	API_DISABLED_FOR_ORG: auth(
		"This edition or user has no API. Use an edition with API access and give the user 'API Enabled'.",
	),
	API_CURRENTLY_DISABLED: auth(
		'Salesforce has switched the API off for this org at the moment; look at status.salesforce.com.',
	),
	INSUFFICIENT_ACCESS: MAY_NOT,
	INSUFFICIENT_ACCESS_OR_READONLY: MAY_NOT,
	FORBIDDEN: MAY_NOT,
	FUNCTIONALITY_NOT_ENABLED: auth(
		'The feature is not switched on in this org; ask the Salesforce administrator.',
	),
	REQUEST_LIMIT_EXCEEDED: {
		faultClass: 'daily-quota',
		remedy:
			'The API calls of the last 24 hours are used up. The run goes on when calls are free again; see Setup > System Overview > API Requests.',
	},
	NOT_FOUND: {
		faultClass: 'not-found',
		remedy: 'Check that the record or object exists and that the integration user may see it.',
	},
	INVALID_TYPE: {
		faultClass: 'not-found',
		remedy:
			'The object does not exist in this org or the integration user has no read permission on it. Leave it out of the records to read, or grant the permission.',
	},
	INVALID_FIELD: FIELD_RIGHTS,
	INVALID_FIELD_FOR_INSERT_UPDATE: schema(
		'The field cannot be written: it is computed, or field-level security makes it read-only for the integration user. Choose another field or grant edit permission.',
	),
	INVALID_QUERY_FILTER_OPERATOR: FIELD_RIGHTS,
	INVALID_QUERY_LOCATOR: {
		faultClass: 'cursor',
		remedy: 'Nothing to do: the read goes on behind the last record.',
	},
	QUERY_TIMEOUT: NARROWER,
	QUERY_TOO_COMPLICATED: FAULT_OF_OURS,
	REQUEST_RUNNING_TOO_LONG: NARROWER,
	EXCEEDED_ID_LIMIT: FAULT_OF_OURS,
	JSON_PARSER_ERROR: FAULT_OF_OURS,
	MALFORMED_QUERY: FAULT_OF_OURS,
	METHOD_NOT_ALLOWED: FAULT_OF_OURS,
	SERVER_UNAVAILABLE: SOON,
	UNABLE_TO_LOCK_ROW: SOON,
	UNKNOWN_EXCEPTION: SOON,
	CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: AUTOMATION,
	CANNOT_EXECUTE_FLOW_TRIGGER: AUTOMATION,
	FIELD_CUSTOM_VALIDATION_EXCEPTION: poison(
		'A validation rule of the org refused the change; its text is in the message. Correct the record, or exempt the integration user from the rule.',
	),
	CANNOT_UPDATE_CONVERTED_LEAD: poison(
		'A lead that was converted cannot be changed; map to the account or contact it became.',
	),
	DUPLICATE_EXTERNAL_ID: poison(
		'Several records have this key. Merge them in Salesforce, so that the key is unique.',
	),
	DUPLICATE_VALUE: poison(
		'Another record has this value in a unique field. Merge the two records, or correct the value.',
	),
	DUPLICATES_DETECTED: poison(
		'A duplicate rule of the org refused the record. Merge the duplicates, or let the rule allow the integration user.',
	),
	ENTITY_IS_DELETED: poison(
		'The record is in the recycle bin of Salesforce. Restore it, or leave it: the next read takes it out here too.',
	),
	FIELD_INTEGRITY_EXCEPTION: RECORD_RULE,
	INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: poison(
		'The integration user may not edit this record or one it belongs to. Share it with the user, or give the permission "Modify All" on the object.',
	),
	INVALID_CROSS_REFERENCE_KEY: poison(
		'The record, or one it refers to, is no longer there or not visible to the integration user.',
	),
	INVALID_EMAIL_ADDRESS: poison('Correct the email address in the record.'),
	INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: schema(
		'Add the value to the picklist (Setup > Object Manager > Fields), or map the result to a text field.',
	),
	MALFORMED_ID: poison('The id is not one of Salesforce; read the accounts again so that ids are current.'),
	NUMBER_OUTSIDE_VALID_RANGE: schema(
		'The number field is too small for the value; give it more digits before the point.',
	),
	OPERATION_WITH_INACTIVE_USER_EXCEPTION: poison(
		'The owner is no longer active. Give the account to an active user.',
	),
	INACTIVE_OWNER_OR_USER: poison('The owner is no longer active. Give the account to an active user.'),
	REQUIRED_FIELD_MISSING: poison(
		'The org demands a field that is empty. Fill it in the record, or make it optional for the integration.',
	),
	STORAGE_LIMIT_EXCEEDED: poison('The org is out of data storage; free some or buy more, then run again.'),
	STRING_TOO_LONG: schema(
		'The text is longer than the field. Make the field longer, or use a long text area.',
	),
	INVALID_TYPE_ON_FIELD_IN_RECORD: schema(
		'The field has another type than the value. Map the result to a field of the right type.',
	),
	DUPLICATE_DEVELOPER_NAME: schema(
		'It is there already, but the integration user does not see it: grant it with the permission set CS_Results.',
	),
};
