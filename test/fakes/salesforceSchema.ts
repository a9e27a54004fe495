// Objects and fields of the imitated org, as a describe answer tells them.

export type FieldType =
	| 'boolean'
	| 'combobox'
	| 'currency'
	| 'date'
	| 'datetime'
	| 'double'
	| 'email'
	| 'id'
	| 'int'
	| 'percent'
	| 'picklist'
	| 'reference'
	| 'string'
	| 'textarea'
	| 'url';

export interface FieldSchema {
	readonly name: string;
	readonly label: string;
	readonly type: FieldType;
	readonly length: number;
	readonly precision: number;
	readonly scale: number;
	readonly required: boolean;
	readonly readOnly: boolean;
	readonly values: readonly string[];
	/** The picklist takes no other value. */
	readonly restricted: boolean;
	readonly referenceTo: string | null;
	readonly relationshipName: string | null;
	readonly externalId: boolean;
	readonly unique: boolean;
	/** Long text cannot be asked for in WHERE. */
	readonly filterable: boolean;
	readonly custom: boolean;
}

export interface ObjectSchema {
	readonly name: string;
	readonly prefix: string;
	readonly fields: Map<string, FieldSchema>;
}

const LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
	combobox: 255,
	email: 80,
	id: 18,
	picklist: 255,
	reference: 18,
	string: 255,
	textarea: 32000,
	url: 255,
};

/** `Name:string!` required, `IsClosed:boolean=` read only, `OwnerId:reference(User)`, `Status:picklist(New|Closed)`. */
export function parseField(text: string): FieldSchema {
	const parts = /^(\w+):([a-z]+)(?:\(([^)]*)\))?([!=]*)$/.exec(text);
	if (parts === null) throw new Error(`not a field: ${text}`);
	const [, name = '', type = '', argument = '', flags = ''] = parts;
	const isReference = type === 'reference';
	const relation = name.endsWith('__c') ? name.replace(/__c$/, '__r') : name.replace(/Id$/, '');
	return {
		name,
		label: name.replace(/__c$/, '').replace(/_/g, ' '),
		type: type as FieldType,
		length: LENGTHS[type as FieldType] ?? 0,
		precision: type === 'currency' || type === 'double' ? 18 : 0,
		scale: type === 'currency' || type === 'double' ? 2 : 0,
		required: flags.includes('!'),
		readOnly: flags.includes('='),
		values:
			type === 'picklist' || type === 'combobox' ? argument.split('|').filter((value) => value !== '') : [],
		restricted: false,
		referenceTo: isReference ? argument : null,
		relationshipName: isReference ? relation : null,
		externalId: false,
		unique: false,
		filterable: type !== 'textarea',
		custom: name.endsWith('__c'),
	};
}

const SYSTEM =
	'Id:id= IsDeleted:boolean= CreatedDate:datetime= LastModifiedDate:datetime= SystemModstamp:datetime= CreatedById:reference(User)=';

