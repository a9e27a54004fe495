import type { IDataObject, INodeParameters } from 'n8n-workflow';
import Ajv, { type AnySchema } from 'ajv';

import { RenewalTimeline } from '../../nodes/RenewalTimeline/RenewalTimeline.node';
import { strictContext } from './strictContext';

type Lists = ReadonlyArray<readonly IDataObject[] | null>;

/** Runs an operation as of 2026-03-31 over the strict mock; the input stays as it was. */
export async function runRenewal(
	operation: string,
	inputs: Lists,
	parameters: IDataObject = {},
	continueOnFail = false,
) {
	const all = { operation, asOf: '2026-03-31', runId: 'run-1', ...parameters } as INodeParameters;
	const context = strictContext({ nodeType: new RenewalTimeline(), parameters: all, inputs, continueOnFail });
	const before = JSON.stringify(inputs);
	const outputs = await context.run();
	expect(JSON.stringify(inputs)).toBe(before);
	return {
		rows: outputs.map((items) => items.map(({ json }) => json)),
		hints: context.hints.map(({ message }) => message).join('\n'),
		reads: context.reads,
	};
}

/** A row of cs_contract_lines: a year to 2026-03-31. */
export const contractLine = (columns: IDataObject): IDataObject => ({
	contract_id: `C-${String(columns.line_id)}`,
	account_id: 'acme',
	product_id: 'plan',
	quantity: 10,
	arr_minor: 100_000,
	currency: 'USD',
	starts_on: '2025-04-01',
	ends_on: '2026-03-31',
	replaces_line_id: null,
	status: 'active',
	recorded_at: '2025-03-01T10:00:00.000Z',
	superseded_at: null,
	...columns,
});

/** Holds an item to its schema. */
export function matches(schema: AnySchema, json: unknown): void {
	const validate = new Ajv({ strict: false }).compile(schema);
	expect(validate(json) ? null : validate.errors).toBeNull();
}
