import type { Issue } from '../core/issue';

/** What the work cost before, per year; amounts in whole minor units of one currency. null: not known. */
export interface Baseline {
	/** Parts by name: labour, external, ... */
	readonly parts: Readonly<Record<string, number | null>>;
	/** Hours of work behind one of the parts. */
	readonly hours: number | null;
	/** Name of that part. */
	readonly hoursOf: string;
	/** Savings claimed against it. */
	readonly savingsMinor: number | null;
}

export interface CheckedBaseline {
	/** null: a part is not known, or there is none. */
	readonly totalMinor: number | null;
	/** Of the part with hours, minor units; null: unknown. */
	readonly hourlyMinor: number | null;
	/** Savings as a share of the baseline. */
	readonly savedShare: number | null;
	readonly warnings: readonly Issue[];
}

/**
 * Adds up a baseline and warns where it cannot be: an hour of work dearer than the limit, or savings of nearly all of it or more than there was.
 *
 * @param limits hourlyMinor: dearest hour that is believed, minor units; savedShare: largest share of a baseline that is believed, 0 to 1. Both are
 *   project choices.
 *
 * @example
 * checkBaseline({ parts: { labour: 38200000, external: 18000000 }, hours: 280, hoursOf: 'labour', savingsMinor: 56000000 }, { hourlyMinor: 25000, savedShare: 0.95 }).warnings.map((issue) => issue.code)
 * // => ['baseline-hour', 'baseline-saved']
 */
export function checkBaseline(
	{ parts, hours, hoursOf, savingsMinor }: Baseline,
	limits: { readonly hourlyMinor: number; readonly savedShare: number },
): CheckedBaseline {
	const amounts = Object.values(parts);
	let totalMinor: number | null = amounts.length === 0 ? null : 0;
	for (const amount of amounts)
		totalMinor = totalMinor === null || amount === null ? null : totalMinor + amount;
	const part = Object.hasOwn(parts, hoursOf) ? (parts[hoursOf] ?? null) : null;
	const hourlyMinor = part === null || hours === null || !(hours > 0) ? null : part / hours;
	const savedShare =
		totalMinor === null || savingsMinor === null || !(totalMinor > 0) ? null : savingsMinor / totalMinor;
	const warnings: Issue[] = [];
	if (hourlyMinor !== null && hourlyMinor > limits.hourlyMinor)
		warnings.push({
			code: 'baseline-hour',
			path: `baseline.${hoursOf}`,
			message: `${hours} hours for ${part} is ${Math.floor(hourlyMinor)} per hour, above the limit of ${limits.hourlyMinor} (minor units).`,
			remedy: 'Check the hours; they may be those of one person or one quarter.',
			severity: 'warning',
		});
	if (savedShare !== null && savedShare > limits.savedShare)
		warnings.push({
			code: 'baseline-saved',
			path: 'baseline.savings',
			message: `The savings are ${Math.floor(savedShare * 1000 + 0.5) / 10} % of all that was spent before.`,
			remedy: 'Check whether the baseline is complete and the savings belong to it.',
			severity: 'warning',
		});
	return { totalMinor, hourlyMinor, savedShare, warnings };
}
