// Build: bundle each node and credential with esbuild, copy what n8n reads beside them, keep the README tables true.
const { src, dest, series, parallel } = require('gulp');
const { build: esbuild } = require('esbuild');
const { readFileSync, rmSync } = require('node:fs');

/** dist/nodes/X/X.node.js in package.json names the TypeScript entry nodes/X/X.node.ts. */
function entryPoints() {
	const { nodes, credentials } = JSON.parse(readFileSync('package.json', 'utf8')).n8n;
	return [...nodes, ...credentials].map((file) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
}

async function clean() {
	rmSync('dist', { recursive: true, force: true });
}

/** One self-contained CommonJS file per node, from the TypeScript source so that unused code is dropped. */
async function bundle() {
	await esbuild({
		entryPoints: entryPoints(),
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		charset: 'utf8',
		external: ['n8n-workflow'],
		legalComments: 'none',
		logLevel: 'warning',
	});
}

/** Icons, codex files and output schemas, which n8n looks for beside the node file. */
function copyBesideNodes() {
	return src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(dest('dist'));
}

/** For people who write a scorecard as JSON: an editor checks it against this file. */
function copyScorecardSchema() {
	return src('shared/scorecard/scorecard.schema.json').pipe(dest('dist/nodes/HealthScore'));
}

exports.build = series(clean, parallel(bundle, copyBesideNodes, copyScorecardSchema));
exports.default = exports.build;
