import type { Issue } from '../../../scoring/core/issue';
import { wordCount } from '../../../scoring/core/wordCount';
import type { RawTable } from '../../../scoring/learn/RawTable';
import type { StoredModel } from '../../../shared/learn/readModelRows';
import { dayIn } from './dayIn';

/** Rows of days that the model learned from flatter it; told by the day column it was trained with. null: there are none, or nothing tells. */
export function seenInTraining({ modelId, model }: StoredModel, table: RawTable): Issue | null {
	const { day_field: field, last_on: last } = model.context;
	const days = typeof field === 'string' ? table.columns[table.names.indexOf(field)] : undefined;
	if (days === undefined || typeof last !== 'string') return null;
	const seen = days.filter((cell) => (dayIn(cell) ?? last) <= last).length;
	if (seen === 0) return null;
	return {
		code: 'seen-in-training',
		path: String(field),
		message: `${seen} of ${wordCount(days.length, 'row')} ${seen === 1 ? 'is' : 'are'} of days up to ${last}, which ${modelId} may have learned from: its figures here are too good.`,
		remedy: 'Evaluate on newer rows only.',
		severity: 'warning',
	};
}
