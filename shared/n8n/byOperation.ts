import type { ExpressionString } from 'n8n-workflow';

/** An expression of the editor that picks the value of the chosen operation. The values become JSON: no functions, no `undefined`. */
export const byOperation = (values: Readonly<Record<string, unknown>>): ExpressionString =>
	`={{ (${JSON.stringify(values)})[$parameter.operation] }}`;
