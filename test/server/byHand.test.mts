// Every template that a person may start by hand ends well on a small portfolio, in the order in which a newcomer would start them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../../demo/hostPaths.mts';
import { readTemplates } from '../../demo/importTemplates.mts';
import { faultOf, installTemplates, loadAccounts, startBench, type Bench } from './support.mts';

interface Entry {
	readonly id: string;
	readonly title: string;
	readonly starts: string;
	readonly needs: readonly string[];
}
const entries = JSON.parse(readFileSync(join(ROOT, 'templates', 'index.json'), 'utf8')) as Entry[];

let bench: Bench;
before(async () => {
	bench = await startBench();
	await installTemplates(bench.server);
	await loadAccounts(bench.server, 30);
	// A workflow that keeps no execution cannot be asked how it went.
	for (const { template } of readTemplates()) {
		const settings = template['settings'] as Record<string, unknown>;
		if (settings['saveManualExecutions'] !== false) continue;
		await bench.server.importWorkflow({ ...template, settings: { ...settings, saveManualExecutions: true } });
	}
});
after(() => bench.close());

/** A credential, or an Airtable base, is still to be chosen; with one they are run in daily.test.mts. */
const unfinished = new Set(
	readTemplates()
		.filter(
			({ template }) =>
				(template['meta'] as { templateCredsSetupCompleted?: boolean } | undefined)
					?.templateCredsSetupCompleted === false,
		)
		.map(({ template }) => template.id),
);

for (const { id, title, needs } of entries.filter(({ starts }) => /by hand/.test(starts))) {
	const standsAlone = needs.length === 0 && unfinished.has(id);
	test(`${title} ${standsAlone ? 'says what is still to be chosen' : 'runs when started by hand'}`, async () => {
		const execution = await bench.server.run(id);
		if (standsAlone) assert.match(faultOf(execution), /credential|No Airtable base was chosen/i);
		else assert.equal(execution.status, 'success', faultOf(execution));
	});
}
