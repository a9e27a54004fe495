import type { RunRow } from './AlertRows';
import { findScoredFewer } from './findScoredFewer';
import { findStaleSources } from './findStaleSources';
import { formatInstant } from './formatInstant';
import type { Freshness } from './sourceFreshness';

export interface OutageInput {
	readonly runs: readonly RunRow[];
	/** Newest sign of life per source; empty: not watched. */
	readonly freshness: readonly Freshness[];
	/** Stages whose number of scored accounts is compared with the day before. */
	readonly stages: readonly string[];
	readonly businessDayOn: string;
	/** UTC instant. */
	readonly asOf: string;
	/** 0 to 1 of the day before. */
	readonly minScoredShare: number;
	readonly staleAfterHours: number;
}

export interface Outage {
	/** No score of the day can be trusted: far fewer accounts than the day before, or no source brought anything new. */
	readonly everything: boolean;
	/** Sources without a sign of life; scores of accounts from them cannot be trusted. */
	readonly sources: ReadonlySet<string>;
	/** What was found, in sentences. */
	readonly words: readonly string[];
}

/**
 * Judges whether the data of a day is complete and fresh enough to alarm people with it, by the rules of the run watch.
 *
 * @example
 * findOutage({ runs: [], freshness: [], stages: ['churn'], businessDayOn: '2024-01-15', asOf: '2024-01-15T00:00:00Z', minScoredShare: 0.8,
 *   staleAfterHours: 48 }).everything
 * // => false
 */
export function findOutage(input: OutageInput): Outage {
	const fewer = input.stages.flatMap(
		(stage) => findScoredFewer(input.runs, stage, input.businessDayOn, input.minScoredShare) ?? [],
	);
	const stale = findStaleSources(input.freshness, input.asOf, input.staleAfterHours);
	return {
		everything: fewer.length > 0 || (stale.length > 0 && stale.length === input.freshness.length),
		sources: new Set(stale.map(({ source }) => source)),
		words: [
			...new Set(fewer.map(({ words }) => words)),
			...stale.map(
				({ source, lastUpdatedAt }) =>
					`The source ${source} brought nothing new since ${formatInstant(lastUpdatedAt)}.`,
			),
		],
	};
}
