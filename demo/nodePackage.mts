// Packs the built package and unpacks the tarball where n8n looks for community nodes, so that types are n8n-nodes-customer-success.*
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { PACKAGE_NAME, ROOT } from './hostPaths.mts';

const execute = promisify(execFile);

/** Files whose change means another tarball. */
const PACKED = ['dist', 'templates', 'package.json', 'README.md', 'LICENSE.md'];

function filesBelow(path: string): string[] {
	if (!existsSync(path)) return [];
	const entries = readdirSync(path, { withFileTypes: true, recursive: true });
	return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

export function packageHash(root = ROOT): string {
	const hash = createHash('sha256');
	const paths = PACKED.flatMap((name) =>
		name.includes('.') ? [join(root, name)] : filesBelow(join(root, name)),
	);
	for (const path of paths.filter(existsSync).sort())
		hash.update(`${relative(root, path)}\n`).update(readFileSync(path));
	return hash.digest('hex').slice(0, 16);
}

export function installedFolder(home: string): string {
	return join(home, '.n8n', 'nodes', 'node_modules', PACKAGE_NAME);
}

/** Unpacks beside the target first: a kill never leaves half a package where n8n loads from. */
export async function installNodePackage(home: string): Promise<void> {
	if (!existsSync(join(ROOT, 'dist')))
		throw new Error('dist/ is missing: run `npx gulp build` (npm start does it).');
	const target = installedFolder(home);
	const draft = join(home, 'unpacked');
	mkdirSync(join(target, '..'), { recursive: true });
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft, { recursive: true });
	const packed = await execute('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', draft], {
		cwd: ROOT,
	});
	const [{ filename }] = JSON.parse(packed.stdout);
	await execute('tar', ['xzf', join(draft, filename), '-C', draft]);
	rmSync(target, { recursive: true, force: true });
	renameSync(join(draft, 'package'), target);
	rmSync(draft, { recursive: true, force: true });
}
