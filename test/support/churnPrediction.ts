import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import Ajv, { type AnySchema } from 'ajv';

import { OUTPUT_NAMES, type Operation } from '../../nodes/ChurnPrediction/ChurnPrediction.outputs';
import { ChurnPrediction } from '../../nodes/ChurnPrediction/ChurnPrediction.node';
import { strictContext } from './strictContext';

const RESOURCE: Record<Operation, string> = {
	build: 'snapshot',
	train: 'model',
	evaluate: 'model',
	recalibrate: 'model',
	predict: 'account',
	estimateLifetime: 'account',
	rankInterventions: 'account',
	backtest: 'score',
};

export type Lists = ReadonlyArray<readonly IDataObject[] | null>;

export interface ChurnRun {
	readonly outputs: INodeExecutionData[][];
	/** Items of the outputs, in their order. */
	readonly rows: IDataObject[][];
	readonly hints: string[];
	readonly warnings: string[];
}

/** Runs an operation over the strict mock, and checks what holds for all: the input stays as it was, every item has its source. */
export async function runChurn(
	operation: Operation,
	inputs: Lists,
	parameters: IDataObject = {},
	continueOnFail = false,
): Promise<ChurnRun> {
	const before = JSON.stringify(inputs);
	const { run, hints } = strictContext({
		nodeType: new ChurnPrediction(),
		parameters: { resource: RESOURCE[operation], operation, ...parameters } as INodeParameters,
		inputs,
		continueOnFail,
	});
	const outputs = await run();
	expect(JSON.stringify(inputs)).toBe(before);
	expect(outputs).toHaveLength(OUTPUT_NAMES[operation].length);
	for (const item of outputs.flat()) expect(item.pairedItem).toBeDefined();
	return {
		outputs,
		rows: outputs.map((items) => items.map(({ json }) => json)),
		hints: hints.map(({ message }) => message),
		warnings: hints.filter(({ type }) => type === 'warning').map(({ message }) => message),
	};
}

/** Every row has the form the schema says, and no field it does not know. */
export function expectSchema(
	rows: readonly IDataObject[],
	schema: AnySchema & { properties: Record<string, unknown> },
): void {
	const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
	for (const row of rows) {
		validate(row);
		expect(validate.errors).toBeNull();
		expect(Object.keys(row).filter((key) => !(key in schema.properties))).toEqual([]);
	}
}
