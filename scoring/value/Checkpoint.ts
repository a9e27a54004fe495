import type { Achievement } from './measureAchievement';

/** A success criterion with the week in which it is due. */
export interface Criterion {
	readonly id: string;
	readonly label: string;
	/** Name under which it is measured. */
	readonly metric: string;
	readonly target: number;
	readonly baseline: number | null;
	readonly direction: 'higher_is_better' | 'lower_is_better';
	/** Weeks after the start. */
	readonly week: number;
	readonly unit: string;
}

export interface Measurement {
	readonly metric: string;
	readonly value: number;
	/** YYYY-MM-DD */
	readonly measuredOn: string;
}

/** met, missed: due and measured; not_measured: due, nothing was measured; not_due: its week is still ahead. */
export type CriterionState = 'met' | 'missed' | 'not_measured' | 'not_due';

export interface CriterionResult {
	readonly criterion: Criterion;
	readonly dueOn: string;
	readonly actual: number | null;
	readonly measuredOn: string | null;
	readonly state: CriterionState;
	readonly achievement: Achievement;
}

export interface Checkpoint {
	readonly week: number;
	readonly dueOn: string;
	/** upcoming: its day is still ahead; the results are then as of today. */
	readonly state: 'upcoming' | 'met' | 'missed' | 'not_measured' | 'nothing_due';
	readonly results: readonly CriterionResult[];
}
