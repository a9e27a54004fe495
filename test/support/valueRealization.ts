import Ajv, { type AnySchema } from 'ajv';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ValueRealization } from '../../nodes/ValueRealization/ValueRealization.node';
import { strictContext } from './strictContext';

/** Runs the node on items and records; its input must be left as it was. */
export async function runValue(
	parameters: INodeParameters,
	items: readonly IDataObject[],
	records: readonly IDataObject[] | null = [],
	continueOnFail = false,
) {
	const before = JSON.stringify([items, records]);
	const context = strictContext({
		nodeType: new ValueRealization(),
		parameters: { resource: 'value', asOf: '2024-12-31', runId: 'run-1', ...parameters },
		inputs: [items, records],
		continueOnFail,
	});
	const raw = await context.run();
	expect(JSON.stringify([items, records])).toBe(before);
	const hints = context.hints.map(({ message }) => message).join(' ');
	return { outputs: raw.map((list) => list.map(({ json }) => json)), raw, hints };
}

/** Rows have the fields that the schema of their operation describes, and no other. */
export function expectSchema(rows: readonly IDataObject[], schema: AnySchema & { properties: object }): void {
	const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
	expect(rows.length).toBeGreaterThan(0);
	for (const row of rows) {
		validate(row);
		expect(validate.errors).toBeNull();
		expect(Object.keys(row).filter((key) => !(key in schema.properties))).toEqual([]);
	}
}

/** An account that pays 875,000 a year. */
export const account = (over: IDataObject = {}): IDataObject => ({
	account_id: 'tech',
	name: 'TechCorp',
	currency: 'USD',
	arr_minor: 87_500_000,
	...over,
});
/** A ledger entry of so many thousands. */
export const entry = (id: string, kind: string, amount: number, over: IDataObject = {}): IDataObject => ({
	entry_id: id,
	account_id: 'tech',
	kind,
	period: '2024',
	low_minor: amount * 80_000,
	base_minor: amount * 100_000,
	high_minor: amount * 110_000,
	currency: 'USD',
	formula: 'thousand * 1000',
	evidence_json: JSON.stringify({ source: 'review', outcome: id, inputs: { thousand: amount } }),
	acknowledged_at: '2024-12-20T09:00:00.000Z',
	acknowledged_by: 'c1',
	...over,
});
/** 560 + 435 + 640 = 1,635 thousand. */
export const LEDGER = [
	entry('d', 'direct', 560),
	entry('o', 'operational', 435),
	entry('s', 'strategic', 640),
];
