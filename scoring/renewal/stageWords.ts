import type { StageRule } from './RenewalStages';

/** From so many days on; the first that fits. */
const WORDS: ReadonlyArray<readonly [from: number, what: string]> = [
	[120, 'Review value and stakeholders, so that nothing surprises at the renewal.'],
	[90, 'Open the renewal: confirm who decides, the budget and what the next term must bring.'],
	[60, 'Send the value summary and agree the goals of the next term.'],
	[30, 'Discuss the renewal and start the renewal process.'],
	[14, 'Settle open points; offer upgrade options and, within the limits set, incentives.'],
	[7, 'Get the decision; tell your manager when there is none.'],
	[2, 'Make sure that nothing stands against signing.'],
	[0, 'Process the renewal, or find out why it does not come.'],
];

/**
 * What to do at a stage, after the sources' reminders: value summary, discussion, upgrade options and incentives, then the renewal itself or
 * its feedback. Own stages have the words of the nearest one below.
 *
 * @example
 * stageWords({ counts: 'end', daysBefore: 45 })
 * // => 'Discuss the renewal and start the renewal process.'
 */
export function stageWords({ counts, daysBefore }: Pick<StageRule, 'counts' | 'daysBefore'>): string {
	if (counts === 'notice') {
		return daysBefore > 0
			? 'Make sure before the notice deadline that the customer stays.'
			: 'Last day on which notice may be given: make sure that the customer stays.';
	}
	return WORDS.find(([from]) => daysBefore >= from)?.[1] ?? '';
}