const OBJECTS: Readonly<Record<string, readonly [prefix: string, fields: string]>> = {
	Account: [
		'001',
		`${SYSTEM} Name:string! Website:url ParentId:reference(Account) Industry:picklist(Banking|Technology) NumberOfEmployees:int
		BillingCountry:string OwnerId:reference(User) AnnualRevenue:currency Type:picklist(Customer|Prospect) MasterRecordId:reference(Account)=
		Description:textarea ARR__c:currency Renewal_Date__c:date`,
	],
	Contact: [
		'003',
		`${SYSTEM} AccountId:reference(Account) FirstName:string LastName:string! Name:string= Email:email Title:string
		HasOptedOutOfEmail:boolean LastActivityDate:date= OwnerId:reference(User) MasterRecordId:reference(Contact)=`,
	],
	Case: [
		'500',
		`${SYSTEM} AccountId:reference(Account) ContactId:reference(Contact) Subject:string Priority:picklist(High|Medium|Low)
		Status:picklist(New|Working|Waiting_on_Customer|Escalated|Closed) Type:picklist(Question|Problem) IsClosed:boolean= IsEscalated:boolean
		ClosedDate:datetime= OwnerId:reference(User)`,
	],
	Contract: [
		'800',
		`${SYSTEM} AccountId:reference(Account)! Status:picklist(Draft|Activated|Terminated) StatusCode:picklist= StartDate:date EndDate:date
		ContractTerm:int CustomerSignedDate:date ARR__c:currency OwnerId:reference(User)`,
	],
	Opportunity: [
		'006',
		`${SYSTEM} AccountId:reference(Account) Name:string! StageName:picklist! CloseDate:date! Amount:currency Probability:percent
		Type:picklist(New_Business|Renewal|Upsell) IsClosed:boolean= IsWon:boolean= OwnerId:reference(User) Description:textarea`,
	],
	Event: [
		'00U',
		`${SYSTEM} AccountId:reference(Account)= WhatId:reference(Account) WhoId:reference(Contact) Subject:combobox Type:picklist(Call|Meeting)
		StartDateTime:datetime ActivityDate:date DurationInMinutes:int IsChild:boolean= OwnerId:reference(User) Description:textarea`,
	],
	Task: [
		'00T',
		`${SYSTEM} AccountId:reference(Account)= WhatId:reference(Account) WhoId:reference(Contact) Subject:combobox ActivityDate:date
		Status:picklist Priority:picklist(High|Normal|Low) IsClosed:boolean= CompletedDateTime:datetime= OwnerId:reference(User)
		TaskSubtype:picklist CallDurationInSeconds:int Description:textarea`,
	],
	User: [
		'005',
		`${SYSTEM} Name:string! Email:email! IsActive:boolean TimeZoneSidKey:picklist UserType:picklist UserRoleId:reference(UserRole)`,
	],
	UserRole: ['00E', 'Id:id= SystemModstamp:datetime= Name:string!'],
	OpportunityStage: [
		'01J',
		'Id:id= SystemModstamp:datetime= MasterLabel:string IsActive:boolean IsClosed:boolean IsWon:boolean SortOrder:int DefaultProbability:percent',
	],
	CustomField: [
		'00N',
		'Id:id= SystemModstamp:datetime= DeveloperName:string TableEnumOrId:string NamespacePrefix:string',
	],
	PermissionSet: ['0PS', 'Id:id= SystemModstamp:datetime= Name:string! Label:string!'],
	PermissionSetAssignment: [
		'0Pa',
		'Id:id= SystemModstamp:datetime= AssigneeId:reference(User)! PermissionSetId:reference(PermissionSet)!',
	],
	FieldPermissions: [
		'01k',
		'Id:id= SystemModstamp:datetime= ParentId:reference(PermissionSet)! SobjectType:string! Field:string! PermissionsRead:boolean PermissionsEdit:boolean',
	],
};

/** Objects with fields whose names have a blank in their values: blanks are written `_` above. */
function spaced(field: FieldSchema): FieldSchema {
	return { ...field, values: field.values.map((value) => value.replace(/_/g, ' ')) };
}

export function createSchema(multiCurrency: boolean): Map<string, ObjectSchema> {
	const objects = new Map<string, ObjectSchema>();
	for (const [name, [prefix, text]] of Object.entries(OBJECTS)) {
		const fields = text.split(/\s+/).map((field) => spaced(parseField(field)));
		if (multiCurrency && ['Account', 'Contract', 'Opportunity'].includes(name)) {
			fields.push({ ...parseField('CurrencyIsoCode:picklist(USD|EUR|JPY)'), restricted: true });
		}
		objects.set(name, { name, prefix, fields: new Map(fields.map((field) => [field.name, field])) });
	}
	const key = { ...parseField('Ext_Account_Id__c:string'), length: 80, externalId: true, unique: true };
	objects.get('Account')?.fields.set(key.name, key);
	return objects;
}

/** Names are found whatever their case. */
export function fieldOf(object: ObjectSchema, name: string): FieldSchema | undefined {
	const exact = object.fields.get(name);
	if (exact !== undefined) return exact;
	const lower = name.toLowerCase();
	return [...object.fields.values()].find((field) => field.name.toLowerCase() === lower);
}
