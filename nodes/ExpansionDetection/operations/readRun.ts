import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ProductRule } from '../../../scoring/expansion/Opportunity';
import { readAsOf, type AsOf } from '../../../shared/fields/readAsOf';
import { unwrap } from '../../../shared/n8n/unwrap';

export interface Run extends AsOf {
	/** null: the rows carry none. */
	readonly runId: string | null;
	readonly products: readonly ProductRule[];
}

/** A comma-separated text as a list. */
export const wordsOf = (value: unknown): string[] =>
	String(value ?? '')
		.split(',')
		.map((word) => word.trim())
		.filter((word) => word !== '');

/** What both operations share; read once per run. */
export function readRun(context: IExecuteFunctions): Run {
	const given = context.getNodeParameter('asOf', 0, '') as unknown;
	const asOf = unwrap(context.getNode(), readAsOf(given, new Date().toISOString()), null);
	const runId = String(context.getNodeParameter('runId', 0, ''));
	const { product } = context.getNodeParameter('products', 0, {}) as { product?: IDataObject[] };
	return { ...asOf, runId: runId === '' ? null : runId, products: (product ?? []).flatMap(readProduct) };
}

/** A product without an ID is a row somebody has not filled in yet. */
function readProduct(row: IDataObject): ProductRule[] {
	const productId = String(row.productId ?? '').trim();
	if (productId === '') return [];
	const name = String(row.name ?? '').trim();
	return [
		{
			productId,
			name: name === '' ? null : name,
			type: (row.type ?? 'cross_sell') as ProductRule['type'],
			answers: wordsOf(row.answers),
			needs: wordsOf(row.needs),
			tiers: wordsOf(row.tiers),
			complexity: (row.complexity || null) as ProductRule['complexity'],
		},
	];
}
