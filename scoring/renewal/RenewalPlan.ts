import type { RateRow } from '../core/convertMoney';
import type { Issue } from '../core/issue';
import type { RenewalAssessment } from './Assessment';
import type { OpenExpansion } from './buildStructure';
import type { Contract, ContractLine, Term } from './Contract';
import type { EstimateSettings } from './estimateRenewal';
import type { PriceRow } from './findPrice';
import type { Incentive, IncentiveLimits } from './Incentives';
import type { PriceCheck } from './PriceCheck';
import type { RenewalAmount } from './RenewalAmount';
import type { RenewalEstimate, RenewalFacts } from './RenewalFacts';
import type { EmittedStage, StageCrossing, StageSettings } from './RenewalStages';
import type { RenewalState } from './RenewalState';
import type { RenewalStructure } from './RenewalStructure';
import type { LocalDay } from './createLocalDay';

/** The account of a contract, as far as a renewal needs it. */
export interface RenewalAccount {
	readonly accountId: string;
	readonly name: string | null;
	/** IANA name; null: UTC. */
	readonly timeZone: string | null;
	readonly currency: string | null;
	readonly arrMinor: number | null;
	readonly csmId: string | null;
	readonly aeId: string | null;
	readonly segment: string | null;
	readonly tier: string | null;
	readonly facts: RenewalFacts;
	readonly expansions: readonly OpenExpansion[];
}

export interface RenewalPortfolio {
	readonly contracts: readonly Contract[];
	readonly lines: readonly ContractLine[];
	/** By account id. */
	readonly accounts: ReadonlyMap<string, RenewalAccount>;
	/** Rows of cs_renewal_stages. */
	readonly emitted: readonly EmittedStage[];
	readonly prices: readonly PriceRow[];
	readonly rates: readonly RateRow[];
}

export interface RenewalSettings {
	/** An instant in UTC, or a day. */
	readonly asOf: string;
	readonly stages: StageSettings;
	readonly estimate: EstimateSettings;
	/** Put the uplift clause into the proposal. */
	readonly applyUplift: boolean;
	/** Price current lines by the price book. */
	readonly reprice: boolean;
	readonly limits: IncentiveLimits;
}

/** Everything about the renewal of one contract. */
export interface RenewalPlan {
	readonly contract: Contract;
	readonly account: RenewalAccount | null;
	/** YYYY-MM-DD where the account is. */
	readonly today: LocalDay;
	readonly state: RenewalState;
	/** Somebody has to renew it: upcoming, in its window or overdue. */
	readonly due: boolean;
	readonly term: Term;
	/** Day the next term would begin; null without an end. */
	readonly renewalOn: string | null;
	/** Calendar days from today to the last day; negative: it passed; null without an end. */
	readonly daysToEnd: number | null;
	readonly noticeOn: string | null;
	readonly daysToNotice: number | null;
	readonly successorId: string | null;
	/** Other contracts of the account that end on the same day. */
	readonly coTermedWith: readonly string[];
	/** Other contracts of the account that run at the same time without one renewing the other. */
	readonly overlaps: readonly string[];
	readonly amount: RenewalAmount;
	readonly estimate: RenewalEstimate;
	readonly assessment: RenewalAssessment;
	readonly price: PriceCheck;
	readonly structure: RenewalStructure | null;
	readonly incentives: readonly Incentive[];
	/** Stages to be said now, for the first time. */
	readonly crossings: readonly StageCrossing[];
	/** The next stage that lies ahead; null: none. */
	readonly nextStage: { readonly id: string; readonly dueOn: string } | null;
	readonly issues: readonly Issue[];
}
