import type { Issue, Outcome } from '../core/issue';
import type { StageRule } from './RenewalStages';

const MOST_DAYS = 1095;

/**
 * Reads stages from days as text ("120, 90, 60") or a list. `counts` says from which day they are counted; each number stands once, the
 * earliest stage first. Days are whole, 0 to 1,095.
 *
 * @param days text with commas or blanks between, or a list
 *
 * @example
 * parseStages('30, 90', 'end').value.map((rule) => rule.id)
 * // => ['90', '30']
 */
export function parseStages(days: unknown, counts: 'end' | 'notice'): Outcome<StageRule[]> {
	const parts = Array.isArray(days)
		? days.map(String)
		: String(days ?? '')
				.split(/[\s,;/]+/)
				.filter((part) => part !== '');
	const wrong = parts.filter((part) => !/^\d{1,4}$/.test(part) || Number(part) > MOST_DAYS);
	if (wrong.length > 0) {
		const issue: Issue = {
			code: 'bad-stage',
			path: counts === 'end' ? 'stages' : 'noticeStages',
			message: `'${wrong[0]}' is no stage: a stage is a whole number of days from 0 to ${MOST_DAYS}.`,
			remedy: 'Enter days with commas between them, such as 90, 60, 30, 14, 7, 1.',
			severity: 'error',
		};
		return { ok: false, issues: [issue] };
	}
	const numbers = [...new Set(parts.map(Number))].sort((a, b) => b - a);
	const id = (daysBefore: number): string =>
		counts === 'end' ? String(daysBefore) : daysBefore === 0 ? 'notice' : `notice-${daysBefore}`;
	const rules = numbers.map((daysBefore) => ({ id: id(daysBefore), counts, daysBefore }));
	return { ok: true, value: rules, warnings: [] };
}
