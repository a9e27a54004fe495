import type { IExecuteFunctions } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import type { HealthScore } from '../../../scoring/health/HealthScore';
import { addHint } from '../../../shared/n8n/addHint';
import type { Changes } from './assessChanges';
import type { Scoring } from './readScoring';

const signed = (value: number): string => `${value > 0 ? '+' : ''}${roundHalfUp(value * 10) / 10}`;
const counted = (count: number, one: string, many: string): string =>
	`${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** Counts what became of the accounts of a run and says it above the output: nothing is dropped silently. */
export class ScoreTally {
	read = 0;
	private scored = 0;
	private insufficient = 0;
	private readonly skipped = new Map<string, number>();
	private readonly seen = new Set<string>();
	private moved = 0;
	private compared = 0;
	private shift = 0;
	private sum = 0;
	private warnings = 0;
	private firstWarning: string | null = null;

	constructor(
		private readonly scoring: Scoring,
		private readonly unknownRecords: number,
	) {}

	skip(reason: string): void {
		this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
	}

	/** Two rows of one account would contradict each other in every table that has one row per account. */
	isFirst(accountId: string): boolean {
		if (this.seen.has(accountId)) return false;
		this.seen.add(accountId);
		return true;
	}

	count(score: HealthScore, changes: Changes, warnings: readonly Issue[]): void {
		if (score.value === null) this.insufficient++;
		else {
			this.scored++;
			this.sum += score.value;
		}
		if (changes.movedBand) this.moved++;
		if (changes.delta !== null) {
			this.compared++;
			this.shift += changes.delta;
		}
		this.warnings += warnings.length;
		const [first] = warnings;
		if (first !== undefined)
			this.firstWarning ??= `account ${score.accountId}: ${first.message}. ${first.remedy}.`;
	}

	addHints(context: IExecuteFunctions): void {
		const skipped = [...this.skipped].map(([reason, count]) => [`skipped (${reason})`, count] as const);
		addHint(context, {
			read: this.read,
			scored: this.scored,
			'insufficient data': this.insufficient,
			...(skipped.length > 0 ? Object.fromEntries(skipped) : { skipped: 0 }),
		});
		addHint(
			context,
			`Scorecard: ${this.scoring.words} (config ${this.scoring.configHash}), as of ${this.scoring.asOf.until}.`,
		);
		if (this.compared > 0) {
			const mean = roundHalfUp((this.sum / this.scored) * 10) / 10;
			addHint(
				context,
				`Against the run before: ${counted(this.moved, 'account', 'accounts')} moved to another band, the mean moved by ${signed(
					this.shift / this.compared,
				)} points (${counted(this.compared, 'account', 'accounts')} compared). The mean is ${mean}.`,
			);
		}
		if (this.warnings > 0) {
			addHint(
				context,
				`${counted(this.warnings, 'value', 'values')} could not be used, e.g. ${this.firstWarning ?? ''}`,
				'warning',
			);
		}
		if (this.unknownRecords > 0) {
			addHint(
				context,
				`${counted(this.unknownRecords, 'row', 'rows')} on the Records input belong to no account or no known table.`,
				'warning',
			);
		}
	}
}
