// jsforce as a second client of our fake: for the same call it must send what our source sends, or the reason stands here.
import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { after, test } from 'node:test';
import jsforce from 'jsforce';
import { signAssertion } from '../../credentials/signAssertion.ts';
import { createCall } from '../../shared/connectors/engine/createCall.ts';
import { dataPath, SALESFORCE_API_VERSION } from '../../shared/connectors/salesforce/dataPath.ts';
import { quoteSoql } from '../../shared/connectors/salesforce/quoteSoql.ts';
import { salesforce } from '../../shared/connectors/salesforce/salesforce.ts';
import type { BaseStep, ReadRequest, SourceSettings, TaskEffect } from '../../shared/connectors/Source.ts';
import { createSalesforceFake, SALESFORCE_HEADERS } from '../fakes/salesforce.ts';
import { sendTo } from '../fakes/sendTo.ts';
import { serve } from '../fakes/serve.mts';
import { virtualClock } from '../fakes/virtualClock.ts';

const clock = virtualClock();
const fake = createSalesforceFake({ accounts: 12_500, now: clock.now });
const { url, close } = await serve(fake);
after(close);

const accessToken = SALESFORCE_HEADERS.authorization.replace('Bearer ', '');
const conn = new jsforce.Connection({
	instanceUrl: url,
	accessToken,
	version: SALESFORCE_API_VERSION.slice(1),
	maxRequest: 1,
});
const settings: SourceSettings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: 'Ext_Account_Id__c',
	results: {},
	currency: null,
	options: {},
};
const call = createCall({
	source: salesforce,
	settings,
	send: sendTo(fake, SALESFORCE_HEADERS),
	clock,
	pace: false,
});
const request: ReadRequest = {
	object: 'accounts',
	window: null,
	removed: false,
	fields: ['Name', 'Owner.Email'],
};
const SOQL = 'SELECT Id, SystemModstamp, Name, Owner.Email, Ext_Account_Id__c FROM Account ORDER BY Id';

/** What went over the wire while `work` ran. */
async function wire<Result>(work: () => Promise<Result>) {
	const before = fake.log.length;
	const result = await work();
	const requests = fake.log.slice(before);
	ok(requests.every(({ headers }) => headers.authorization === SALESFORCE_HEADERS.authorization));
	return {
		result,
		requests: requests.map(({ method, path, query, body }) => ({ method, path, query, body })),
	};
}

test('a query and its next page: same path and query', async () => {
	const sdk = await wire(async () => {
		const first = await conn.query(SOQL, { autoFetch: false });
		await conn.queryMore(first.nextRecordsUrl ?? '');
		return first;
	});
	const ours = await wire(async () => {
		const first = await salesforce.readPage(call, settings, request, null);
		await salesforce.readPage(call, settings, request, first.next);
		return first;
	});
	// Each run has a locator of its own.
	const plain = (requests: typeof sdk.requests) =>
		requests.map((one) => ({ ...one, path: one.path.replace(/01g\w+-/, 'locator-') }));
	deepEqual(plain(ours.requests), plain(sdk.requests));
	deepEqual(
		ours.result.records.map(({ id }) => id),
		sdk.result.records.map(({ Id: id }: any) => id),
	);
	equal(ours.result.records[0]?.fields['Owner.Email'], (sdk.result.records[0] as any).Owner.Email);
});

test('deleted records: queryAll', async () => {
	const soql =
		'SELECT Id, SystemModstamp, Name, Ext_Account_Id__c, IsDeleted, MasterRecordId FROM Account WHERE IsDeleted = true ORDER BY Id';
	const sdk = await wire(async () => await conn.query(soql, { scanAll: true, autoFetch: false }));
	const ours = await wire(() =>
		salesforce.readPage(call, settings, { ...request, fields: ['Name'], removed: true }, null),
	);
	deepEqual(ours.requests, sdk.requests);
});

test('all records: ours reads every one, jsforce stops at 10,000 of them without a word', async () => {
	const theirs = await conn.query(SOQL, { autoFetch: true });
	equal(theirs.records.length, 10_000);
	equal(theirs.done, false);
	let read = 0;
	for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
		const page = await salesforce.readPage(call, settings, request, cursor);
		read += page.records.length;
		cursor = page.next;
	}
	equal(read, 12_500);
});

