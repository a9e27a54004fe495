import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Issue } from '../../scoring/core/issue';

const isIssue = (value: unknown): value is Issue =>
	typeof value === 'object' && value !== null && 'code' in value && 'remedy' in value && 'message' in value;

/** The issues in what scoring returned: one issue, a list of them, or an outcome that has none to give. */
function issuesIn(caught: unknown): Issue[] {
	const list: unknown[] = Array.isArray(caught)
		? caught
		: typeof caught === 'object' && caught !== null && 'issues' in caught && Array.isArray(caught.issues)
			? caught.issues
			: [caught];
	const issues = list.filter(isIssue);
	const errors = issues.filter((issue) => issue.severity === 'error');
	return errors.length > 0 ? errors : issues;
}

/**
 * Turns whatever went wrong into the error n8n shows: a node error is kept and told its item, issues of scoring become
 * a message (what happened) and a description (what to do), anything else is wrapped.
 *
 * @param itemIndex index of the input item at fault, or null when the fault is not of one item
 */
export function toNodeError(
	node: INode,
	caught: unknown,
	itemIndex: number | null,
): NodeApiError | NodeOperationError {
	if (caught instanceof NodeApiError || caught instanceof NodeOperationError) {
		if (itemIndex !== null && caught.context.itemIndex === undefined) caught.context.itemIndex = itemIndex;
		return caught;
	}
	const at = itemIndex === null ? {} : { itemIndex };
	const [first, ...others] = issuesIn(caught);
	if (first !== undefined) {
		const more = others.map((issue) => `${issue.message} ${issue.remedy}`);
		return new NodeOperationError(node, first.message, {
			...at,
			description: [first.remedy, ...more].join('\n'),
		});
	}
	return new NodeOperationError(node, caught instanceof Error ? caught : String(caught), at);
}
