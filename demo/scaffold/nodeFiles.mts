import { randomUUID } from 'node:crypto';

export interface NodeUnit {
	/** Path from the repository's root -> text. */
	readonly files: Record<string, string>;
	readonly templateEntry: Record<string, unknown>;
	readonly nodeRow: string;
	readonly templateRow: string;
}

const icon = (line: string, fill: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
	<rect x="3" y="3" width="34" height="34" rx="8" fill="${fill}" stroke="${line}" stroke-width="2.5"/>
	<path d="M11 27V19M20 27V12M29 27v-5" fill="none" stroke="${line}" stroke-width="3.5" stroke-linecap="round"/>
</svg>
`;

const nodeFile = (label: string, name: string, id: string) => `import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { forEachItem } from '../../shared/n8n/forEachItem';
import { ${id}Properties, read${name} } from './${name}.properties';

export class ${name} implements INodeType {
	description: INodeTypeDescription = {
		displayName: '${label}',
		name: '${id}',
		icon: { light: 'file:${id}.svg', dark: 'file:${id}.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter.field }}',
		description: 'Read one measure of each account as a number, or null when it is not observed',
		defaults: { name: '${label}' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: ${id}Properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const read = read${name}(this);
		return await forEachItem(this, this.continueOnFail(), read);
	}
}
`;

const propertiesFile = (
	name: string,
	id: string,
) => `import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { readField } from '../../shared/fields/readField';

export const ${id}Properties: INodeProperties[] = [
	{
		displayName: 'Field',
		name: 'field',
		type: 'string',
		default: 'value',
		placeholder: 'e.g. active_users',
		description: 'Name of the field that holds the measure, a number; missing is passed on as null, never as 0',
	},
];

/** Reads the parameters once and gives the function that turns one item into its output. */
export function read${name}(context: IExecuteFunctions): (itemIndex: number) => IDataObject {
	const field = context.getNodeParameter('field', 0) as string;
	const items = context.getInputData();
	return (itemIndex) => {
		const json = items[itemIndex]?.json ?? {};
		const value = readField(json, field);
		if (value !== null && typeof value !== 'number') {
			throw new NodeOperationError(context.getNode(), \`'\${field}' is \${JSON.stringify(value)}, not a number\`, {
				itemIndex,
				description: 'Choose a field that holds numbers, or convert it before this node',
			});
		}
		return { account_id: json.account_id ?? null, value };
	};
}
`;

const testFile = (name: string, id: string) => `import { ${name} } from '../../nodes/${name}/${name}.node';
import { strictContext } from '../support/strictContext';

type Account = { account_id: string; active_users?: number | string };
const run = async (accounts: Account[], continueOnFail = false) => {
	const parameters = { field: 'active_users' };
	return await strictContext({ nodeType: new ${name}(), inputs: [accounts], parameters, continueOnFail }).run();
};

test('${id} passes a number on and keeps what is missing null', async () => {
	const [output] = await run([{ account_id: 'a', active_users: 17 }, { account_id: 'b' }]);
	expect(output).toEqual([
		{ json: { account_id: 'a', value: 17 }, pairedItem: { item: 0 } },
		{ json: { account_id: 'b', value: null }, pairedItem: { item: 1 } },
	]);
});

test('${id} stops at a wrong type, or marks the item under Continue On Fail', async () => {
	const accounts = [
		{ account_id: 'a', active_users: 'many' },
		{ account_id: 'b', active_users: 1 },
	];
	await expect(run(accounts)).rejects.toThrow(/active_users/);
	const [output] = await run(accounts, true);
	expect(output?.[0]?.json.error).toMatch(/active_users/);
	expect(output?.[1]?.json.value).toBe(1);
});
`;

function template(label: string, id: string): Record<string, unknown> {
	const node = (name: string, type: string, typeVersion: number, x: number, parameters: object) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [x, 0],
		parameters,
	});
	const link = (to: string) => ({ main: [[{ node: to, type: 'main', index: 0 }]] });
	return {
		id: `${id}Try`.slice(0, 21),
		name: `${label}: try it`,
		nodes: [
			{
				...node('Note', 'n8n-nodes-base.stickyNote', 1, 0, {
					content: `## ${label}\n**Who it is for** People who try the node.\n\n**How it works** Makes one account and shows what the node says of it.\n\n**How to set up** Nothing to set up.\n\n**How to customise** Replace *One account* by your own source.`,
					width: 560,
					height: 220,
				}),
				position: [0, -280],
			},
			node('Start', 'n8n-nodes-base.manualTrigger', 1, 0, {}),
			node('One account', 'n8n-nodes-base.set', 3.4, 220, {
				mode: 'raw',
				jsonOutput: '{"account_id":"acme","value":85}',
				options: {},
			}),
			node(label, `n8n-nodes-customer-success.${id}`, 1, 440, { field: 'value' }),
		],
		connections: { Start: link('One account'), 'One account': link(label) },
		settings: { executionOrder: 'v1' },
		active: false,
		meta: { templateId: `${id}Try`, templateCredsSetupCompleted: true },
	};
}

/** Every part of a new node, complete and working: the catalog test passes before the first line is changed. */
export function nodeFiles(label: string): NodeUnit {
	const name = label.replaceAll(' ', '');
	const id = name[0]!.toLowerCase() + name.slice(1);
	const file = `${label.toLowerCase().replaceAll(' ', '-')}-try.json`;
	const folder = `nodes/${name}`;
	const codex = {
		node: `n8n-nodes-customer-success.${id}`,
		nodeVersion: '1.0',
		codexVersion: '1.0',
		categories: ['Analytics'],
		alias: ['customer success', ...label.toLowerCase().split(' ')].concat('account'),
	};
	const schema = {
		type: 'object',
		properties: { account_id: { type: 'string' }, value: { type: 'number' } },
		version: 1,
	};
	const pretty = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;
	return {
		files: {
			[`${folder}/${name}.node.ts`]: nodeFile(label, name, id),
			[`${folder}/${name}.properties.ts`]: propertiesFile(name, id),
			[`${folder}/${name}.node.json`]: pretty(codex),
			[`${folder}/${id}.svg`]: icon('#0F766E', '#CCFBF1'),
			[`${folder}/${id}.dark.svg`]: icon('#5EEAD4', '#134E4A'),
			[`${folder}/__schema__/v1.0.0/output.json`]: pretty(schema),
			[`test/nodes/${name}.test.ts`]: testFile(name, id),
			[`templates/${file}`]: pretty(template(label, id)),
		},
		templateEntry: {
			file,
			id: `${id}Try`.slice(0, 21),
			title: `${label}: try it`,
			purpose: `Shows the ${label} node on one account`,
			starts: 'by hand',
			needs: [],
		},
		nodeRow: `| **${label}** | items with a measure | account and value | What is this measure of each account? |`,
		templateRow: `| \`${file.replace('.json', '')}\` | shows the ${label} node on one account | nothing |`,
	};
}
