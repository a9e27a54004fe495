import { generateAccount } from '../../../demo/portfolio/generateAccount';
import type { Outcome } from '../../../scoring/core/issue';
import { buildSnapshots } from '../../../scoring/churn/buildSnapshots';
import type { SnapshotOptions, SnapshotPortfolio } from '../../../scoring/churn/SnapshotOptions';
import type { SnapshotSet } from '../../../scoring/churn/SnapshotSet';
import { groupRecords } from '../../../scoring/measures/groupRecords';
import type { Row } from '../../../scoring/measures/Records';

export const AS_OF = '2026-01-15';

const HISTORY = new Set(
	[
		'usage',
		'tickets',
		'invoices',
		'survey_answers',
		'interactions',
		'contacts',
		'contracts',
		'contract_lines',
	].map((table) => `cs_${table}`),
);

export interface PortfolioTables {
	readonly accounts: readonly Row[];
	readonly outcomes: readonly Row[];
	/** Of all history tables. */
	readonly history: readonly Row[];
}

/** Accounts of the demo portfolio from position `first` on. */
export function demoTables(count: number, first = 0): PortfolioTables {
	const generated = Array.from(
		{ length: count },
		(_, index) => generateAccount(42, first + index, { asOfOn: AS_OF }).rows,
	);
	return {
		accounts: generated.flatMap((rows) => rows.cs_accounts),
		outcomes: generated.flatMap((rows) => rows.cs_outcomes),
		history: generated.flatMap((tables) =>
			Object.entries(tables).flatMap(([name, rows]) => (HISTORY.has(name) ? rows : [])),
		),
	};
}

export const portfolioOf = ({ accounts, outcomes, history }: PortfolioTables): SnapshotPortfolio => ({
	accounts,
	outcomes,
	records: groupRecords(history).accounts,
});

export function runSnapshots(
	portfolio: SnapshotPortfolio,
	options: Partial<SnapshotOptions> = {},
): Outcome<SnapshotSet> {
	const steps = buildSnapshots(portfolio, { asOfOn: AS_OF, ...options });
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	return step.value;
}

export function snapshotsOf(
	portfolio: SnapshotPortfolio,
	options: Partial<SnapshotOptions> = {},
): SnapshotSet {
	const built = runSnapshots(portfolio, options);
	if (!built.ok) throw new Error(built.issues.map(({ message }) => message).join('; '));
	return built.value;
}
