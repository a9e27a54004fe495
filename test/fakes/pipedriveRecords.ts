import type { SeededOptions } from './Fake';

export type Row = Record<string, unknown>;

export interface FakeField {
	readonly field_code: string;
	readonly field_name: string;
	readonly field_type: string;
	readonly is_custom_field: boolean;
	readonly options: ReadonlyArray<{ readonly id: number; readonly label: string }> | null;
}

export interface FieldsByObject {
	readonly organizationFields: FakeField[];
	readonly dealFields: FakeField[];
	readonly personFields: FakeField[];
	readonly activityFields: FakeField[];
}

/** Everything Pipedrive holds of one company. Rows are found by id and, through `byOrganization`, by the organization they hang on. */
export interface PipedriveRecords {
	readonly organizations: Map<number, Row>;
	readonly persons: Map<number, Row>;
	readonly deals: Map<number, Row>;
	readonly activities: Map<number, Row>;
	readonly users: Row[];
	readonly stages: Row[];
	readonly fields: FieldsByObject;
	/** Deleted rows with the time they went, as v1's recent changes tell of them. */
	readonly deleted: Array<{
		readonly item: 'organization' | 'person';
		readonly id: number;
		readonly at: string;
	}>;
	readonly stamp: () => string;
	readonly take: (kind: 'organization' | 'person' | 'deal' | 'activity') => number;
}

/** 40 hex digits out of a text: keys look alike and differ by company in Pipedrive; here they differ by name. */
export function fakeFieldKey(name: string): string {
	let key = '';
	let state = 2166136261;
	for (let round = 0; round < 5; round += 1) {
		for (const char of `${round}:${name}`) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
		key += (state >>> 0).toString(16).padStart(8, '0');
	}
	return key;
}

export function customField(
	field_name: string,
	field_type: string,
	labels: readonly string[] | null = null,
): FakeField {
	return {
		field_code: fakeFieldKey(field_name),
		field_name,
		field_type,
		is_custom_field: true,
		options: labels === null ? null : labels.map((label, place) => ({ id: place + 1, label })),
	};
}

const standard = (field_code: string, field_type: string): FakeField => ({
	field_code,
	field_name: field_code.replaceAll('_', ' '),
	field_type,
	is_custom_field: false,
	options: null,
});

const RESULT_FIELDS: ReadonlyArray<readonly [string, string]> = [
	['CS Health Score', 'double'],
	['CS Health Band', 'varchar'],
	['CS Health Trend', 'varchar'],
	['CS Confidence', 'varchar'],
	['CS Coverage', 'double'],
	['CS Score Date', 'date'],
	['CS Reasons', 'text'],
	['CS Churn Probability', 'double'],
	['CS Row Hash', 'varchar'],
];
const FIRST_ID = { organization: 1, person: 1_000_001, deal: 2_000_001, activity: 3_000_001 } as const;
const DAY_MS = 86_400_000;

/** A company with `accounts` organizations, each with an account id, an ARR, a renewal day, a plan, and `children` of every other kind. */
export function seedPipedriveRecords(
	options: SeededOptions & { readonly extraFields?: number },
): PipedriveRecords {
	const next: Record<keyof typeof FIRST_ID, number> = { ...FIRST_ID };
	const records: PipedriveRecords = {
		organizations: new Map(),
		persons: new Map(),
		deals: new Map(),
		activities: new Map(),
		users: [
			{
				id: 901,
				name: 'Dana Okafor',
				email: 'dana@vendor.example',
				timezone_name: 'Europe/Tallinn',
				active_flag: true,
				modified: '2026-11-19 08:45:56',
			},
			{
				id: 902,
				name: 'Ilya Novak',
				email: 'ilya@vendor.example',
				timezone_name: 'America/New_York',
				active_flag: true,
				modified: '2026-11-18 08:45:56',
			},
		],
		stages: [
			{ id: 11, name: 'Qualified', pipeline_id: 1, deal_probability: 20, is_deleted: false },
			{ id: 12, name: 'Proposal', pipeline_id: 1, deal_probability: 60, is_deleted: false },
			{ id: 21, name: 'Renewal due', pipeline_id: 2, deal_probability: 80, is_deleted: false },
		],
		fields: seedFields(options),
		deleted: [],
		stamp: () => new Date(Math.floor(options.now() / 1000) * 1000).toISOString().replace('.000Z', 'Z'),
		take: (kind) => {
			next[kind] += 1;
			return next[kind] - 1;
		},
	};
	const start = Date.parse(records.stamp());
	for (let number = 1; number <= options.accounts; number += 1)
		seedAccount(records, number, start, options.children ?? 0);
	return records;
}

