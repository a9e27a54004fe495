import type { RateRow } from '../core/convertMoney';
import type { ContractLine } from './Contract';

/** A contract line with the time in which its row was the truth as far as we knew. */
export interface BridgeLine extends ContractLine {
	readonly accountId: string;
	/** Milliseconds since 1970; null: always known. */
	readonly recordedAt: number | null;
	/** null: not replaced by a correction. */
	readonly supersededAt: number | null;
	/** Months by which its contract renews itself again and again; null: it ends on `endsOn`. */
	readonly rollsByMonths: number | null;
}

/** A line of one account with its worth in the currency of the bridge; whole minor units. 0 where it did not run. */
export interface ValuedLine {
	readonly lineId: string;
	readonly productId: string | null;
	readonly replacesLineId: string | null;
	readonly currency: string;
	readonly quantity: number | null;
	/** Opening as it was known then, at the rates of the opening. */
	readonly reportedMinor: number;
	/** Opening as it is known now, at the rates of the opening, and of the closing. */
	readonly openingMinor: number;
	readonly startMinor: number;
	/** Closing, at its rates. */
	readonly closingMinor: number;
	/** Whether it ran at the opening as known now, and at the closing. */
	readonly atOpening: boolean;
	readonly atClosing: boolean;
}

/** Why a line's revenue moves, in the order of the bridge's rows. */
export const MOVE_KINDS = [
	'restated',
	'currency',
	'new',
	'reactivation',
	'expansion',
	'price',
	'swap',
	'contraction',
	'churn',
] as const;

/**
 * Why recurring revenue moved. `restated`: a correction recorded after the opening was known. `new`: no revenue at the opening and
 * never before; `reactivation`: none at the opening, some before. `expansion` and `contraction`: more or less of something. `price`: the same at
 * another price, uplift clauses and credits. `churn`: nothing is left. `swap`: one product instead of another, out and in, together
 * 0. `currency`: the same amount at another rate, or billed in another currency.
 */
export type MoveKind = (typeof MOVE_KINDS)[number];

export interface BridgeMove {
	readonly kind: MoveKind;
	/** Whole minor units, signed. */
	readonly amountMinor: number;
	readonly productId: string | null;
	readonly lineIds: readonly string[];
}

/** One account in one currency; opening plus all moves is closing. Whole minor units. */
export interface AccountBridge {
	readonly accountId: string;
	readonly currency: string;
	readonly openingMinor: number;
	readonly closingMinor: number;
	readonly moves: readonly BridgeMove[];
	/** Of the opening, at the rates of the closing, what counts in GRR and NRR: with restatements, without what moved to another currency. */
	readonly startMinor: number;
	/** Of the closing, what stands against it. */
	readonly endMinor: number;
}

/** One row of the bridge of a currency. */
export interface BridgeStep {
	readonly kind: 'opening' | MoveKind | 'closing';
	readonly amountMinor: number;
	/** Sum of the moves upwards, and of those downwards (0 or less). */
	readonly gainsMinor: number;
	readonly lossesMinor: number;
	readonly accounts: number;
}

/** Each 0 to 1 and more, on the opening revenue of the accounts that had some; null: there was none. */
export interface RetentionRates {
	/** Opening revenue at the rates of the closing: what all but the last two rest on. */
	readonly startMinor: number;
	readonly accounts: number;
	/** Per account no more than it opened with. */
	readonly grr: number | null;
	readonly nrr: number | null;
	/** Without moves of kind `price`. */
	readonly grrWithoutPrice: number | null;
	readonly nrrWithoutPrice: number | null;
	/** Closing at its rates over opening at its own. */
	readonly nrrAsReported: number | null;
	/** Accounts that still have revenue, of those that had. */
	readonly logoRetention: number | null;
}

/** On the revenue whose term ended in between, not on all that was there: not to be mixed with GRR and NRR. */
export interface DueRates {
	readonly dueMinor: number;
	/** Per account no more than was due. */
	readonly renewedMinor: number;
	readonly renewedWithGrowthMinor: number;
	/** 0 to 1; null: nothing was due. */
	readonly grossRenewalRate: number | null;
	readonly netRenewalRate: number | null;
	readonly accounts: number;
}

export interface CurrencyBridge {
	readonly currency: string;
	/** From opening to closing; each amount but these two is a move. */
	readonly steps: readonly BridgeStep[];
	readonly retention: RetentionRates;
	readonly due: DueRates;
}

export interface BridgeOptions {
	/** State at the end of this day, YYYY-MM-DD, and of the later one. */
	readonly openingOn: string;
	readonly closingOn: string;
	/** Until when rows count as known, milliseconds since 1970: of the opening, and of all else. */
	readonly openingCut: number;
	readonly closingCut: number;
	/** null: a bridge per currency. */
	readonly reportCurrency: string | null;
	readonly rates: readonly RateRow[];
	/** So many days after its end a renewal may start and still be one. */
	readonly graceDays: number;
}

export interface Bridge {
	readonly currencies: readonly CurrencyBridge[];
	readonly accounts: readonly AccountBridge[];
	/** Lines that are in no amount, by reason. */
	readonly leftOut: Readonly<
		Record<'withoutAmount' | 'withoutCurrency' | 'withoutStart' | 'duplicate', number>
	>;
	/** Changes that could not be parted into quantity and price: whole in expansion or contraction. */
	readonly notSplit: number;
	/** Currencies without a rate; then there is one bridge per currency. */
	readonly notConverted: readonly string[];
}
