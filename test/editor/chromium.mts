// Chromium for the editor tests: found or installed, signed in to n8n, pictures kept in .artefacts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { N8nServer } from '../../demo/server.mts';

export const root = resolve(import.meta.dirname, '..', '..');
const pictures = join(root, '.artefacts');
const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export const canvasNode = (name: string): string => `[data-test-id="canvas-node"][data-node-name="${name}"]`;
export const byTestId = (id: string): string => `[data-test-id="${id}"]`;

/** As root on Debian the browser installs itself; elsewhere its absence is a failure with the remedy, never a skipped test. */
export function requireChromium(): void {
	mkdirSync(pictures, { recursive: true });
	if (existsSync(CHROMIUM)) return;
	assert.equal(process.getuid?.(), 0, 'Chromium is missing: apt-get install -y chromium');
	execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
	execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' });
}

export interface Editor {
	readonly page: Page;
	/** What the browser's console and the page's scripts complained about since the start; the machine's lack of internet is left out. */
	readonly complaints: string[];
	/** Opens a workflow, or one node of it; `settleMs` for the editor to draw what is not there yet. */
	open(workflowId: string, nodeId?: string, settleMs?: number): Promise<void>;
	picture(name: string): Promise<void>;
	close(): Promise<void>;
}

export async function openEditor(server: N8nServer): Promise<Editor> {
	const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
	const context = await browser.newContext({ viewport: { width: 1600, height: 950 } });
	const { email, password } = server.login;
	await context.request.post(`${server.base}/rest/login`, { data: { emailOrLdapLoginId: email, password } });
	const page = await context.newPage();
	page.setDefaultTimeout(60_000);
	const complaints: string[] = [];
	page.on('console', (said) => {
		if (said.type() === 'error' && !/net::ERR_/.test(said.text())) complaints.push(said.text());
	});
	page.on('pageerror', ({ message }) => complaints.push(message));
	return {
		page,
		complaints,
		open: async (workflowId, nodeId, settleMs = 2000) => {
			const path = nodeId === undefined ? workflowId : `${workflowId}/${nodeId}`;
			await page.goto(`${server.base}/workflow/${path}`, { waitUntil: 'domcontentloaded' });
			await page.waitForSelector(byTestId(nodeId === undefined ? 'canvas-node' : 'parameter-item'));
			await page.waitForTimeout(settleMs);
		},
		picture: async (name) => {
			await page.screenshot({ path: join(pictures, `${name}.png`) });
		},
		close: async () => await browser.close(),
	};
}
