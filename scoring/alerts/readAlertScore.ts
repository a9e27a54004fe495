import type { Issue, Outcome } from '../core/issue';
import { roundHalfUp } from '../core/roundHalfUp';
import type { AlertScore } from './AlertRows';
import type { AlertSubject } from './AlertSubject';
import { healthSubject } from './healthSubject';
import { readDetail } from './readDetail';
import { readValue } from './readValue';

/**
 * Reads a row of cs_scores (with or without the flat extras of the Health Score node). `value` null is insufficient data. The rounded
 * score is the row's own where it says one, else rounded half up. null for a row of another score than the subject's; an issue for
 * a row without account or with a value outside 0 to 100.
 *
 * @example
 * readAlertScore({ account_id: 'a', value: 'good' }).ok
 * // => false
 */
export function readAlertScore(
	row: Readonly<Record<string, unknown>>,
	subject: AlertSubject = healthSubject,
): Outcome<AlertScore | null> {
	const read = readValue(row);
	if ((read.text('score') ?? 'health') !== subject.score) return { ok: true, value: null, warnings: [] };
	const accountId = read.text('account_id');
	if (accountId === null) {
		return fault(
			'missing-account-id',
			'account_id',
			'A score has no account_id.',
			'Connect rows of cs_scores, or set account_id before this node.',
		);
	}
	const value = read.number('value');
	if ((value === null && (row.value ?? '') !== '') || (value !== null && (value < 0 || value > 100))) {
		return fault(
			'not-a-score',
			'value',
			`The score of ${accountId} is ${JSON.stringify(row.value)}, expected a number from 0 to 100.`,
			'Leave the value empty when there is no score.',
		);
	}
	const detail = readDetail(read.text('detail_json'));
	const own = read.number('rounded') ?? numberIn(detail.rounded);
	const rounded = value === null ? null : (own ?? roundHalfUp(value));
	return {
		ok: true,
		warnings: [],
		value: {
			accountId,
			rounded,
			previous: previousOf(detail.previous, read.number('previous_rounded')),
			band: read.text('band'),
			reason: read.text('reason'),
			lost: listOf(detail[subject.score === 'churn' ? 'reasons' : 'lost']).flatMap(wordsOf),
			...noteOf(subject, detail),
		},
	};
}

function previousOf(previous: unknown, extra: number | null): AlertScore['previous'] {
	const { on, rounded, value } = (previous ?? {}) as Readonly<Record<string, unknown>>;
	const unrounded = numberIn(value);
	const before = numberIn(rounded) ?? (unrounded === null ? null : roundHalfUp(unrounded)) ?? extra;
	return before === null ? null : { on: typeof on === 'string' ? on : null, rounded: before };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A churn probability by rules, or by another model than the day before, is no surprise about the account alone. */
function noteOf(
	{ score }: AlertSubject,
	detail: Readonly<Record<string, unknown>>,
): { readonly note?: string } {
	if (score !== 'churn') return {};
	if (detail.basis === 'rule-based') return { note: 'Estimated by rules: no model was trained yet.' };
	return detail.model_changed === true ? { note: 'The model changed since the value before.' } : {};
}

/** `[label, points, words]` or words alone. */
function wordsOf(lost: unknown): readonly string[] {
	const words: unknown = Array.isArray(lost) ? lost[2] : lost;
	return typeof words === 'string' && words !== '' ? [words.replace(/\.$/, '')] : [];
}

function numberIn(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function fault(code: string, path: string, message: string, remedy: string): Outcome<never> {
	const issue: Issue = { code, path, message, remedy, severity: 'error' };
	return { ok: false, issues: [issue] };
}
