import { addDays } from '../core/addDays';
import type { Contract, Term } from './Contract';
import type { RenewalState } from './RenewalState';

/** What else decides the state. */
export interface StateContext {
	/** YYYY-MM-DD where the account is. */
	readonly today: string;
	/** Id of the signed contract that renews this one; null: none. */
	readonly successorId: string | null;
	/** A stage of its term was reached. */
	readonly stageReached: boolean;
	/** For so many days after its end a contract is overdue, then lapsed. */
	readonly catchUpDays: number;
}

/**
 * The state of a contract, see `RenewalState`. What its status says goes first, then a signed renewal, then its dates. The last day of a
 * contract is still inside it.
 *
 * @example
 * judgeState({ status: 'active' }, { kind: 'fixed', endsOn: '2025-03-31' }, { today: '2024-11-24', successorId: null, stageReached: false, catchUpDays: 90 })
 * // => 'upcoming'
 */
export function judgeState(contract: Contract, term: Term, context: StateContext): RenewalState {
	const { status } = contract;
	if (status === 'draft' || status === 'terminated') return status;
	if (context.successorId !== null) return 'renewed';
	if (status === 'ended') return 'ended';
	if (term.kind === 'unknown') return 'no_end_date';
	if (term.kind === 'evergreen' || term.kind === 'month_to_month') return term.kind;
	const { endsOn } = term;
	if (endsOn === null) return 'no_end_date';
	if (endsOn < context.today) {
		return addDays(endsOn, context.catchUpDays) < context.today ? 'lapsed' : 'overdue';
	}
	return context.stageReached ? 'in_window' : 'upcoming';
}
