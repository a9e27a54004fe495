import type { Term } from './Contract';
import { dayText } from './dayText';
import type { DatedStage, StageSettings } from './RenewalStages';
import { stageDays } from './stageDays';

const NONE: readonly DatedStage[] = [];

/**
 * The stages of one term that are reached by a day, earliest first; on one day the stage further from the end first. See `stageDays`.
 *
 * @param until day number
 *
 * @example
 * dateStages({ startsOn: '2024-04-01', endsOn: '2025-03-31' }, null, { rules: [{ id: '30', counts: 'end', daysBefore: 30 }], businessDays: true, holidays: new Set() }, 99999)[0].dueOn
 * // => '2025-02-28'
 */
export function dateStages(
	term: Term,
	noticeOn: string | null,
	settings: StageSettings,
	until: number,
): readonly DatedStage[] {
	const endsOn = term.endsOn;
	if (endsOn === null) return NONE;
	const stages: DatedStage[] = [];
	for (const [index, day] of stageDays(term, noticeOn, settings).entries()) {
		const rule = settings.rules[index];
		if (day === null || day > until || rule === undefined) continue;
		stages.push({ ...rule, endsOn, dueOn: dayText(day) });
	}
	return stages.sort((a, b) =>
		a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : b.daysBefore - a.daysBefore,
	);
}
