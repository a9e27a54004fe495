import type { ExpressionString, INodeOutputConfiguration } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { byOperation } from './byOperation';

/** Outputs that follow the operation, so that a connection is labelled by what leaves through it. `names`: per operation, in order. */
export function outputsByOperation(names: Readonly<Record<string, readonly string[]>>): ExpressionString {
	const outputs = Object.entries(names).map(([operation, titles]): [string, INodeOutputConfiguration[]] => [
		operation,
		titles.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
	]);
	return byOperation(Object.fromEntries(outputs));
}
