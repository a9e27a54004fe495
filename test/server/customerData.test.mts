// The Customer Data node in real n8n: its credentials pass n8n's own test, its lists load in the panel, and it reads and writes a system.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Fake } from '../fakes/Fake.ts';
import { createHubspotFake } from '../fakes/hubspot.ts';
import { serve, type Served } from '../fakes/serve.mts';
import { faultOf, itemsOf, startBench, type Bench } from './support.mts';

const NODE = 'n8n-nodes-customer-success.customerData';
let bench: Bench;
let hubspot: Served;
let hubspotFake: ReturnType<typeof createHubspotFake>;
let salesforce: Served;
const salesforceSaw: string[] = [];

before(async () => {
	hubspotFake = createHubspotFake({ accounts: 150, children: 1, now: () => Date.now() });
	hubspot = await serve(hubspotFake);
	// Only what a login needs: the token address, and one address of the org.
	const org: Fake = {
		log: [],
		plan: () => undefined,
		throttled: () => 0,
		handle: ({ path, headers }) => {
			salesforceSaw.push(`${path} ${headers.authorization ?? ''}`.trim());
			if (path === '/services/oauth2/token')
				return { status: 200, body: { access_token: 'session-1', instance_url: salesforce.url } };
			return headers.authorization === 'Bearer session-1'
				? { status: 200, body: { DailyApiRequests: { Max: 100_000, Remaining: 99_000 } } }
				: { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID' }] };
		},
	};
	salesforce = await serve(org);
	bench = await startBench();
});
after(async () => {
	await bench.close();
	await hubspot.close();
	await salesforce.close();
});

async function credential(
	type: string,
	data: Record<string, unknown>,
): Promise<{ id: string; name: string }> {
	const { id } = await bench.server.api('POST', '/credentials', { name: type, type, data });
	return { id, name: type };
}
const tested = async (type: string, data: Record<string, unknown>) => {
	const { id, name } = await credential(type, data);
	return await bench.server.api('POST', '/credentials/test', { credentials: { id, name, type, data } });
};

test("a service key passes n8n's test; one over plain http never leaves", async () => {
	const good = await tested('csHubspotServiceKeyApi', { accessToken: 'test', baseUrl: hubspot.url });
	assert.equal(good.status, 'OK', good.message);
	const asked = hubspotFake.log.length;
	const plain = await tested('csHubspotServiceKeyApi', {
		accessToken: 'test',
		baseUrl: 'http://api.hubapi.example',
	});
	assert.equal(plain.status, 'Error');
	assert.equal(plain.message, 'ERR_INVALID_URL');
	assert.equal(hubspotFake.log.length, asked);
});

test("a Salesforce JWT credential passes n8n's test: it logs in first and asks the org", async () => {
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const result = await tested('csSalesforceJwtApi', {
		environment: 'custom',
		myDomainUrl: salesforce.url,
		audience: 'login',
		clientId: 'client',
		username: 'bot@acme.example',
		privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
	});
	assert.equal(result.status, 'OK', result.message);
	assert.deepEqual(salesforceSaw, ['/services/oauth2/token', '/services/data/v66.0/limits Bearer session-1']);
});

test('the panel lists the fields of the system, and says what is wrong when it cannot', async () => {
	const ask = async (baseUrl: string) =>
		await bench.server.api('POST', '/dynamic-node-parameters/options', {
			nodeTypeAndVersion: { name: NODE, version: 1 },
			path: 'parameters.fields.accounts[0].vendorField',
			methodName: 'their_accounts',
			currentNodeParameters: {
				resource: 'account',
				operation: 'getAll',
				source: 'hubspot',
				authentication: 'serviceKey',
			},
			credentials: {
				csHubspotServiceKeyApi: await credential('csHubspotServiceKeyApi', { accessToken: 'test', baseUrl }),
			},
		});
	const fields = await ask(hubspot.url);
	assert.ok(fields.some(({ value }: { value: string }) => value === 'domain'));
	await assert.rejects(async () => await ask('http://example.com'), /https:\/\//);
});

test('a run reads 150 companies with their records, and a second one writes scores to them', async () => {
	const key = await credential('csHubspotServiceKeyApi', { accessToken: 'test', baseUrl: hubspot.url });
	const at = (name: string, type: string, parameters: object, x: number) => ({
		...{ id: name, name, type, typeVersion: 1, position: [x, 0], parameters },
		...(type === NODE ? { credentials: { csHubspotServiceKeyApi: key } } : {}),
	});
	const main = (node: string, index = 0) => ({ node, type: 'main', index });
	await bench.server.importWorkflow({
		id: 'csDataProof',
		name: 'Customer Data',
		nodes: [
			at('Start', 'n8n-nodes-base.manualTrigger', {}, 0),
			at(
				'Read',
				NODE,
				{
					resource: 'account',
					operation: 'getAll',
					source: 'hubspot',
					sourceOptions: { plan: 'professional' },
				},
				200,
			),
			at(
				'Score',
				'n8n-nodes-base.set',
				{
					mode: 'raw',
					jsonOutput:
						'={{ { account_id: $json.account_id, score: "health", value: 71.26, band: "good", as_of_on: "2026-11-20" } }}',
				},
				400,
			),
			at('Write', NODE, { resource: 'account', operation: 'writeScores', source: 'hubspot' }, 600),
		].map((node) => (node.name === 'Score' ? { ...node, typeVersion: 3.4 } : node)),
		connections: {
			Start: { main: [[main('Read')]] },
			Read: { main: [[main('Score'), main('Write', 1)]] },
			Score: { main: [[main('Write')]] },
		},
		settings: { executionOrder: 'v1' },
	});
	const execution = await bench.server.run('csDataProof');
	assert.equal(execution.status, 'success', faultOf(execution));
	assert.deepEqual(
		[0, 1, 2, 3].map((output) => itemsOf(execution, 'Read', output).length),
		[150, 150 * 4 + 3, 0, 6],
	);
	const written = itemsOf(execution, 'Write');
	assert.equal(written.length, 150);
	assert.ok(written.every(({ status }) => status === 'written'));
	const hints = execution.data.resultData.runData.Read[0].hints.map(
		({ message }: { message: string }) => message,
	);
	assert.match(hints.join('\n'), /Accounts read 150/);
	assert.equal(hubspotFake.throttled(), 0);
	assert.ok(!JSON.stringify(execution.data).includes('Bearer'));
});
