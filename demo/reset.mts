// `npm run reset`: removes n8n's home with all its tables and workflows. Stops nothing.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runningN8n } from './homeLock.mts';
import { DEFAULT_HOME, ROOT } from './hostPaths.mts';

/** Only what this launcher made is wiped: a mistyped --home must not cost somebody a folder. */
const MARKS = ['login.json', '.n8n'];

function sizeOf(path: string): number {
	const files = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
	return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

function reset(args: string[]): number {
	const { values } = parseArgs({ args, options: { home: { type: 'string' } }, strict: true });
	const home = values.home === undefined ? DEFAULT_HOME : resolve(values.home);
	const shown = relative(ROOT, home).startsWith('..') ? home : relative(ROOT, home);
	if (!existsSync(home)) {
		console.log(`Nothing to remove: ${shown} does not exist.`);
		return 0;
	}
	if (home !== DEFAULT_HOME && !MARKS.every((mark) => existsSync(join(home, mark)))) {
		console.error(`${shown} was not made by \`npm start\`; nothing was removed.`);
		return 1;
	}
	const pid = runningN8n(home);
	if (pid !== null) {
		console.error(
			`n8n is running in ${shown} (process ${pid}). Stop it first: Ctrl-C where \`npm start\` runs. Nothing was removed.`,
		);
		return 1;
	}
	const megabytes = (sizeOf(home) / 1e6).toFixed(0);
	rmSync(home, { recursive: true, force: true });
	console.log(
		`Removed ${shown} (${megabytes} MB): n8n's database with all tables, workflows and executions, the login, the logs.`,
	);
	console.log('The next `npm start` makes a new one. Installed packages were kept.');
	return 0;
}

process.exitCode = reset(process.argv.slice(2));
