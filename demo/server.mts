// Driver of a real n8n for the launcher, the server tests, the editor tests and the benchmark.
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'flatted';
import { DataTableClient } from './dataTableClient.mts';
import { readLogin, type Login } from './login.mts';
import { N8nProcess, type N8nProcessOptions } from './n8nProcess.mts';

export type { Cell, Column, Condition, Row, RowFilter } from './dataTableClient.mts';

export interface WorkflowJson {
	readonly id?: string;
	readonly name: string;
	readonly nodes: ReadonlyArray<{
		readonly name: string;
		readonly type: string;
		readonly [key: string]: unknown;
	}>;
	readonly connections: unknown;
	readonly [key: string]: unknown;
}

export interface SavedWorkflow extends WorkflowJson {
	readonly id: string;
	readonly versionId: string;
	readonly active: boolean;
}

/** `data` is n8n's run data, decoded; null when n8n saved none. */
export interface Execution {
	readonly id: string;
	readonly status: string;
	readonly workflowId: string;
	readonly data: any;
}

const UNFINISHED = ['new', 'running', 'waiting'];

/** Starts n8n in `home`, waits until it answers, creates the owner if the home is new, signs in; `onSpawn` gets the process at once. */
export async function startServer(
	options: N8nProcessOptions,
	onSpawn: (n8n: N8nProcess) => void = () => undefined,
): Promise<N8nServer> {
	mkdirSync(options.home, { recursive: true });
	const n8n = new N8nProcess(options);
	onSpawn(n8n);
	await n8n.start();
	const server = new N8nServer(n8n, readLogin(options.home));
	try {
		await server.signIn();
	} catch (fault) {
		await n8n.stop();
		throw fault;
	}
	return server;
}

export class N8nServer extends DataTableClient {
	constructor(
		readonly n8n: N8nProcess,
		login: Login,
	) {
		super(n8n.base, login);
	}

	stop(): Promise<number> {
		return this.n8n.stop();
	}

	kill9(): Promise<void> {
		return this.n8n.kill9();
	}

	/** After stop or kill9: the same home again. */
	async restart(): Promise<void> {
		await this.n8n.start();
		await this.signIn();
	}

	/** The saved workflow with this id, or null. */
	async findWorkflow(id: string): Promise<SavedWorkflow | null> {
		const { exists } = await this.api('GET', `/workflows/${id}/exists`);
		return exists ? await this.api('GET', `/workflows/${id}`) : null;
	}

	/** Creates the workflow under its own id, or replaces what stands there. Does not publish. */
	async importWorkflow(json: WorkflowJson): Promise<SavedWorkflow> {
		const { active: _active, ...body } = json;
		const isThere = json.id !== undefined && (await this.findWorkflow(json.id)) !== null;
		if (isThere) return await this.api('PATCH', `/workflows/${json.id}?forceSave=true`, body);
		return await this.api('POST', '/workflows', body);
	}

	async publish(id: string): Promise<SavedWorkflow> {
		const { versionId } = await this.api('GET', `/workflows/${id}`);
		return await this.api('POST', `/workflows/${id}/activate`, { versionId });
	}

	async unpublish(id: string): Promise<void> {
		await this.api('POST', `/workflows/${id}/deactivate`, {});
	}

	/** Starts a manual run, as the button in the editor does; gives the id of the execution. */
	async startRun(id: string, triggerName?: string): Promise<string> {
		const name = triggerName ?? (await this.manualTriggerOf(id));
		const body = { triggerToStartFrom: { name } };
		return (await this.api('POST', `/workflows/${id}/run`, body)).executionId;
	}

	/** Starts a manual run and waits for its end. */
	async run(id: string, triggerName?: string, withinMs?: number): Promise<Execution> {
		return await this.waitExecution(await this.startRun(id, triggerName), withinMs);
	}

	private async manualTriggerOf(id: string): Promise<string> {
		const { nodes } = (await this.api('GET', `/workflows/${id}`)) as SavedWorkflow;
		const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
		if (!trigger) throw new Error(`Workflow ${id} has no Manual Trigger to start from.`);
		return trigger.name;
	}

	async waitExecution(id: string, withinMs = 300_000): Promise<Execution> {
		const deadline = Date.now() + withinMs;
		for (;;) {
			const found = await this.api('GET', `/executions/${id}`);
			if (found && !UNFINISHED.includes(found.status)) {
				return { ...found, data: typeof found.data === 'string' ? parse(found.data) : (found.data ?? null) };
			}
			if (Date.now() > deadline)
				throw new Error(`Execution ${id} is still ${found?.status} after ${withinMs} ms.`);
			await pause(100);
		}
	}

	/** Newest first. */
	async executionsOf(workflowId: string, limit = 20): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		return (await this.api('GET', `/executions?filter=${filter}&limit=${limit}`)).results;
	}
}
