import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './run.mts';

/** Milliseconds a fresh Node needs to require `file`, and n8n-workflow alone before it; the median of seven. */
function loadTime(root: string, file: string): number {
	const script = `require('n8n-workflow'); const since = process.hrtime.bigint(); require(${JSON.stringify(file)}); console.log(Number(process.hrtime.bigint() - since) / 1e6)`;
	const times = Array.from({ length: 7 }, () =>
		Number(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })),
	);
	return times.sort((a, b) => a - b)[3]!;
}

/** Size of the packed tarball and cold load time of all its nodes. */
export function benchPackage(root: string): Figure[] {
	const folder = mkdtempSync(join(tmpdir(), 'bench-'));
	try {
		execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
			cwd: root,
		});
		const size = statSync(join(folder, readdirSync(folder)[0]!)).size;
		const { nodes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).n8n;
		const load = nodes.reduce((sum: number, file: string) => sum + loadTime(root, join(root, file)), 0);
		return [
			{
				figure: 'size of the tarball',
				value: size / 1000,
				unit: 'kB',
				target: 'under 1,000 kB',
				met: size < 1_000_000,
			},
			{ figure: `cold load of the ${nodes.length} nodes`, value: load, unit: 'ms', met: null },
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