test('describe: same path', async () => {
	const sdk = await wire(() => conn.describe('Account'));
	const ours = await wire(() => salesforce.listFields(call, settings, 'accounts'));
	deepEqual(ours.requests, sdk.requests);
	for (const { name } of sdk.result.fields) ok(ours.result.some(({ id }) => id === name));
});

const [first = '', second = ''] = fake.accountIds();

test('scores by id: one PATCH for all, the same body', async () => {
	const scores = [
		{ Id: first, CS_Health_Score__c: 81.8, CS_Health_Band__c: 'good' },
		{ Id: second, CS_Health_Score__c: 12.5, CS_Health_Band__c: null },
	];
	const sdk = await wire(() => conn.sobject('Account').update(scores as any, { allOrNone: false }));
	const ours = await wire(() =>
		salesforce.scores!.write(
			call,
			settings,
			scores.map(({ Id: externalId, ...fields }) => ({ accountId: '', externalId, fields })),
		),
	);
	deepEqual(ours.requests, sdk.requests);
	deepEqual(
		ours.result.map(({ ok: isOk }) => isOk),
		(sdk.result as any[]).map(({ success }) => success),
	);
});

test('scores by key: ours looks the ids up and updates; the upsert of jsforce makes an account of a key that nobody has', async () => {
	const before = fake.accountIds().length;
	const sdk = await wire(() =>
		conn
			.sobject('Account')
			.upsert([{ Ext_Account_Id__c: 'NOBODY', Name: 'Made by accident' }] as any, 'Ext_Account_Id__c', {
				allOrNone: false,
			}),
	);
	equal(sdk.requests[0]?.path, dataPath('/composite/sobjects/Account/Ext_Account_Id__c'));
	equal(fake.accountIds().length, before + 1);
	const ours = await wire(() =>
		salesforce.scores!.write(call, settings, [
			{ accountId: 'NOBODY-ELSE', externalId: null, fields: { CS_Health_Score__c: 1 } },
			{ accountId: 'CUST_0002', externalId: null, fields: { CS_Health_Score__c: 1 } },
		]),
	);
	deepEqual(
		ours.requests.map(({ method, path }) => `${method} ${path}`),
		[`GET ${dataPath('/query')}`, `PATCH ${dataPath('/composite/sobjects')}`],
	);
	deepEqual(
		ours.result.map(({ ok: isOk }) => isOk),
		[false, true],
	);
	equal(fake.accountIds().length, before + 1);
});

const task: TaskEffect = {
	effectKey: "cs:it's/a \\ key %",
	accountId: 'CUST_0001',
	accountExternalId: first,
	title: 'Call',
	text: 'Logins fell.',
	dueOn: '2026-11-27',
	priority: 'medium',
	ownerExternalId: fake.store.userId,
};
const taskFields = {
	Subject: 'Call',
	Description: `Logins fell.\n\nReference: ${task.effectKey}`,
	ActivityDate: '2026-11-27',
	Priority: 'Normal',
	WhatId: first,
	OwnerId: fake.store.userId,
};

test('a task: upsert by our key, the same path and body', async () => {
	const ours = await wire(() => salesforce.createTask!(call, settings, task));
	const sdk = await wire(() =>
		conn
			.sobject('Task')
			.upsert([{ ...taskFields, CS_Effect_Key__c: task.effectKey }] as any, 'CS_Effect_Key__c', {
				allOrNone: false,
			}),
	);
	deepEqual(ours.requests, sdk.requests);
	deepEqual(ours.result, { state: 'confirmed', externalId: (sdk.result as any)[0].id, created: true });
	equal((sdk.result as any)[0].created, false);
	// The upsert of a single record puts the key into the path, and jsforce puts it there as it is: of 'a/b' the fake sees the key 'a'.
	const single = await wire(() =>
		conn.sobject('Task').upsert({ Subject: 'x', CS_Effect_Key__c: 'a/b' } as any, 'CS_Effect_Key__c'),
	);
	equal(single.requests[0]?.path, dataPath('/sobjects/Task/CS_Effect_Key__c/a/b'));
});

