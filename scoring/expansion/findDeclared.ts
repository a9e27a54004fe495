import type { Evidence, SignalInput, SignalTest } from './Signal';
import { wordNumber } from './wordNumber';

/**
 * Evidence that people entered or judged in custom_json: one of the answers that point to growth, or a number of at least the threshold.
 * "<field>_on" is the day it was said and lets it fade; without a day it counts as of the score. null when not entered or below.
 *
 * @example
 * findDeclared({ accountId: 'a', asOf: '2026-01-20', measures: { team_hires: { value: 8, observedOn: '2026-01-10' } } }, { kind: 'declared', field: 'team_hires', atLeast: 3 })?.observedOn
 * // => '2026-01-10'
 */
export function findDeclared(
	input: Pick<SignalInput, 'accountId' | 'asOf' | 'measures'>,
	test: Extract<SignalTest, { kind: 'declared' }>,
): Evidence | null {
	const measure = input.measures[test.field];
	const value = measure?.value ?? null;
	if (measure === undefined || value === null) return null;
	const strength = strengthOf(value, test);
	if (strength === null) return null;
	const on = measure.observedOn ?? input.asOf.slice(0, 10);
	return {
		value,
		baseline: 'atLeast' in test ? test.atLeast : null,
		change: null,
		unit: test.field.replace(/_/g, ' '),
		aggregate: 'value',
		factor: 1,
		from: null,
		to: on,
		observedOn: on,
		statistic: { method: 'fact', z: null, pValue: null, n: 1 },
		current: [
			{
				table: 'cs_accounts',
				key: { account_id: input.accountId },
				column: `custom_json.${test.field}`,
				value,
			},
		],
		before: [],
		strength,
		words: wordDeclared(value, test, measure.observedOn),
		metric: null,
	};
}

function wordDeclared(
	value: number | string,
	test: Extract<SignalTest, { kind: 'declared' }>,
	notedOn: string | null,
): string {
	const says = typeof test.says === 'string' ? test.says : test.says?.[String(value)];
	const number = Number(value);
	const plain = `${test.field.replace(/_/g, ' ')}: ${String(value).replace(/_/g, ' ')}`;
	const words =
		says?.replace('{%}', `${wordNumber(100 * number)} %`).replace('{}', wordNumber(number)) ?? plain;
	return notedOn === null ? words : `${words} (noted ${notedOn})`;
}

/** null: none of the answers, or below the number. */
function strengthOf(value: number | string, test: Extract<SignalTest, { kind: 'declared' }>): number | null {
	if ('atLeast' in test) {
		const number = typeof value === 'number' ? value : Number(value);
		if (!Number.isFinite(number) || number < test.atLeast) return null;
		return number / (number + test.atLeast);
	}
	return test.answers[String(value)] ?? null;
}
