import fc from 'fast-check';

import type { ErasurePlan, TableRows } from '../../../scoring/intake/Erasure';
import { planErasure } from '../../../scoring/intake/planErasure';

type Row = Readonly<Record<string, unknown>>;

const ADA = { email: 'Ada@acme.com', contactIds: [] };
const table = (name: string, key: string, ...rows: Row[]): TableRows => ({ table: name, key: [key], rows });

/** Every table in which a person can turn up. */
const TABLES: readonly TableRows[] = [
	table(
		'cs_contacts',
		'contact_id',
		{ contact_id: 'hubspot:151', account_id: 'a', name: 'Ada Lovelace', email: 'ada@acme.com' },
		{ contact_id: 'salesforce:003A', account_id: 'a', name: 'Ada Lovelace', email: 'ADA@acme.com' },
		{ contact_id: 'hubspot:1512', account_id: 'b', name: 'Ada Lovelace', email: 'other@beta.io' },
	),
	table(
		'cs_interactions',
		'interaction_id',
		{ interaction_id: 'i1', account_id: 'a', contact_id: 'hubspot:151', kind: 'call', text: 'Unhappy' },
		{ interaction_id: 'i2', account_id: 'a', contact_id: null, text: 'ada lovelace was praised by Bob' },
		{
			interaction_id: 'i3',
			account_id: 'b',
			contact_id: 'hubspot:1512',
			text: 'Ada Lovelace of beta called',
		},
	),
	table('cs_survey_answers', 'answer_id', {
		answer_id: 's1',
		account_id: 'a',
		contact_id: 'salesforce:003A',
		score: 3,
		text: 'Slow',
	}),
	table('cs_success_plans', 'plan_id', {
		plan_id: 'p1',
		account_id: 'a',
		contact_id: 'hubspot:151',
		sponsor_id: 'x',
		detail_json: '{"team":[{"name":"Ada Lovelace","email":"ada@acme.com","role":"champion"},{"name":"Bob"}]}',
	}),
	table(
		'cs_outbox',
		'effect_key',
		{
			effect_key: 'e1',
			account_id: 'a',
			status: 'planned',
			payload_json: '{"to":"ada@acme.com"}',
			error: null,
		},
		{
			effect_key: 'e2',
			account_id: 'a',
			status: 'confirmed',
			payload_json: '{"to":"ada@acme.com","phone":"0151 1"}',
			error: null,
		},
	),
	table(
		'cs_dead_letters',
		'letter_id',
		{
			letter_id: 'd1',
			source: 'hubspot',
			object: 'contacts',
			external_id: '151',
			payload_json: '{"firstname":"Ada","phone":"0151"}',
			message: 'refused',
		},
		{
			letter_id: 'd2',
			source: 'hubspot',
			object: 'companies',
			external_id: '151',
			payload_json: '{"x":1}',
			message: 'no',
		},
		{
			letter_id: 'd3',
			source: 'stripe',
			object: 'contacts',
			external_id: '9',
			payload_json: '{"email":"ada@acme.com","firstname":"Ada","lastname":"Lovelace","city":"London"}',
		},
	),
	table('cs_inbox', 'event_id', {
		event_id: 'n1',
		payload_json: '{"user":{"email":"ada@acme.com","name":"A. L."},"seats":151}',
	}),
	table('cs_tasks', 'task_id', {
		task_id: 't1',
		account_id: 'a',
		title: 'Call Ada Lovelace',
		text: 'ada@acme.com, xada@acme.com, ada@acme.com.au',
	}),
	table('cs_alerts', 'alert_key', {
		alert_key: 'k1',
		account_id: 'a',
		detail_json: '{"champion":"hubspot:151"}',
	}),
	table('cs_audit', 'audit_id', {
		audit_id: 'u1',
		before_json: '{"contact_id":"hubspot:151","name":"Ada Lovelace"}',
		after_json: null,
		reason: 'x',
	}),
	table('cs_people', 'person_id', { person_id: 'CSM_01', name: 'Eve', email: 'eve@us.example' }),
	table('cs_accounts', 'account_id', { account_id: 'a', name: 'Acme', domain: 'acme.com', seats: 151 }),
];

