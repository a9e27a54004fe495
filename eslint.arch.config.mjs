// Our own fences. They cannot live in eslint.config.mjs: n8n's strict lint refuses to run if that file differs from its default.
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import parser from '@typescript-eslint/parser';

const languageOptions = { parser, sourceType: 'module' };
const clock = 'Time and randomness are arguments: scoring must give the same bytes for the same input.';
const vague = '^(utils?|helpers?|common|misc|GenericFunctions|.*[Mm]anager)$';

export default [
	{ ignores: ['dist/**', 'demo/host/**', '.n8n-home/**', 'coverage/**', 'node_modules/**'] },
	{
		files: ['{scoring,shared,nodes,credentials}/**/*.ts'],
		languageOptions,
		rules: {
			'max-lines': ['error', { max: 200 }],
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
			'no-restricted-syntax': [
				'error',
				{ selector: `ImportDeclaration[source.value=/\\/(utils|helpers|common|misc)$/]`, message: `Name the module by what it does (not ${vague}).` },
			],
		},
	},
	{
		files: ['scoring/**/*.ts'],
		languageOptions,
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: clock },
				{ object: 'Math', property: 'random', message: clock },
			],
			'no-restricted-syntax': [
				'error',
				{ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
				{ selector: 'ThrowStatement', message: 'Scoring returns issues as values (scoring/core/issue.ts) and never throws.' },
				{ selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
			],
		},
	},
	{
		files: ['shared/properties/**/*.ts', 'nodes/**/*.properties.ts'],
		languageOptions,
		plugins: { 'n8n-nodes-base': nodesBase },
		rules: {
			'n8n-nodes-base/node-param-description-boolean-without-whether': 'error',
			'n8n-nodes-base/node-param-display-name-miscased': 'error',
			'n8n-nodes-base/node-param-description-excess-final-period': 'error',
			'n8n-nodes-base/node-param-options-type-unsorted-items': 'error',
		},
	},
];
