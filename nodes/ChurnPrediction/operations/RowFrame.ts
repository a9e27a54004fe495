import type { DescribedRun, PredictedRun } from './describeRun';

/** What all rows of a run share. */
export interface RowFrame extends DescribedRun {
	readonly run: PredictedRun;
	readonly configHash: string;
	readonly ruleHash: string;
}