function seedFields(options: SeededOptions & { readonly extraFields?: number }): FieldsByObject {
	const filler = Array.from({ length: options.extraFields ?? 0 }, (_, place) =>
		customField(`Extra ${String(place + 1).padStart(3, '0')}`, 'varchar'),
	);
	const results =
		options.prepared === false ? [] : RESULT_FIELDS.map(([name, type]) => customField(name, type));
	return {
		organizationFields: [
			...['name', 'website', 'linkedin'].map((name) => standard(name, 'varchar')),
			standard('owner_id', 'user'),
			standard('annual_revenue', 'monetary'),
			standard('employee_count', 'int'),
			customField('Account ID', 'varchar'),
			customField('ARR', 'monetary'),
			customField('Renewal Date', 'date'),
			customField('Plan', 'enum', ['starter', 'professional', 'enterprise']),
			...filler,
			...results,
		],
		dealFields: [
			...['title', 'value', 'currency', 'status'].map((name) => standard(name, 'varchar')),
			...(options.prepared === false ? [] : [customField('CS Effect Key', 'varchar')]),
		],
		personFields: ['name', 'emails', 'job_title'].map((name) => standard(name, 'varchar')),
		activityFields: ['subject', 'type', 'due_date'].map((name) => standard(name, 'varchar')),
	};
}

function seedAccount(records: PipedriveRecords, number: number, start: number, children: number): void {
	const at = (days: number) => new Date(start - days * DAY_MS).toISOString().replace('.000Z', 'Z');
	const id = addOrganization(
		records,
		{
			name: `Customer ${number}`,
			website: `customer-${number}.example`,
			owner_id: number % 2 === 0 ? 901 : 902,
			annual_revenue: 50_000_000,
			employee_count: 20 + number,
			custom_fields: {
				[fakeFieldKey('Account ID')]: `CUST_${String(number).padStart(4, '0')}`,
				[fakeFieldKey('ARR')]: { value: 1_000 * number + 0.5, currency: 'EUR' },
				[fakeFieldKey('Renewal Date')]: new Date(start + (30 + (number % 300)) * DAY_MS)
					.toISOString()
					.slice(0, 10),
				[fakeFieldKey('Plan')]: (number % 3) + 1,
			},
		},
		at(10),
	);
	for (let child = 1; child <= children; child += 1) {
		const person = records.take('person');
		records.persons.set(person, {
			id: person,
			name: `Person ${number}-${child}`,
			org_id: id,
			owner_id: 901,
			emails: [
				{ value: `old-${number}-${child}@customer.example`, primary: false, label: 'home' },
				{ value: `person-${number}-${child}@customer.example`, primary: true, label: 'work' },
			],
			phones: [],
			job_title: 'Head of Operations',
			add_time: at(400),
			update_time: at(9),
			is_deleted: false,
			custom_fields: {},
		});
		const deal = records.take('deal');
		records.deals.set(deal, {
			id: deal,
			title: `Renewal ${number}-${child}`,
			org_id: id,
			person_id: person,
			owner_id: 901,
			pipeline_id: 2,
			stage_id: 21,
			value: 1_200.5,
			currency: 'EUR',
			status: child % 3 === 0 ? 'lost' : child % 2 === 0 ? 'won' : 'open',
			// An open deal comes without the times of closing, not with nulls.
			...(child % 3 === 0
				? { lost_time: at(3) }
				: child % 2 === 0
					? { won_time: at(3) }
					: { expected_close_date: '2027-01-31' }),
			add_time: at(60),
			update_time: at(8),
			is_deleted: false,
			is_archived: false,
			custom_fields: {},
		});
		const activity = records.take('activity');
		records.activities.set(activity, {
			id: activity,
			subject: `Review ${number}-${child}`,
			type: 'meeting',
			org_id: id,
			person_id: person,
			owner_id: 901,
			due_date: at(5).slice(0, 10),
			due_time: '09:30:00',
			duration: '01:15:00',
			done: true,
			note: null,
			add_time: at(20),
			update_time: at(5),
			is_deleted: false,
		});
	}
}

export function addOrganization(records: PipedriveRecords, fields: Row, time: string): number {
	const id = records.take('organization');
	records.organizations.set(id, {
		id,
		name: `Organization ${id}`,
		owner_id: 901,
		add_time: time,
		update_time: time,
		is_deleted: false,
		visible_to: 3,
		address: { value: '1 Main Street, Tallinn', country: 'Estonia', locality: 'Tallinn' },
		label_ids: [],
		website: null,
		linkedin: null,
		industry: null,
		annual_revenue: null,
		employee_count: null,
		custom_fields: {},
		...fields,
	});
	return id;
}
