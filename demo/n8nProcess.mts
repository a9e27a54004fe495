// One n8n process: start, wait until it answers, stop, kill. Knows nothing of tables or workflows.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HOST, HOST_NODE, n8nEntry } from './hostPaths.mts';

export interface N8nProcessOptions {
	/** Folder that holds `.n8n/` (database, installed nodes), logs and the pid file. */
	readonly home: string;
	readonly port: number;
	/** Added to, and stronger than, the environment that every server here gets. */
	readonly env?: Readonly<Record<string, string>>;
	/** How long n8n may take to answer; first start migrates its database. */
	readonly readyWithinMs?: number;
}

/** A port that somebody else holds: the message says which one and what to do. */
export class PortInUseError extends Error {
	constructor(readonly port: number) {
		super(`Port ${port} is in use.`);
		this.name = 'PortInUseError';
	}
}

export function portIsFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
	});
}

/** n8n listens on `port`; the broker of its task runners on the next one. */
export async function requireFreePorts(port: number): Promise<void> {
	for (const each of [port, port + 1]) if (!(await portIsFree(each))) throw new PortInUseError(each);
}

function environment({ home, port, env }: N8nProcessOptions): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(N8N_|DB_|NODE_OPTIONS|npm_)/.test(name),
	);
	return {
		...Object.fromEntries(inherited),
		PATH: `${join(HOST, 'node_modules', 'node', 'bin')}:${process.env['PATH'] ?? ''}`,
		N8N_USER_FOLDER: home,
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(port + 1),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}/`,
		WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_BLOCK_ENV_ACCESS_IN_NODE: 'true',
		N8N_LOG_LEVEL: 'info',
		NO_COLOR: '1',
		GENERIC_TIMEZONE: 'UTC',
		TZ: 'UTC',
		...env,
	};
}

export class N8nProcess {
	readonly base: string;
	readonly logFile: string;
	private child: ChildProcess | null = null;
	private ended: Promise<number> = Promise.resolve(0);

	constructor(readonly options: N8nProcessOptions) {
		this.base = `http://127.0.0.1:${options.port}`;
		this.logFile = join(options.home, 'logs', 'n8n.log');
	}

	get pid(): number | null {
		return this.child?.pid ?? null;
	}

	/** Resolves when n8n answers; rejects with the end of its log when it ended or took too long. */
	async start(): Promise<void> {
		await requireFreePorts(this.options.port);
		mkdirSync(join(this.options.home, 'logs'), { recursive: true });
		const log = openSync(this.logFile, 'a');
		// A group of its own: Ctrl-C in the terminal reaches only the launcher, which then ends n8n in an orderly way.
		const child = spawn(HOST_NODE, ['--require', join(HOST, 'endWithParent.cjs'), n8nEntry(), 'start'], {
			cwd: this.options.home,
			env: environment(this.options),
			stdio: ['ignore', log, log],
			detached: true,
		});
		closeSync(log);
		this.child = child;
		this.ended = new Promise((resolve) => {
			child.once('error', () => resolve(127));
			child.once('exit', (code, signal) => {
				this.child = null;
				rmSync(pidFile(this.options.home), { force: true });
				resolve(code ?? (signal === 'SIGKILL' ? 137 : 130));
			});
		});
		if (child.pid !== undefined) writeFileSync(pidFile(this.options.home), `${child.pid}\n`);
		await this.waitUntilReady();
	}

	private async waitUntilReady(): Promise<void> {
		const deadline = Date.now() + (this.options.readyWithinMs ?? 120_000);
		for (;;) {
			if (this.child === null) throw new Error(`n8n ended while starting.\n${this.logTail()}`);
			const answer = await fetch(`${this.base}/healthz/readiness`).catch(() => null);
			if (answer?.ok) return;
			if (Date.now() > deadline) {
				await this.kill9();
				throw new Error(`n8n did not answer on ${this.base} in time.\n${this.logTail()}`);
			}
			await pause(150);
		}
	}

	/** Orderly end; after `withinMs` the whole process group is killed. Safe to call twice. */
	async stop(withinMs = 20_000): Promise<number> {
		const child = this.child;
		if (child === null) return await this.ended;
		child.kill('SIGINT');
		const timer = setTimeout(() => void this.kill9(), withinMs);
		const code = await this.ended;
		clearTimeout(timer);
		this.killGroup(child.pid);
		return code;
	}

	/** What a power cut does: n8n and its task runners, at once. */
	async kill9(): Promise<void> {
		const child = this.child;
		if (child === null) return;
		this.killGroup(child.pid);
		await this.ended;
	}

	/** Task runners that outlived n8n end here too. */
	private killGroup(pid: number | undefined): void {
		if (pid === undefined) return;
		try {
			process.kill(-pid, 'SIGKILL');
		} catch {
			// The group is gone already, which is what was wanted.
		}
	}

	logTail(lines = 15): string {
		return readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
	}
}

export function pidFile(home: string): string {
	return join(home, 'n8n.pid');
}
