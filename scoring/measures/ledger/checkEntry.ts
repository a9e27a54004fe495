import { currencyExponent } from '../../core/currencyExponent';
import type { Issue } from '../../core/issue';
import { roundHalfUp } from '../../core/roundHalfUp';
import { evaluateFormula } from './evaluateFormula';
import type { CheckedEntry, LedgerEntry } from './Ledger';
import { periodRange } from './periodRange';
import { LEDGER_KINDS, VALUE_KINDS } from './valueKinds';

/** Kinds that claim value; each needs a formula, the others at least a source. */
const CLAIMS = [...VALUE_KINDS, 'cost_of_inaction'];
/** Kinds whose amount may fall once, without days. */
const ONCE = ['baseline', 'cost'];

/**
 * Whether a ledger entry is evidenced: it has a kind, a period, an amount with a currency, a source, and, where value is claimed, a formula whose
 * inputs give the base amount to the minor unit. Without low and high the range is the base amount; a range in the wrong order is a fault.
 * What is missing is named; an entry with a fault is in no total.
 *
 * @param asOfOn YYYY-MM-DD; value whose period ends later is expected, not realised
 *
 * @example
 * checkEntry({ entryId: 'e1', accountId: 'a', kind: 'direct', period: '2025-Q1', lowMinor: null, baseMinor: 14000000, highMinor: null, currency: 'USD', formula: '(labour + consulting) * 1', evidence: { source: 'audit report', outcome: null, inputs: { labour: 95000, consulting: 45000 } }, acknowledgedOn: null, acknowledgedBy: null }, '2025-06-30').state
 * // => 'counted'
 */
export function checkEntry(entry: LedgerEntry, asOfOn: string): CheckedEntry {
	const issues: Issue[] = [];
	const fault = (code: string, field: string, message: string, remedy: string): void => {
		issues.push({ code, path: `${entry.entryId}.${field}`, message, remedy, severity: 'error' });
	};
	const { kind, period, currency, formula, evidence } = entry;
	if (entry.entryId === '')
		fault(
			'entry-id',
			'entry_id',
			'The entry has no id.',
			'Give it an entry_id of its own that never changes.',
		);
	if (kind === null || !LEDGER_KINDS.includes(kind))
		fault('entry-kind', 'kind', `The kind is "${kind ?? ''}".`, `Use one of: ${LEDGER_KINDS.join(', ')}.`);
	const range = period === null ? null : periodRange(period);
	const once = period === 'once' && kind !== null && ONCE.includes(kind);
	if (range === null && !once)
		fault(
			'entry-period',
			'period',
			`The period is "${period ?? ''}".`,
			'Use a year (2026), a quarter (2026-Q1), a month (2026-01) or two days (2026-01-15/2026-04-14); "once" is for a baseline or cost.',
		);
	if (currency === null)
		fault('entry-currency', 'currency', 'The currency is missing.', 'Add its ISO 4217 code.');
	if (evidence.source === null)
		fault(
			'entry-source',
			'evidence_json',
			'Nobody can look it up: there is no source.',
			'Name the report, ticket or person it comes from as "source".',
		);
	if (formula === null && kind !== null && CLAIMS.includes(kind))
		fault(
			'entry-formula',
			'formula',
			'It cannot be recomputed: there is no formula.',
			'Write how the amount is worked out from the inputs, even if it is one input alone.',
		);

	const computed =
		formula === null ? null : evaluateFormula(formula, evidence.inputs, `${entry.entryId}.formula`);
	if (computed !== null && !computed.ok) issues.push(...computed.issues);
	const computedMinor =
		computed?.ok && currency !== null ? roundHalfUp(computed.value * minorUnits(currency)) : null;
	const baseMinor = entry.baseMinor ?? computedMinor;
	if (baseMinor === null)
		fault(
			'entry-amount',
			'base_minor',
			'There is no amount.',
			'Fill in base_minor, or a formula that gives it.',
		);
	else if (computedMinor !== null && computedMinor !== baseMinor)
		fault(
			'entry-differs',
			'base_minor',
			`The base amount is ${baseMinor}, its formula gives ${computedMinor} (minor units).`,
			'Correct the amount, the formula or its inputs; formulas calculate in major units.',
		);
	if (
		baseMinor !== null &&
		((entry.lowMinor ?? baseMinor) > baseMinor || (entry.highMinor ?? baseMinor) < baseMinor)
	)
		fault(
			'entry-range',
			'low_minor',
			`Low ${entry.lowMinor ?? '-'}, base ${baseMinor}, high ${entry.highMinor ?? '-'} are not in order.`,
			'Enter low at most base, and high at least base.',
		);

	const ahead = range !== null && range.toOn > asOfOn && kind !== null && CLAIMS.includes(kind);
	const state = issues.length > 0 ? 'excluded' : ahead ? 'expected' : 'counted';
	return { entry, state, computedMinor, baseMinor, issues };
}

function minorUnits(currency: string): number {
	let units = 1;
	for (let digit = currencyExponent(currency); digit > 0; digit--) units *= 10;
	return units;
}
