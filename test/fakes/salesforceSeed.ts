import type { Row } from './salesforceQuery';
import { parseField, type FieldSchema } from './salesforceSchema';
import type { Store } from './salesforceStore';

const STAGES = [
	['Prospecting', 10, false, false],
	['Proposal', 60, false, false],
	['Closed Won', 100, true, true],
	['Closed Lost', 0, true, false],
] as const;

/** Fields and permissions of the write-back, as a prepared org has them. */
export const PREPARED: ReadonlyArray<readonly [on: string, field: FieldSchema]> = [
	['Account', { ...parseField('CS_Health_Score__c:double'), precision: 4, scale: 1 }],
	['Account', { ...parseField('CS_Health_Band__c:string'), length: 40 }],
	['Account', { ...parseField('CS_Health_Trend__c:string'), length: 40 }],
	['Account', { ...parseField('CS_Confidence__c:string'), length: 40 }],
	['Account', { ...parseField('CS_Coverage__c:double'), precision: 5, scale: 4 }],
	['Account', { ...parseField('CS_Churn_Prob__c:double'), precision: 5, scale: 4 }],
	['Account', parseField('CS_Score_Date__c:date')],
	['Account', { ...parseField('CS_Reasons__c:textarea'), length: 32000 }],
	['Account', { ...parseField('CS_Row_Hash__c:string'), length: 40 }],
	['Activity', { ...parseField('CS_Effect_Key__c:string'), externalId: true, unique: true }],
	['Opportunity', { ...parseField('CS_Effect_Key__c:string'), externalId: true, unique: true }],
];

export interface SeedOptions {
	readonly accounts: number;
	readonly children: number;
	readonly prepared: boolean;
	readonly start: number;
}

/** Instants of seven records are the same, so that paging by time alone would lose or repeat some. */
function stamped(row: Row, start: number, number: number): void {
	const at = new Date(start - 30 * 86_400_000 + Math.floor(number / 7) * 1000).toISOString();
	const text = `${at.slice(0, 19)}.000+0000`;
	Object.assign(row, { CreatedDate: text, LastModifiedDate: text, SystemModstamp: text });
}

function day(start: number, days: number): string {
	return new Date(start + days * 86_400_000).toISOString().slice(0, 10);
}

function seedChildren(store: Store, options: SeedOptions, account: Row, number: number): void {
	const { children, start } = options;
	const insert = (object: string, fields: Row) => {
		const schema = store.objectOf(object);
		if (schema !== null) stamped(store.insert(schema, { AccountId: account.Id, ...fields }), start, number);
	};
	const at = (days: number) => `${day(start, days)}T09:00:00.000+0000`;
	for (let child = 0; child < children; child++) {
		insert('Contact', {
			FirstName: 'Person',
			LastName: `${number}-${child}`,
			Email: `person${number}.${child}@account${number}.example`,
			Title: 'Head of Operations',
			HasOptedOutOfEmail: child % 5 === 4,
		});
		insert('Case', {
			Subject: 'Question',
			Priority: ['High', 'Medium', 'Low'][child % 3],
			Status: ['New', 'Waiting on Customer', 'Closed'][child % 3],
			Type: 'Question',
			IsEscalated: child % 4 === 0,
		});
		insert('Opportunity', {
			Name: `Deal ${number}-${child}`,
			StageName: ['Prospecting', 'Closed Won', 'Closed Lost'][child % 3],
			CloseDate: day(start, 30 + child),
			Amount: 1200.5 + child,
			Type: ['New Business', 'Renewal', 'Upsell'][child % 3],
		});
		insert('Event', {
			WhatId: account.Id,
			Subject: 'Quarterly review',
			Type: 'Meeting',
			StartDateTime: at(child - 40),
			DurationInMinutes: 45,
		});
	}
	if (children > 0) {
		insert('Contract', {
			Status: 'Activated',
			StartDate: day(start, -300),
			EndDate: day(start, 65),
			ContractTerm: 12,
			CustomerSignedDate: day(start, -310),
			ARR__c: 12_000 + number,
		});
	}
}

/** Fills the org: stages, fields of the write-back, accounts and what belongs to them. */
export function seedSalesforce(store: Store, options: SeedOptions): void {
	const stage = store.objectOf('OpportunityStage');
	const accounts = store.objectOf('Account');
	const user = store.objectOf('User');
	const customFields = store.objectOf('CustomField');
	if (stage === null || accounts === null || user === null || customFields === null) return;
	STAGES.forEach(([label, probability, isClosed, isWon], order) =>
		store.insert(stage, {
			MasterLabel: label,
			IsActive: true,
			IsClosed: isClosed,
			IsWon: isWon,
			SortOrder: order + 1,
			DefaultProbability: probability,
		}),
	);
	const permissions = store.objectOf('FieldPermissions');
	const set = store.objectOf('PermissionSet');
	const assignment = store.objectOf('PermissionSetAssignment');
	if (options.prepared && permissions !== null && set !== null && assignment !== null) {
		const parent = store.insert(set, { Name: 'CS_Results', Label: 'CS Results' }).Id;
		for (const [on, field] of PREPARED) {
			store.addField(on, field);
			store.insert(customFields, {
				TableEnumOrId: on,
				DeveloperName: field.name.slice(0, -3),
				NamespacePrefix: null,
			});
			const seenOn = on === 'Activity' ? 'Task' : on;
			const Field = `${seenOn}.${field.name}`;
			store.insert(permissions, {
				ParentId: parent,
				SobjectType: seenOn,
				Field,
				PermissionsRead: true,
				PermissionsEdit: true,
			});
		}
		store.insert(assignment, { AssigneeId: store.userId, PermissionSetId: parent });
	}
	const owner = [...store.rowsOf(user)].find(({ Name: name }) => name === 'Ada Owner');
	for (let number = 1; number <= options.accounts; number++) {
		const account = store.insert(accounts, {
			Name: `Account ${number}`,
			Website: `https://www.account${number}.example/`,
			Ext_Account_Id__c: `CUST_${String(number).padStart(4, '0')}`,
			Industry: 'Technology',
			NumberOfEmployees: 50 + (number % 400),
			BillingCountry: 'Germany',
			OwnerId: owner?.Id,
			AnnualRevenue: 5_000_000,
			ARR__c: 12_000 + number,
			Renewal_Date__c: day(options.start, number % 365),
			Type: 'Customer',
		});
		stamped(account, options.start, number);
		seedChildren(store, options, account, number);
	}
}
