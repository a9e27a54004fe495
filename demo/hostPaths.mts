// Where the checkout, the pinned n8n and its Node live. Everything else asks here.
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');
export const HOST = join(ROOT, 'demo', 'host');
export const DEFAULT_HOME = join(ROOT, '.n8n-home');
export const DEFAULT_PORT = 5678;
export const PACKAGE_NAME = 'n8n-nodes-customer-success';

/** The Node that n8n needs (24). */
export const HOST_NODE = join(HOST, 'node_modules', 'node', 'bin', 'node');

/** Entry file of the installed n8n; throws with the remedy when it is not installed. */
export function n8nEntry(): string {
	const link = join(HOST, 'node_modules', 'n8n');
	if (!existsSync(link)) {
		throw new Error(`n8n is not installed under ${HOST}. Run \`npm start\` once: it installs it.`);
	}
	return join(realpathSync(link), 'bin', 'n8n');
}
