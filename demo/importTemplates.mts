// Puts the shipped templates into n8n and publishes those that something else starts: a schedule, a webhook, a fault or another workflow.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './hostPaths.mts';
import { say } from './progress.mts';
import type { N8nServer, SavedWorkflow, WorkflowJson } from './server.mts';
import type { ImportedTemplate } from './state.mts';

export interface Template extends WorkflowJson {
	readonly id: string;
}

interface TemplateFile {
	readonly template: Template;
	readonly hash: string;
}

const STARTED_BY_HAND_ONLY = /manualTrigger|stickyNote/;

export function readTemplates(folder = join(ROOT, 'templates')): TemplateFile[] {
	const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
	return names.sort().map((name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		const template = JSON.parse(text) as Template;
		if (!template.id) throw new Error(`templates/${name} has no id: other workflows could not find it.`);
		return { template, hash: createHash('sha256').update(text).digest('hex').slice(0, 16) };
	});
}

/** True when the workflow must be published to be started by what starts it; one that still lacks its credentials is published by its user. */
export function needsPublishing({
	nodes,
	meta,
}: Pick<WorkflowJson, 'nodes'> & { readonly meta?: unknown }): boolean {
	const lacksCredentials =
		(meta as { templateCredsSetupCompleted?: boolean } | undefined)?.templateCredsSetupCompleted === false;
	if (lacksCredentials) return false;
	return nodes.some(({ type }) => /trigger|webhook/i.test(type) && !STARTED_BY_HAND_ONLY.test(type));
}

/**
 * Publishes in rounds, because n8n refuses a workflow that calls one which is not published yet; what is refused in a round
 * without progress is a fault.
 */
async function publishAll(server: N8nServer, ids: readonly string[]): Promise<Map<string, SavedWorkflow>> {
	const published = new Map<string, SavedWorkflow>();
	let waiting = [...ids];
	while (waiting.length > 0) {
		const refused: string[] = [];
		let reason: unknown;
		for (const id of waiting) {
			try {
				published.set(id, await server.publish(id));
			} catch (fault) {
				refused.push(id);
				reason = fault;
			}
		}
		if (refused.length === waiting.length) throw reason;
		waiting = refused;
	}
	return published;
}

/** Imports what is new or changed in the checkout; a workflow that a person changed in the editor is left as it is. */
export async function importTemplates(
	server: N8nServer,
	files: readonly TemplateFile[],
	before: Readonly<Record<string, ImportedTemplate>>,
): Promise<Record<string, ImportedTemplate>> {
	const after: Record<string, ImportedTemplate> = { ...before };
	const saved = new Map<string, SavedWorkflow>();
	for (const { template, hash } of files) {
		const known = before[template.id];
		const there = await server.findWorkflow(template.id);
		if (there && known?.hash === hash) continue;
		if (there && known && there.versionId !== known.versionId) {
			say(
				`  "${template.name}" was changed in the editor and is kept; delete it there to get the new version.`,
			);
			continue;
		}
		const workflow = await server.importWorkflow(template);
		saved.set(template.id, workflow);
		after[template.id] = { hash, versionId: workflow.versionId };
	}
	const toPublish = files.filter(({ template }) => saved.has(template.id) && needsPublishing(template));
	const published = await publishAll(
		server,
		toPublish.map(({ template }) => template.id),
	);
	for (const [id, { versionId }] of published) after[id] = { ...after[id]!, versionId };
	return after;
}
