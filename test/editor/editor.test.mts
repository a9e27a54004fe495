// The editor as an ops person meets it: search, panel, run from the canvas, one weight changed, what moved. Screenshots stay in .artefacts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { readTemplates } from '../../demo/importTemplates.mts';
import { startServer, type N8nServer } from '../../demo/server.mts';
import { canvasNode, openEditor, requireChromium, root, type Editor } from './chromium.mts';

const home = mkdtempSync(join(tmpdir(), 'editor-'));
const port = 5820;

let server: N8nServer;
let editor: Editor;
let page: Page;

const open = async (workflowId: string): Promise<void> => await editor.open(workflowId);
const picture = async (name: string): Promise<void> => await editor.picture(name);

/** Presses the button of the open canvas and waits for the end; what every node of the run put out. */
async function runHere(workflowId: string) {
	const [before] = await server.executionsOf(workflowId, 1);
	await page.locator('[data-test-id="execute-workflow-button"]').first().click();
	for (let tries = 0; tries < 300; tries++) {
		const [latest] = await server.executionsOf(workflowId, 1);
		if (latest && latest.id !== before?.id) {
			const execution = await server.waitExecution(latest.id);
			assert.equal(execution.status, 'success');
			return execution.data.resultData.runData;
		}
		await page.waitForTimeout(200);
	}
	throw new Error(`${workflowId} was not started from the canvas`);
}

/** Opens a workflow, presses its button and waits until the editor says that it went well. */
async function showFromCanvas(workflowId: string): Promise<void> {
	await open(workflowId);
	await page.locator('[data-test-id="execute-workflow-button"]').first().click();
	await page
		.getByText(/executed successfully/i)
		.first()
		.waitFor({ timeout: 120_000 });
}

/** What a node put out, as the editor shows it; a picture stays. */
async function outputOf(node: string, name: string): Promise<string> {
	await page.locator(canvasNode(node)).first().dblclick();
	// The editor loads what a run put out after it has ended.
	const panel = page.locator('[data-test-id="output-panel"]');
	await panel
		.getByText(/\d+ items?/)
		.first()
		.waitFor({ timeout: 60_000 });
	await page.waitForTimeout(2000);
	await picture(name);
	const shown = await panel.innerText();
	await page.keyboard.press('Escape');
	await page.waitForTimeout(1000);
	return shown;
}

before(async () => {
	requireChromium();
	const start = [
		'--import',
		'tsx',
		'demo/start.mts',
		'--once',
		'--accounts',
		'100',
		'--port',
		String(port),
		'--home',
		home,
	];
	execFileSync(process.execPath, start, { cwd: root, stdio: 'inherit' });
	server = await startServer({ home, port });
	editor = await openEditor(server);
	page = editor.page;
});

after(async () => {
	await editor?.close();
	await server?.stop();
	rmSync(home, { recursive: true, force: true });
});

for (const [word, node] of [
	['health', 'Health Score'],
	['churn', 'Health Score'],
	['attrition', 'Churn Prediction'],
] as const) {
	test(`${node} is found by searching "${word}"`, async () => {
		await open('csPortfolioOverview');
		await page.keyboard.press('Escape');
		await page.locator('[data-test-id="node-creator-plus-button"]').first().click();
		await page.waitForTimeout(1000);
		await page.keyboard.type(word);
		const found = page.locator('[data-test-id="node-creator-item-name"]', { hasText: node });
		await found.first().waitFor();
		await picture(`search-${word}`);
	});
}

test('every shipped template opens on the canvas without an unknown node', async () => {
	const workflows = readTemplates().map(({ template }) => template.id);
	assert.ok(workflows.length > 15);
	for (const id of workflows) {
		await editor.open(id, undefined, 400);
		await picture(`canvas-${id}`);
		assert.equal(await page.getByText('Install this node').count(), 0, id);
		const icons = await page.locator('[data-test-id="canvas-node"]').count();
		assert.ok(icons >= 3, `${id} shows ${icons} nodes`);
	}
});