test('fields, permission set and permissions: same requests', async () => {
	const bare = createSalesforceFake({ accounts: 1, prepared: false, now: clock.now });
	const other = createSalesforceFake({ accounts: 1, prepared: false, now: clock.now });
	const served = await serve(other);
	try {
		const theirs = new jsforce.Connection({
			instanceUrl: served.url,
			accessToken,
			version: SALESFORCE_API_VERSION.slice(1),
		});
		const asked = createCall({ source: salesforce, settings, send: sendTo(bare, SALESFORCE_HEADERS), clock });
		const step: BaseStep = {
			kind: 'field',
			on: 'Account',
			name: 'CS_Health_Score__c',
			type: 'Number',
			exists: false,
			note: '',
			creatable: true,
		};
		await salesforce.createStep(asked, settings, step);
		await theirs.tooling.create('CustomField', {
			FullName: 'Account.CS_Health_Score__c',
			Metadata: {
				label: 'CS Health Score',
				description: 'Health score, 0 to 100.',
				type: 'Number',
				precision: 4,
				scale: 1,
			},
		} as any);
		const key = {
			...settings,
			keyField: '',
			results: Object.fromEntries(Object.keys(salesforce.scores!.fields).map((name) => [name, ''])),
		};
		await salesforce.createStep(asked, key, { ...step, kind: 'permission', name: 'CS_Results' });
		await theirs.query("SELECT Id FROM PermissionSet WHERE Name = 'CS_Results'");
		const set: any = await theirs
			.sobject('PermissionSet')
			.create({ Name: 'CS_Results', Label: 'CS Results' } as any);
		const grant = (on: string) => ({
			ParentId: set.id,
			SobjectType: on,
			Field: `${on}.CS_Effect_Key__c`,
			PermissionsRead: true,
			PermissionsEdit: true,
		});
		await theirs
			.sobject('FieldPermissions')
			.create([grant('Task'), grant('Opportunity')] as any, { allOrNone: false });
		await theirs.request('/');
		await theirs
			.sobject('PermissionSetAssignment')
			.create({ AssigneeId: other.store.userId, PermissionSetId: set.id } as any);
		const plain = ({ log }: typeof bare) =>
			log.map(({ method, path, query, body }) => ({ method, path, query, body }));
		deepEqual(plain(bare), plain(other));
	} finally {
		await served.close();
	}
});

test('escaping: jsforce leaves the backslash, so its literal ends early; ours does not', async () => {
	const name = "x\\' OR Name != '";
	const theirs = await conn
		.sobject('Account')
		.find({ Name: name } as any, ['Id'])
		.toSOQL();
	// The condition has become two: a name, and everything with another one.
	ok(!theirs.includes(quoteSoql(name)));
	const found = await conn.query(`SELECT Id FROM Account WHERE Name = ${quoteSoql(name)}`);
	equal(found.totalSize, 0);
});

test('a PATCH that met a busy server: jsforce gives up, ours tries again', async () => {
	fake.plan({ fault: '503', on: 'PATCH', times: 1 });
	await rejects(conn.sobject('Account').update([{ Id: first, Name: 'A' }] as any));
	fake.plan({ fault: '503', on: 'PATCH', times: 1 });
	const [outcome] = await salesforce.scores!.write(call, settings, [
		{ accountId: '', externalId: first, fields: { CS_Health_Score__c: 1 } },
	]);
	equal(outcome?.ok, true);
});

test('the JWT assertion is one that the public key verifies, and it logs jsforce in', async () => {
	const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
	const claims = {
		issuer: 'consumer-key',
		subject: 'cs@vendor.example',
		audience: 'https://login.salesforce.com',
	};
	const assertion = signAssertion({ ...claims, now: clock.now() }, pem) ?? '';
	const [head = '', body = '', signature = ''] = assertion.split('.');
	ok(
		createVerify('RSA-SHA256')
			.update(`${head}.${body}`)
			.verify(createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })), signature, 'base64url'),
	);
	deepEqual(JSON.parse(Buffer.from(head, 'base64url').toString()), { alg: 'RS256' });
	deepEqual(JSON.parse(Buffer.from(body, 'base64url').toString()), {
		iss: 'consumer-key',
		sub: 'cs@vendor.example',
		aud: 'https://login.salesforce.com',
		exp: Math.floor(clock.now() / 1000) + 180,
	});
	const oauth2 = new jsforce.OAuth2({ loginUrl: url, clientId: 'consumer-key' });
	const granted: any = await oauth2.requestToken({
		grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
		assertion,
	} as any);
	equal(granted.access_token, accessToken);
	const old = signAssertion({ ...claims, now: clock.now() - 600_000 }, pem);
	await rejects(
		oauth2.requestToken({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: old } as any),
		/expired/,
	);
	match(assertion, /^[\w-]+\.[\w-]+\.[\w-]+$/);
});
