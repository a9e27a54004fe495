/** A point on the way to a renewal, as configured. */
export interface StageRule {
	/** `90`: so many days before the end; `notice`: the notice deadline; `notice-14`: so many days before that. */
	readonly id: string;
	readonly counts: 'end' | 'notice';
	/** Calendar days before the end, or before the notice deadline. */
	readonly daysBefore: number;
}

/** A stage of one term with its day. */
export interface DatedStage extends StageRule {
	/** Last day of the term, inclusive. */
	readonly endsOn: string;
	/** The day it is reached: calendar days before the end, or the business day before that. */
	readonly dueOn: string;
}

/** A stage that was reached and is said for the first and only time. */
export interface StageCrossing extends DatedStage {
	/** The day it was due had passed when it was said. */
	readonly late: boolean;
	readonly daysLate: number;
	/** A later stage of the same kind was reached too, so nobody is asked to act on this one. */
	readonly superseded: boolean;
	/** The term it belongs to ended and renewed itself: for the record only. */
	readonly past: boolean;
}

/** A row of cs_renewal_stages, as far as it says which stage was said. */
export interface EmittedStage {
	readonly contractId: string;
	readonly stage: string;
	readonly endsOn: string | null;
}

export interface StageSettings {
	readonly rules: readonly StageRule[];
	/** Stages that fall on a weekend or holiday are reached on the working day before. */
	readonly businessDays: boolean;
	/** YYYY-MM-DD */
	readonly holidays: ReadonlySet<string>;
	/** Stages of month-to-month contracts, too. */
	readonly monthToMonth: boolean;
	/** For so many days after the end of a term its stages are still said when they were missed. */
	readonly catchUpDays: number;
}