test('a template runs from the canvas', async () => {
	await showFromCanvas('csPortfolioOverview');
	await picture('portfolio-run');
	const [latest] = await server.executionsOf('csPortfolioOverview', 1);
	assert.equal(latest?.status, 'success');
});

test('one weight changed in the panel: a run from the canvas shows what moved, and that the weight moved it', async () => {
	await open('csHealthStage');
	await page.locator(canvasNode('Health Score')).first().dblclick();
	const weight = page.locator('[data-test-id="parameter-input-productUsageWeight"] input');
	await weight.waitFor();
	await picture('panel-before');
	await weight.fill('90');
	await page.keyboard.press('Tab');
	await page.waitForTimeout(800);
	await picture('panel-changed');
	await page.keyboard.press('Escape');
	await page.waitForTimeout(1000);
	const runData = await runHere('csHealthStage');
	const rows = runData['Health Score'][0].data.main[0].map((item: { json: any }) => item.json);
	const compared = rows.filter((row: any) => row.details?.split);
	assert.ok(compared.length > 50, `${compared.length} accounts are compared with the run before`);
	const weighed = compared.filter((row: any) => Math.abs(row.details.split.weight) > 0.01);
	assert.ok(
		weighed.length > compared.length / 2,
		`${weighed.length} of ${compared.length} name the weight as the cause`,
	);
	for (const { details, delta } of compared) {
		const { value, weight: byWeight, config, data } = details.split;
		assert.ok(Math.abs(value + byWeight + config + data - delta) < 1e-9);
	}
	const hints = runData['Health Score'][0].hints.map((hint: { message: string }) => hint.message).join(' ');
	assert.match(hints, /moved to another band/);
	await page.locator(canvasNode('Health Score')).first().dblclick();
	await page
		.getByText(/moved to another band/)
		.first()
		.waitFor({ timeout: 60_000 });
	await page.waitForTimeout(4000);
	await picture('panel-after-run');
	await page.keyboard.press('Escape');
	await page.waitForTimeout(1000);
	assert.match(await outputOf('What moved and why', 'what-moved'), /weight/i);
});

test('who may leave: the churn stage shows its list from the canvas, with probabilities and reasons', async () => {
	// Its executions are not saved, because they carry the model: what counts is what the editor shows.
	await showFromCanvas('csChurnStage');
	assert.match(await outputOf('Churn Prediction', 'panel-churn'), /\d\d items/);
	const shown = await outputOf('Whom to talk to', 'whom-to-talk-to');
	assert.match(shown, /probability/i);
	assert.match(shown, /reason/i);
});

test("a renewal manager finds this quarter's renewals, and a bridge that adds up to the cent", async () => {
	await open('csRenewalDesk');
	const runData = await runHere('csRenewalDesk');
	const shown = await outputOf("This quarter's renewals", 'renewals');
	for (const column of ['ends_on', 'probability_percent', 'reason', 'amount_a_year'])
		assert.ok(shown.includes(column), column);
	await outputOf('ARR bridge with its sum', 'bridge');
	const rows = runData['ARR bridge with its sum'][0].data.main[0];
	const cents = rows.map(({ json }: { json: { amount: number } }) => Math.round(json.amount * 100));
	const closing = cents.pop();
	assert.equal(
		cents.reduce((sum: number, amount: number) => sum + amount, 0),
		closing,
	);
	await outputOf('Renewal Timeline', 'panel-renewal');
});

test('a seller sees three opportunities with evidence to click on', async () => {
	// Not saved either: a model may pass through.
	await showFromCanvas('csExpansionDesk');
	const shown = await outputOf('Opportunities with evidence', 'opportunities');
	for (const column of ['account', 'amount_a_year', 'why', 'evidence'])
		assert.ok(shown.includes(column), column);
	assert.ok((shown.match(/\bread_from\b/g) ?? []).length >= 3, shown);
	await outputOf('Expansion Detection', 'panel-expansion');
});

test('an account in review: what it got, what it costs to wait', async () => {
	await showFromCanvas('csValueReview');
	assert.match(await outputOf('Review', 'value-review'), /cost_of_inaction/);
	await outputOf('Business case', 'panel-value');
});