function carryOut(plan: ErasurePlan, tables: readonly TableRows[]): readonly TableRows[] {
	const matches = (row: Row, where: Row): boolean =>
		Object.entries(where).every(([name, value]) => row[name] === value);
	return tables.map(({ table: name, key, rows }) => ({
		table: name,
		key,
		rows: rows.flatMap((row) => {
			const change = plan.changes.find((one) => one.table === name && matches(row, one.where));
			if (change === undefined) return [row];
			return change.action === 'delete' ? [] : [{ ...row, ...change.set }];
		}),
	}));
}

const plan = planErasure(ADA, TABLES);
const after = carryOut(plan, TABLES);
const rowOf = (name: string, index = 0): Row | undefined =>
	after.find((one) => one.table === name)?.rows[index];

test('both records of the person are deleted, the namesake at another customer stays', () => {
	expect(after[0]?.rows).toEqual([TABLES[0]?.rows[2]]);
	expect(rowOf('cs_interactions', 2)).toEqual(TABLES[1]?.rows[2]);
});

test('figures stay without the person, words go', () => {
	expect(rowOf('cs_interactions', 0)).toMatchObject({ contact_id: null, kind: 'call', text: null });
	expect(rowOf('cs_interactions', 1)?.text).toBe('[erased] was praised by Bob');
	expect(rowOf('cs_survey_answers')).toMatchObject({ contact_id: null, score: 3, text: null });
});

test('JSON: the person’s own object loses their details, the rest of it stays', () => {
	const detail: unknown = JSON.parse(String(rowOf('cs_success_plans')?.detail_json));
	expect(detail).toEqual({
		team: [{ name: '[erased]', email: '[erased]', role: 'champion' }, { name: 'Bob' }],
	});
	expect(JSON.parse(String(rowOf('cs_inbox')?.payload_json))).toEqual({
		user: { email: '[erased]', name: '[erased]' },
		seats: 151,
	});
	expect(JSON.parse(String(rowOf('cs_dead_letters', 2)?.payload_json))).toMatchObject({
		firstname: '[erased]',
		lastname: '[erased]',
		city: 'London',
	});
});

test('a refused record of the contact is emptied; the company of the same number is not', () => {
	expect(rowOf('cs_dead_letters', 0)).toMatchObject({
		payload_json: '{"erased":true}',
		external_id: '[erased]',
	});
	expect(rowOf('cs_dead_letters', 1)).toEqual(TABLES[5]?.rows[1]);
});

test('what was not sent yet is stopped, what was sent keeps its status', () => {
	expect(rowOf('cs_outbox', 0)).toMatchObject({ status: 'dead', payload_json: '{"to":"[erased]"}' });
	expect(rowOf('cs_outbox', 1)).toMatchObject({
		status: 'confirmed',
		payload_json: '{"to":"[erased]","phone":"[erased]"}',
	});
});

test('whole words only: longer addresses and numbers of other things stay', () => {
	expect(rowOf('cs_tasks')).toMatchObject({
		title: 'Call [erased]',
		text: '[erased], xada@acme.com, ada@acme.com.au',
	});
	expect(rowOf('cs_accounts')).toEqual(TABLES[11]?.rows[0]);
});

test('nothing of the person is left, and planning again finds nothing', () => {
	const text = JSON.stringify(after);
	for (const trace of ['"hubspot:151"', 'hubspot:151\\"', 'salesforce:003A', '"ada@acme.com', 'Unhappy'])
		expect(text).not.toContain(trace);
	expect(text).not.toMatch(/(?<!x)ada@acme\.com(?!\.au)/i);
	expect(planErasure({ ...ADA, contactIds: ['hubspot:151', 'salesforce:003A'] }, after).changes).toEqual([]);
	expect(planErasure(ADA, after).sentence).toBe('Nothing of this person was found in 12 tables.');
});

