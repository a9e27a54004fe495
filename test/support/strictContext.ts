import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	NodeExecutionHint,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

export interface StrictContextInput {
	/** Supplies the defaults, exactly as n8n fills them in, so tests name only what they change. */
	readonly nodeType: INodeType;
	readonly parameters?: INodeParameters;
	/** One list of items per input; null: nothing connected there. */
	readonly inputs: ReadonlyArray<readonly IDataObject[] | null>;
	readonly continueOnFail?: boolean;
	/** Members a test stubs on top of the few below. */
	readonly members?: Readonly<Record<string, unknown>>;
}

export interface StrictContext {
	readonly context: IExecuteFunctions;
	/** Hints the node added, in order. */
	readonly hints: NodeExecutionHint[];
	/** Names of the parameters read, once per read. */
	readonly reads: string[];
	/** Runs the node and returns its outputs. */
	readonly run: () => Promise<INodeExecutionData[][]>;
}

const at = (parameters: INodeParameters, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], parameters);

/**
 * An execute context of which only the members below exist. Touching any other one fails at once with its name, where a
 * lenient mock would hand back undefined and let the test pass.
 */
export function strictContext(input: StrictContextInput): StrictContext {
	const { description } = input.nodeType;
	const node: INode = {
		id: 'node-under-test',
		name: description.displayName,
		type: `n8n-nodes-customer-success.${description.name}`,
		typeVersion: Array.isArray(description.version) ? (description.version.at(-1) ?? 1) : description.version,
		position: [0, 0],
		parameters: input.parameters ?? {},
	};
	const parameters =
		NodeHelpers.getNodeParameters(description.properties, node.parameters, true, false, node, description) ??
		{};
	const items = input.inputs.map((list) => list?.map((json): INodeExecutionData => ({ json })) ?? null);
	const hints: NodeExecutionHint[] = [];
	const reads: string[] = [];
	const members: Record<string, unknown> = {
		getNode: () => node,
		continueOnFail: () => input.continueOnFail ?? false,
		addExecutionHints: (...added: NodeExecutionHint[]) => hints.push(...added),
		getInputData: (inputIndex = 0) => {
			// The same refusals as n8n-core, so that reading an input by the index of an item is caught.
			if (items.length < inputIndex) throw new Error('Could not get input with given index');
			if (items[inputIndex] === null) throw new Error('Input index was not set');
			return items[inputIndex] ?? [];
		},
		getNodeParameter: (name: string, _itemIndex: number, fallback?: unknown) => {
			reads.push(name);
			const value = at(parameters, name) ?? fallback;
			if (value === undefined) throw new Error(`Could not get parameter "${name}"`);
			return value;
		},
		...input.members,
	};
	const context = new Proxy(members, {
		get(target, name) {
			if (typeof name === 'symbol' || name === 'then') return undefined;
			if (!(name in target)) throw new Error(`The node used "${name}", which this test does not stub`);
			return target[name];
		},
	}) as unknown as IExecuteFunctions;
	const run = async (): Promise<INodeExecutionData[][]> => {
		const outputs = await input.nodeType.execute?.call(context);
		if (!Array.isArray(outputs)) throw new Error('The node has no execute, or it returned no outputs');
		return outputs as INodeExecutionData[][];
	};
	return { context, hints, reads, run };
}
