// Is an n8n of this home running? Its pid file says which process; the process itself says whether it still lives.
import { existsSync, readFileSync } from 'node:fs';
import { pidFile } from './n8nProcess.mts';

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** A pid is used again one day: on Linux the command line tells n8n from a stranger. */
function looksLikeN8n(pid: number): boolean {
	const commandLine = `/proc/${pid}/cmdline`;
	return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('n8n');
}

/** Process id of the n8n that has this home open, or null. */
export function runningN8n(home: string): number | null {
	if (!existsSync(pidFile(home))) return null;
	const pid = Number(readFileSync(pidFile(home), 'utf8'));
	return pid > 0 && isAlive(pid) && looksLikeN8n(pid) ? pid : null;
}
