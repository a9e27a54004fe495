import { instantIn } from '../measures/instantIn';
import { isKnownAt } from '../measures/isKnownAt';
import { knowledgeCut } from '../measures/knowledgeCut';
import type { Row } from '../measures/Records';

const MS_PER_DAY = 86_400_000;

/**
 * The rows of cs_contract_lines that run on a day, as known then; lines that ended, are superseded, or begin later are left out.
 *
 * @example
 * activeLines([{ line_id: 1, starts_on: '2026-01-01', ends_on: '2026-12-31' }, { line_id: 2, starts_on: '2027-01-01' }], '2026-05-01').length
 * // => 1
 */
export function activeLines(lines: readonly Row[], asOf: string): Row[] {
	const cut = knowledgeCut(asOf);
	return lines.filter((line) => {
		const from = instantIn(line, 'starts_on');
		const to = instantIn(line, 'ends_on');
		if (!isKnownAt(line, cut) || /^(superseded|draft|cancel)/i.test(String(line.status))) return false;
		return (from === null || from <= cut) && (to === null || to + MS_PER_DAY > cut);
	});
}
