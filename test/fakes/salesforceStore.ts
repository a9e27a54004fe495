// The rows of the imitated org and what Salesforce refuses to save.
import type { Org, Row } from './salesforceQuery';
import { createSchema, fieldOf, type FieldSchema, type ObjectSchema } from './salesforceSchema';

export interface ItemError {
	readonly statusCode: string;
	readonly message: string;
	readonly fields: readonly string[];
}

/** The whole request is refused, with HTTP 400. */
export class RequestRefused extends Error {
	constructor(
		readonly code: string,
		message: string,
		readonly status = 400,
	) {
		super(message);
		this.name = 'RequestRefused';
	}
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** An 18-character id with a right checksum; ids grow with the number. */
export function salesforceId(prefix: string, number: number): string {
	let rest = number;
	let text = '';
	for (let place = 0; place < 8; place++) {
		text = `${DIGITS.charAt(rest % 62)}${text}`;
		rest = Math.floor(rest / 62);
	}
	const short = `${prefix}5g00${text}`;
	const sum = [0, 5, 10].map((from) =>
		[0, 1, 2, 3, 4].reduce(
			(bits, place) => bits + (/[A-Z]/.test(short.charAt(from + place)) ? 2 ** place : 0),
			0,
		),
	);
	return `${short}${sum.map((bits) => CHECK.charAt(bits)).join('')}`;
}

const NUMBERS = new Set(['currency', 'double', 'int', 'percent']);

export interface Store extends Org {
	readonly insert: (object: ObjectSchema, fields: Row, system?: boolean) => Row;
	readonly update: (row: Row, fields: Row, system?: boolean) => void;
	readonly remove: (row: Row, mergedInto?: string) => void;
	/** Errors of saving these fields; throws when the request as a whole is refused. `row` undefined: an insert. */
	readonly check: (object: ObjectSchema, fields: Row, row: Row | undefined) => ItemError[];
	readonly objectOfId: (id: string) => ObjectSchema | null;
	readonly addField: (on: string, field: FieldSchema) => boolean;
	readonly find: (object: ObjectSchema, field: FieldSchema, value: unknown) => Row[];
	/** The user of the credential. */
	readonly userId: string;
	readonly instant: () => string;
}

export interface StoreOptions {
	readonly now: () => number;
	readonly multiCurrency: boolean;
	readonly version: string;
	readonly hidden: readonly string[];
}

/** @returns an org with the integration user in it, and nothing else */
export function createStore({ hidden, now, multiCurrency, version }: StoreOptions): Store {
	const schema = createSchema(multiCurrency);
	const tables = new Map<string, Map<string, Row>>([...schema.keys()].map((name) => [name, new Map()]));
	const byId = new Map<string, Row>();
	/** Unique fields: `Account.Ext_Account_Id__c` -> value -> row. */
	const indexes = new Map<string, Map<unknown, Row>>();
	const invisible = new Set<string>();
	let counter = 1;
	let userId = '';
	const instant = () => new Date(Math.floor(now() / 1000) * 1000).toISOString().replace('Z', '+0000');
	const tableOf = (object: ObjectSchema) => tables.get(object.name) ?? new Map<string, Row>();
	const objectOfId = (id: string) => [...schema.values()].find(({ prefix }) => id.startsWith(prefix)) ?? null;

	/** Fields that Salesforce sets itself. */
	const derive = (object: ObjectSchema, row: Row): void => {
		if (object.name === 'Contact') row.Name = [row.FirstName, row.LastName].filter(Boolean).join(' ');
		if (object.name === 'Case' || object.name === 'Task') {
			const isClosed = row.Status === 'Closed' || row.Status === 'Completed';
			const closedAt = object.name === 'Case' ? 'ClosedDate' : 'CompletedDateTime';
			if (isClosed && row.IsClosed !== true) row[closedAt] ??= instant();
			row.IsClosed = isClosed;
		}
		if (object.name === 'Task' || object.name === 'Event') {
			row.AccountId = String(row.WhatId).startsWith('001') ? row.WhatId : null;
		}
		if (object.name === 'Contract') row.StatusCode = row.Status;
		if (object.name === 'Opportunity') {
			const stages = [...(tables.get('OpportunityStage')?.values() ?? [])];
			const stage = stages.find(({ MasterLabel: label }) => label === row.StageName);
			row.IsClosed = stage?.IsClosed === true;
			row.IsWon = stage?.IsWon === true;
			if (stage !== undefined) row.Probability = stage.DefaultProbability;
		}
	};
	const index = (object: ObjectSchema, row: Row, drop = false): void => {
		for (const field of object.fields.values()) {
			if (!field.unique) continue;
			const name = `${object.name}.${field.name}`;
			const values = indexes.get(name) ?? new Map<unknown, Row>();
			indexes.set(name, values);
			if (drop && values.get(row[field.name]) === row) values.delete(row[field.name]);
			else if (!drop && row[field.name] !== null && row[field.name] !== undefined)
				values.set(row[field.name], row);
		}
	};
	/** Field-level security: what a permission set grants to the user becomes visible. */
	const grant = (): void => {
		const assigned = new Set(
			[...(tables.get('PermissionSetAssignment')?.values() ?? [])]
				.filter(({ AssigneeId: assignee }) => assignee === userId)
				.map(({ PermissionSetId: set }) => set),
		);
		for (const { Field: field, ParentId: parent, PermissionsEdit: edit } of tables
			.get('FieldPermissions')
			?.values() ?? []) {
			if (edit === true && assigned.has(parent)) invisible.delete(String(field));
		}
	};
	const rounded = (object: ObjectSchema, fields: Row): Row =>
		Object.fromEntries(
			Object.entries(fields).flatMap(([name, value]) => {
				const field = fieldOf(object, name);
				if (field === undefined) return [];
				const isNumber = typeof value === 'number' && field.custom && field.scale > 0;
				return [[field.name, isNumber ? Number(value.toFixed(field.scale)) : value]];
			}),
		);

	const store: Store = {
		version,
		today: () => instant().slice(0, 10),
		get userId() {
			return userId;
		},
		instant,
		objectOf: (name) =>
			[...schema.values()].find(
				(object) => object.name.toLowerCase() === name.toLowerCase() && !hidden.includes(object.name),
			) ?? null,
		objectOfId,
		isVisible: (object, field) => !invisible.has(`${object.name}.${field.name}`),
		rowsOf: (object) => tableOf(object).values(),
		rowOf: (id) => byId.get(String(id)),
		find: (object, field, value) => {
			const indexed = field.unique ? indexes.get(`${object.name}.${field.name}`)?.get(value) : undefined;
			if (field.unique) return indexed === undefined || indexed.IsDeleted === true ? [] : [indexed];
			return [...tableOf(object).values()].filter(
				(row) => row[field.name] === value && row.IsDeleted !== true,
			);
		},
		insert: (object, fields) => {
			const id = salesforceId(object.prefix, counter++);
			const at = instant();
			const row: Row = {
				Id: id,
				IsDeleted: false,
				CreatedDate: at,
				LastModifiedDate: at,
				SystemModstamp: at,
			};
			if (object.fields.has('OwnerId')) row.OwnerId = userId;
			if (object.name === 'Task') Object.assign(row, { Status: 'Not Started', Priority: 'Normal' });
			if (object.name === 'Event') row.IsChild = false;
			Object.assign(row, rounded(object, fields));
			derive(object, row);
			tableOf(object).set(id, row);
			byId.set(id, row);
			index(object, row);
			if (object.name === 'FieldPermissions' || object.name === 'PermissionSetAssignment') grant();
			return row;
		},
		update: (row, fields) => {
			const object = objectOfId(String(row.Id));
			if (object === null) return;
			index(object, row, true);
			Object.assign(row, rounded(object, fields), { LastModifiedDate: instant(), SystemModstamp: instant() });
			derive(object, row);
			index(object, row);
		},
		remove: (row, mergedInto) => {
			row.IsDeleted = true;
			row.SystemModstamp = instant();
			if (mergedInto !== undefined) row.MasterRecordId = mergedInto;
			const object = objectOfId(String(row.Id));
			if (object !== null) index(object, row, true);
		},
		addField: (on, field) => {
			let added = false;
			for (const name of on === 'Activity' ? ['Task', 'Event'] : [on]) {
				const object = schema.get(name);
				if (object === undefined || object.fields.has(field.name)) continue;
				object.fields.set(field.name, field);
				invisible.add(`${name}.${field.name}`);
				added = true;
			}
			return added;
		},
		check: (object, fields, row) => {
			const errors: ItemError[] = [];
			const add = (statusCode: string, message: string, names: string[]) =>
				errors.push({ statusCode, message, fields: names });
			for (const [name, value] of Object.entries(fields)) {
				const field = fieldOf(object, name);
				if (field === undefined || invisible.has(`${object.name}.${field.name}`)) {
					throw new RequestRefused(
						'INVALID_FIELD',
						`No such column '${name}' on sobject of type ${object.name}`,
					);
				}
				if (field.readOnly) {
					add(
						'INVALID_FIELD_FOR_INSERT_UPDATE',
						`Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
						[field.name],
					);
					continue;
				}
				if (value === null || value === undefined || value === '') continue;
				if (NUMBERS.has(field.type) && typeof value !== 'number') {
					throw new RequestRefused(
						'JSON_PARSER_ERROR',
						`Cannot deserialize instance of ${field.type} from VALUE_STRING value ${String(value)}`,
					);
				}
				if (field.type === 'boolean' && typeof value !== 'boolean') {
					throw new RequestRefused(
						'JSON_PARSER_ERROR',
						`Cannot deserialize instance of boolean from value ${String(value)}`,
					);
				}
				if (field.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(value))) {
					throw new RequestRefused(
						'JSON_PARSER_ERROR',
						`Cannot deserialize instance of date from VALUE_STRING value ${String(value)}`,
					);
				}
				if (
					typeof value === 'number' &&
					field.precision > 0 &&
					Math.abs(value) >= 10 ** (field.precision - field.scale)
				) {
					add(
						'NUMBER_OUTSIDE_VALID_RANGE',
						`${field.label}: value outside of valid range on numeric field: ${value}`,
						[field.name],
					);
				}
				if (typeof value !== 'string') continue;
				if (field.length > 0 && value.length > field.length) {
					add(
						'STRING_TOO_LONG',
						`${field.label}: data value too large: ${value} (max length=${field.length})`,
						[field.name],
					);
				}
				if (field.type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
					add('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
				}
				if (field.restricted && !field.values.includes(value)) {
					add(
						'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
						`${field.label}: bad value for restricted picklist field: ${value}`,
						[field.name],
					);
				}
				if (
					field.type === 'reference' &&
					byId.get(value)?.IsDeleted !== false &&
					field.referenceTo !== 'UserRole'
				) {
					const known = byId.get(value);
					if (known === undefined)
						add('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
					else if (known.IsDeleted === true) add('ENTITY_IS_DELETED', 'entity is deleted', []);
				}
				if (field.unique) {
					const other = indexes.get(`${object.name}.${field.name}`)?.get(value);
					if (other !== undefined && other !== row) {
						add(
							'DUPLICATE_VALUE',
							`duplicate value found: ${field.name} duplicates value on record with id: ${String(other.Id)}`,
							[],
						);
					}
				}
			}
			if (typeof fields.OwnerId === 'string' && byId.get(fields.OwnerId)?.IsActive === false) {
				add('OPERATION_WITH_INACTIVE_USER_EXCEPTION', 'operation performed with inactive user', []);
			}
			const missing = [...object.fields.values()]
				.filter(
					({ name, readOnly, required }) =>
						required && !readOnly && (name in fields ? !fields[name] : row === undefined),
				)
				.map(({ name }) => name);
			if (missing.length > 0)
				add('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
			if (object.name === 'Account' && /^Refused\b/.test(String(row?.Name ?? fields.Name))) {
				add('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Fill in the billing city first.', ['BillingCity']);
			}
			return errors;
		},
	};
	const user = schema.get('User');
	const role = schema.get('UserRole');
	if (user !== undefined && role !== undefined) {
		const csm = store.insert(role, { Name: 'Customer Success Manager' });
		const person = { UserType: 'Standard', TimeZoneSidKey: 'Europe/Berlin', UserRoleId: csm.Id };
		const row = store.insert(user, {
			...person,
			Name: 'Integration',
			Email: 'integration@vendor.example',
			IsActive: true,
		});
		userId = String(row.Id);
		store.insert(user, { ...person, Name: 'Ada Owner', Email: 'ada@vendor.example', IsActive: true });
		store.insert(user, { ...person, Name: 'Gone Owner', Email: 'gone@vendor.example', IsActive: false });
	}
	return store;
}
