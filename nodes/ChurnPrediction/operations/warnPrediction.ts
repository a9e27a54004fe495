import { wordCount } from '../../../scoring/core/wordCount';
import type { DriftReport } from '../../../scoring/learn/Drift';
import type { Warning } from '../../../scoring/learn/Model';
import type { StoredModel } from '../../../shared/learn/readModelRows';

/** A population stability index above this is a large shift. */
const LARGE_PSI = 0.25;
/** Fewer accounts differ from the training by chance. */
const FEWEST_ROWS = 30;
const NAMED = 3;
/** Grow for everybody as time goes by: no sign that a source changed. */
const GROWS: readonly string[] = ['tenure_days', 'renewals'];

/** What nobody may miss about predictions of a stored model: what was said when it was trained, its age, and fields that have shifted. */
export function warnPrediction(
	{ model, modelId }: StoredModel,
	drift: DriftReport,
	ageDays: number | null,
	staleAfterDays: number,
): Warning[] {
	const warnings = [...model.warnings];
	if (ageDays !== null && ageDays > staleAfterDays)
		warnings.push({
			code: 'stale',
			text: `The model ${modelId} was trained ${wordCount(ageDays, 'day')} ago, more than ${staleAfterDays}: train again on newer snapshots.`,
		});
	const shifted =
		drift.rows < FEWEST_ROWS
			? []
			: drift.fields.filter(({ name, psi }) => psi > LARGE_PSI && !GROWS.includes(name));
	if (shifted.length > 0) {
		const named = shifted.slice(0, NAMED).map(({ name, psi }) => `${name} (PSI ${psi.toFixed(2)})`);
		const more = shifted.length > NAMED ? ` and ${shifted.length - NAMED} more` : '';
		warnings.push({
			code: 'drift',
			text: `The accounts differ from those the model learned from: ${named.join(', ')}${more}. Check whether the source of these fields changed, and train again.`,
		});
	}
	return warnings;
}
