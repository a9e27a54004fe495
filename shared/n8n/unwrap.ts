import type { INode } from 'n8n-workflow';

import type { Outcome } from '../../scoring/core/issue';
import { toNodeError } from './toNodeError';

/** The value of an outcome; an outcome without one stops the item with its issues as n8n's message and description. */
export function unwrap<Value>(node: INode, outcome: Outcome<Value>, itemIndex: number | null): Value {
	if (!outcome.ok) throw toNodeError(node, outcome.issues, itemIndex);
	return outcome.value;
}
