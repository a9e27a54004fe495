// The editor as an ops person meets it: search, panel, run from the canvas, one weight changed, what moved. Screenshots stay in .artefacts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { startServer, type N8nServer } from '../../demo/server.mts';
import { canvasNode, openEditor, requireChromium, root, type Editor } from './chromium.mts';

const home = mkdtempSync(join(tmpdir(), 'editor-'));
const port = 5820;

let server: N8nServer;
let editor: Editor;
let page: Page;

const open = async (workflowId: string): Promise<void> => await editor.open(workflowId);
const picture = async (name: string): Promise<void> => await editor.picture(name);

/** The next run of a workflow, once it has ended. */
async function newExecution(workflowId: string, before: string | null) {
	for (let tries = 0; tries < 300; tries++) {
		const [latest] = await server.executionsOf(workflowId, 1);
		if (latest && latest.id !== before) return await server.waitExecution(latest.id);
		await page.waitForTimeout(200);
	}
	throw new Error(`${workflowId} was not started from the canvas`);
}

before(async () => {
	requireChromium();
	const start = [
		'--import',
		'tsx',
		'demo/start.mts',
		'--once',
		'--accounts',
		'200',
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

for (const word of ['health', 'churn']) {
	test(`Health Score is found by searching "${word}"`, async () => {
		await open('csPortfolioOverview');
		await page.keyboard.press('Escape');
		await page.locator('[data-test-id="node-creator-plus-button"]').first().click();
		await page.waitForTimeout(1000);
		await page.keyboard.type(word);
		const found = page.locator('[data-test-id="node-creator-item-name"]', { hasText: 'Health Score' });
		await found.first().waitFor({ timeout: 15_000 });
		await picture(`search-${word}`);
	});
}

test('every shipped template opens on the canvas without an unknown node', async () => {
	const workflows = [
		'csDailyHealthRun',
		'csHealthStage',
		'csAlertStage',
		'csPortfolioOverview',
		'csRunWatch',
		'csCreateTables',
		'csTableUpkeep',
	];
	for (const id of workflows) {
		await open(id);
		await picture(`canvas-${id}`);
		assert.equal(await page.getByText('Install this node').count(), 0, id);
		const icons = await page.locator('[data-test-id="canvas-node"]').count();
		assert.ok(icons >= 3, `${id} shows ${icons} nodes`);
	}
});

test('a template runs from the canvas', async () => {
	await open('csPortfolioOverview');
	await page.locator('[data-test-id="execute-workflow-button"]').first().click();
	await page
		.getByText(/executed successfully/i)
		.first()
		.waitFor({ timeout: 60_000 });
	await picture('portfolio-run');
	const [latest] = await server.executionsOf('csPortfolioOverview', 1);
	assert.equal(latest?.status, 'success');
});

test('one weight changed in the panel: a run from the canvas shows what moved, and that the weight moved it', async () => {
	await open('csHealthStage');
	await page.locator(canvasNode('Health Score')).first().dblclick();
	const weight = page.locator('[data-test-id="parameter-input-productUsageWeight"] input');
	await weight.waitFor({ timeout: 20_000 });
	await picture('panel-before');
	await weight.fill('90');
	await page.keyboard.press('Tab');
	await page.waitForTimeout(800);
	await picture('panel-changed');
	await page.keyboard.press('Escape');
	await page.waitForTimeout(1000);
	const [before] = await server.executionsOf('csHealthStage', 1);
	await page.locator('[data-test-id="execute-workflow-button"]').first().click();
	const latest = await newExecution('csHealthStage', before?.id ?? null);
	assert.equal(latest.status, 'success');
	const runData = latest.data.resultData.runData;
	const rows = runData['Health Score'][0].data.main[0].map((item: { json: any }) => item.json);
	const compared = rows.filter((row: any) => row.details?.split);
	assert.ok(compared.length > 100, `${compared.length} accounts are compared with the run before`);
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
	await page.locator(canvasNode('What moved and why')).first().dblclick();
	await page.waitForTimeout(2500);
	await picture('what-moved');
	const shown = await page.locator('[data-test-id="output-panel"]').innerText();
	assert.match(shown, /weight/i);
});
