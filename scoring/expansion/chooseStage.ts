import type { Blocker, Readiness, SalesStage, Sizing } from './Opportunity';

const READY_FROM = 60;
const LEAST_COVERAGE = 0.75;

/**
 * The stage we give an opportunity: qualified when nothing blocks it, it has an amount, and readiness is 60 or more with at least three of four
 * dimensions observed (project choice); identified otherwise. Later stages are the seller's.
 *
 * @example
 * chooseStage([], { mean: 88.75, coverage: 1 }, { amountMinor: 28000000 })
 * // => 'qualified'
 */
export function chooseStage(
	blockers: readonly Blocker[],
	readiness: Pick<Readiness, 'mean' | 'coverage'>,
	sizing: Pick<Sizing, 'amountMinor'>,
): SalesStage {
	const ready =
		readiness.mean !== null && readiness.mean >= READY_FROM && readiness.coverage >= LEAST_COVERAGE;
	return blockers.length === 0 && sizing.amountMinor !== null && ready ? 'qualified' : 'identified';
}