test('the plan says what it will do without naming the person', () => {
	expect(plan.sentence).toBe('2 rows are deleted and 12 cleaned in 10 of 12 tables.');
	expect(plan.counts).toMatchObject({ cs_contacts: 2, cs_people: 0 });
	expect(JSON.stringify([plan.sentence, plan.notes, plan.changes.map(({ reason }) => reason)])).not.toMatch(
		/ada|lovelace/i,
	);
	const steps = Object.fromEntries(plan.vendorSteps.map(({ vendor, ids }) => [vendor, ids]));
	// Every further system has its step too, so this is not the whole list.
	expect(steps).toMatchObject({
		hubspot: ['151'],
		salesforce: ['003A'],
		airtable: [],
		pipedrive: [],
		stripe: [],
		n8n: [],
	});
});

test('by id alone; without anything to search for it says so', () => {
	const byId = planErasure({ email: null, contactIds: ['salesforce:003A'] }, TABLES);
	expect(byId.counts).toEqual(plan.counts);
	const nobody = planErasure({ email: ' ', contactIds: [''] }, TABLES);
	expect(nobody.changes).toEqual([]);
	expect(nobody.notes[0]).toContain('nothing was searched');
});

test('where the address stands the name goes too, even without an account', () => {
	const rows = [
		{ letter_id: 'l1', message: 'Ada Lovelace <ada@acme.com> was refused' },
		{ letter_id: 'l2', message: 'Ada Lovelace, somewhere else' },
	];
	const letters = { table: 'cs_dead_letters', key: ['letter_id'], rows };
	const contact = { contact_id: 'c1', account_id: 'a', name: 'Ada Lovelace', email: 'ada@acme.com' };
	const contacts = { table: 'cs_contacts', key: ['contact_id'], rows: [contact] };
	const { changes } = planErasure({ email: 'ada@acme.com', contactIds: [] }, [contacts, letters]);
	const cleaned = changes.filter(({ table }) => table === 'cs_dead_letters');
	expect(cleaned.map(({ where, set }) => [where, set])).toEqual([
		[{ letter_id: 'l1' }, { message: '[erased] <[erased]> was refused' }],
	]);
});

test('one of our own people keeps the id on which work hangs', () => {
	const own = planErasure({ email: 'eve@us.example', contactIds: [] }, TABLES);
	expect(own.changes).toEqual([
		{
			table: 'cs_people',
			where: { person_id: 'CSM_01' },
			action: 'update',
			set: { name: null, email: null },
			reason: 'mentions the person in name, email',
		},
	]);
});

test('whatever the rows: after the plan the address is nowhere and a second plan is empty', () => {
	const text = fc.oneof(
		fc.string(),
		fc.constantFrom(
			'ada@acme.com',
			'To: Ada@acme.com!',
			'...ada@acme.com-',
			'{"a":{"email":"ada@acme.com","name":"X"}}',
			'[1,"c-151-x"]',
			'c-151-x',
		),
	);
	const value = fc.oneof(text, fc.jsonValue(), fc.integer());
	const row = fc.record(
		{
			id: fc.uuid(),
			account_id: value,
			contact_id: value,
			email: value,
			name: value,
			payload_json: value,
			text: value,
			status: value,
		},
		{ requiredKeys: ['id'] },
	);
	const tables = fc.array(
		fc.record({
			table: fc.constantFrom('cs_contacts', 'cs_people', 'cs_outbox', 'cs_interactions', 'cs_other'),
			key: fc.constant(['id']),
			rows: fc.uniqueArray(row, { selector: ({ id }) => id }),
		}),
		{ maxLength: 3 },
	);
	const person = { email: 'ada@acme.com', contactIds: ['c-151-x'] };
	fc.assert(
		fc.property(tables, (some) => {
			const unique = some.map((one, index) => ({
				...one,
				table: index === 0 ? one.table : `cs_other_${index}`,
			}));
			const done = carryOut(planErasure(person, unique), unique);
			expect(planErasure(person, done).changes).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});
