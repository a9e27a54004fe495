import { dayNumber } from '../../scoring/core/dayNumber';
import { FRAMEWORK_SCORECARD } from '../../scoring/health/presets';
import type { Scorecard } from '../../scoring/health/Scorecard';
import type { GeneratedAccount } from './PortfolioRows';
import { scorePast } from './scorePast';

/** Score some time before the end of a term, and whether the customer then left. */
export interface RenewalCase {
	/** 100 minus the health score. */
	readonly risk: number;
	/** Left at the end of that term or before it. */
	readonly positive: boolean;
}

const DAYS_BEFORE_END = 90;

/**
 * One case per term of an account that ended with a known outcome: the health score 90 days before the end of the term, from what was
 * known then, against renewed or churned. Insolvency and takeover count as churned when they end the term early, if the score day lies
 * before. Terms without enough data on the score day, or with a score day before the customer's start, are left out.
 */
export function renewalCases(
	account: GeneratedAccount,
	scorecard: Scorecard = FRAMEWORK_SCORECARD,
): RenewalCase[] {
	const decided = account.rows.cs_outcomes.filter(({ kind }) => kind === 'churned' || kind === 'renewed');
	const cases: { day: number; positive: boolean }[] = [];
	for (const contract of account.rows.cs_contracts) {
		const start = dayNumber(String(contract.starts_on));
		const end = dayNumber(String(contract.ends_on));
		if (start === null || end === null) continue;
		const day = end - DAYS_BEFORE_END;
		for (const outcome of decided) {
			const on = dayNumber(String(outcome.occurred_on));
			const positive = outcome.kind === 'churned';
			if (on === null || (positive ? on > end || on <= day || on < start : on !== end + 1)) continue;
			cases.push({ day, positive });
		}
	}
	const { numbers } = scorePast(
		account,
		cases.map(({ day }) => day),
		scorecard,
	);
	return cases.flatMap(({ positive }, index) => {
		const value = numbers[index]?.value ?? null;
		return value === null ? [] : [{ risk: 100 - value, positive }];
	});
}
