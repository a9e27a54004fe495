// Customer Data as an ops person meets it: search, panel of every system, a live list, a read, and the HubSpot template from set-up to written scores.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accountsOf, openVendor, type Vendor } from '../server/vendors.mts';
import { faultOf, readTemplate, startBench, type Bench } from '../server/support.mts';
import { byTestId, canvasNode, openEditor, requireChromium, type Editor } from './chromium.mts';

const ACCOUNTS = 60;
const NODE = 'n8n-nodes-customer-success.customerData';
let bench: Bench;
let editor: Editor;
let hubspot: Vendor;
let airtable: Vendor;

const manual = { id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 };

/** A workflow of a manual trigger and one Customer Data node. */
async function workflowOf(id: string, parameters: object, vendor: Vendor): Promise<void> {
	const credentials = { [vendor.credentialType]: { id: vendor.credentialId, name: vendor.id } };
	await bench.server.importWorkflow({
		id,
		name: id,
		nodes: [
			{ ...manual, position: [0, 0], parameters: {} },
			{
				...{ id: 'data', name: 'Customer Data', type: NODE, typeVersion: 1, position: [260, 0] },
				...{ parameters, credentials },
			},
		],
		connections: { Start: { main: [[{ node: 'Customer Data', type: 'main', index: 0 }]] } },
		settings: {},
	});
}

/** Chooses an option of a list in the panel. */
async function choose(parameter: string, option: string): Promise<void> {
	await editor.page
		.locator(byTestId(`parameter-input-${parameter}`))
		.first()
		.click();
	await editor.page.getByRole('option', { name: option }).first().click();
}

before(async () => {
	requireChromium();
	bench = await startBench();
	hubspot = await openVendor(bench.server, 'hubspot', { accounts: ACCOUNTS, children: 2 });
	airtable = await openVendor(bench.server, 'airtable', { accounts: 5, children: 1 });
	editor = await openEditor(bench.server);
});

after(async () => {
	await editor?.close();
	await bench?.close();
	await hubspot?.close();
	await airtable?.close();
});

test('Customer Data is found by the words that people would type', async () => {
	await workflowOf('csEditorSearch', {}, hubspot);
	await editor.open('csEditorSearch');
	const { page } = editor;
	await page.locator(byTestId('node-creator-plus-button')).first().click();
	const box = page
		.locator(byTestId('node-creator-search-bar'))
		.locator('input')
		.or(page.getByPlaceholder(/search/i));
	for (const word of ['hubspot', 'airtable', 'crm', 'customer data', 'sync']) {
		await box.first().fill(word);
		await page.waitForTimeout(800);
		const names = await page.locator(byTestId('node-creator-item-name')).allInnerTexts();
		const place = names.indexOf('Customer Data');
		assert.ok(place >= 0 && place < 5, `"${word}" shows ${names.slice(0, 5).join(', ')}`);
	}
	await editor.picture('search-customer-data');
});

test('every system can be chosen in the panel, with a credential and the records it has', async () => {
	await workflowOf('csEditorPanel', { resource: 'account', operation: 'getAll' }, hubspot);
	await editor.open('csEditorPanel', 'data');
	const shown: Record<string, string> = {
		Airtable: 'Base',
		Salesforce: 'Salesforce Options',
		Pipedrive: 'Pipedrive Options',
		Stripe: 'Stripe Options',
		HubSpot: 'HubSpot Options',
	};
	for (const [source, own] of Object.entries(shown)) {
		await choose('source', source);
		await editor.page.locator(byTestId('node-parameters')).getByText(own, { exact: true }).waitFor();
		const labels = await editor.page.locator(byTestId('node-parameters')).innerText();
		for (const label of ['Resource', 'Operation', 'Source', 'Credential', 'Records', 'Field Mapping'])
			assert.match(labels, new RegExp(`^${label}`, 'm'), `${source} lacks ${label}`);
		assert.equal(/^Authentication$/m.test(labels), !['Pipedrive', 'Stripe'].includes(source), source);
		await editor.picture(`panel-${source.toLowerCase()}`);
	}
	assert.deepEqual(editor.complaints, []);
});

test('the bases of an Airtable token are listed', async () => {
	const parameters = { resource: 'account', operation: 'getAll', source: 'airtable' };
	await workflowOf('csEditorList', { ...parameters, authentication: 'accessToken' }, airtable);
	await editor.open('csEditorList', 'data');
	await editor.page.locator(byTestId('rlc-input')).first().click();
	await editor.page.locator(byTestId('rlc-item')).getByText('Customer Success').waitFor();
	await editor.picture('list-of-bases');
});

test('a step reads HubSpot: accounts with their number on the first output, counts above it', async () => {
	const parameters = { resource: 'account', operation: 'getAll', source: 'hubspot' };
	await workflowOf('csEditorStep', { ...parameters, authentication: 'serviceKey' }, hubspot);
	await editor.open('csEditorStep', 'data');
	const { page } = editor;
	await page.locator(byTestId('node-execute-button')).first().click();
	await page.getByText(`Accounts Branch (${ACCOUNTS} items)`).waitFor();
	await page.locator(byTestId('output-panel')).getByText('customer1.example.com').first().waitFor();
	const output = await page.locator(byTestId('output-panel')).innerText();
	assert.match(output, new RegExp(`Accounts read ${ACCOUNTS}, contacts read ${2 * ACCOUNTS}`));
	assert.match(output, /account_id\s+name\s+domain/);
	await editor.picture('step-accounts');
	await page.keyboard.press('Escape');
	await page.getByText(`${ACCOUNTS} items`).first().waitFor();
	await editor.picture('step-canvas');
});

test('the HubSpot template: one credential chosen in the set-up, one press, and every company shows its score', async () => {
	const template = readTemplate('daily-health-run-hubspot');
	await bench.server.importWorkflow(template);
	await editor.open(template.id);
	const { page } = editor;
	await page.getByRole('button', { name: 'Set up template' }).click();
	const dialog = page.getByRole('dialog').filter({ hasText: 'The credential you select' });
	await dialog.getByPlaceholder('Select').click();
	await page
		.getByText(/^hubspot fake/)
		.last()
		.click();
	await editor.picture('template-set-up');
	await dialog.getByRole('button', { name: 'Continue' }).click();
	await dialog.waitFor({ state: 'hidden' });
	await page.locator(canvasNode('Start by hand')).first().hover();
	await page.locator(byTestId('execute-workflow-button-Start by hand')).click();
	for (let tries = 0; tries < 300 && (await bench.server.executionsOf(template.id, 1)).length === 0; tries++)
		await page.waitForTimeout(300);
	const [started] = await bench.server.executionsOf(template.id, 1);
	assert.ok(started, 'the button started nothing');
	const execution = await bench.server.waitExecution(started.id);
	assert.equal(execution.status, 'success', faultOf(execution));
	const scored = [...accountsOf(hubspot).values()].filter((company) => Number(company[hubspot.score]) > 0);
	assert.equal(scored.length, ACCOUNTS);
	await page.waitForTimeout(2000);
	await editor.picture('template-ran');
});
