/** The one sentence of the architecture as rules: imports only point to the right, nodes -> shared -> scoring. */
const families = '^scoring/(health|churn|expansion|renewal|value|measures|alerts|intake|segmentation|playbook|onboarding|usage|learn)/';

module.exports = {
	forbidden: [
		{
			name: 'scoring-is-pure',
			comment: 'scoring/ is plain TypeScript: no n8n, no npm package (ml-regression excepted), no Node built-in, no sibling folder.',
			severity: 'error',
			from: { path: '^scoring/' },
			to: { pathNot: ['^scoring/', 'node_modules/ml-regression'] },
		},
		{
			name: 'score-families-stay-apart',
			comment: 'Families share code through scoring/core, scoring/learn and scoring/measures (what the rows of an account tell) only.',
			severity: 'error',
			from: { path: families },
			to: { path: families, pathNot: ['^scoring/$1/', '^scoring/learn/', '^scoring/measures/'] },
		},
		{
			name: 'learning-knows-no-family',
			comment: 'scoring/learn serves every family, so it knows none; nor does scoring/measures.',
			severity: 'error',
			from: { path: '^scoring/(learn|measures)/' },
			to: { path: '^scoring/', pathNot: ['^scoring/$1/', '^scoring/core/'] },
		},
		{
			name: 'shared-below-nodes',
			comment: 'shared/ may use n8n-workflow, scoring and node:crypto for hashes; it knows no node.',
			severity: 'error',
			from: { path: '^shared/' },
			to: { pathNot: ['^shared/', '^scoring/', 'n8n-workflow', '^(node:)?crypto$'] },
		},
		{
			name: 'node-folders-stay-apart',
			comment: 'A node never imports another node. Move the common part to shared/.',
			severity: 'error',
			from: { path: '^nodes/([^/]+)/' },
			to: { path: '^nodes/', pathNot: '^nodes/$1/' },
		},
		{
			name: 'nodes-use-allowed-packages',
			severity: 'error',
			from: { path: '^nodes/' },
			to: { pathNot: ['^nodes/', '^shared/', '^scoring/', 'n8n-workflow'] },
		},
		{
			name: 'credentials-are-leaves',
			severity: 'error',
			from: { path: '^credentials/' },
			to: { pathNot: ['n8n-workflow', '^credentials/', '^(node:)?crypto$'] },
		},
		{
			name: 'nothing-shipped-imports-demo-tests-or-templates',
			severity: 'error',
			from: { path: '^(scoring|shared|nodes|credentials)/' },
			to: { path: '^(test|templates|demo)/' },
		},
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'no-orphans',
			comment: 'A module nothing imports is dead code.',
			severity: 'error',
			from: { orphan: true, pathNot: ['[.]node[.]ts$', '[.]credentials[.]ts$', '[.]json$', '^scoring/index[.]ts$'] },
			to: {},
		},
	],
	options: {
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		doNotFollow: { path: 'node_modules' },
	},
};
