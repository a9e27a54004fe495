import { dayNumber } from '../core/dayNumber';
import { daysBetween } from '../core/daysBetween';
import { assessRenewal } from './assessRenewal';
import { buildStructure } from './buildStructure';
import { checkPrice } from './checkPrice';
import type { Contract, ContractLine, Term } from './Contract';
import type { ContractRelations } from './ContractRelations';
import type { LocalDay } from './createLocalDay';
import { crossStages } from './crossStages';
import { dateStages } from './dateStages';
import { dayText } from './dayText';
import { estimateRenewal } from './estimateRenewal';
import { findOverlaps } from './findOverlaps';
import { findPlanIssues } from './findPlanIssues';
import { judgeState } from './judgeState';
import { noticeDeadline } from './noticeDeadline';
import { offerIncentives } from './offerIncentives';
import type { RenewalAccount, RenewalPlan, RenewalPortfolio, RenewalSettings } from './RenewalPlan';
import type { StageCrossing, StageSettings } from './RenewalStages';
import type { RenewalStructure } from './RenewalStructure';
import { stageDays } from './stageDays';
import { sumDueLines } from './sumDueLines';
import { unknownFacts } from './unknownFacts';
import { watchTerms } from './watchTerms';

/** What planning one contract needs of the whole portfolio. */
export interface PlanContext {
	readonly settings: RenewalSettings;
	readonly portfolio: Pick<RenewalPortfolio, 'prices' | 'rates'>;
	readonly relations: ContractRelations;
	/** Keys of the stages said before, see `stageKey`. */
	readonly said: ReadonlySet<string>;
	readonly today: LocalDay;
	/** Lines of the contract. */
	readonly lines: readonly ContractLine[];
	readonly account: RenewalAccount | null;
	/** The open expansions of the account are proposed with this contract. */
	readonly carriesExpansions: boolean;
}

// One empty list for all: 100,000 contracts have mostly none.
const NO_CROSSINGS: readonly StageCrossing[] = [];
const NO_INCENTIVES: RenewalPlan['incentives'] = [];
const NO_ISSUES: RenewalPlan['issues'] = [];
const NO_EXPANSIONS: RenewalAccount['expansions'] = [];
const DUE_STATES: ReadonlySet<string> = new Set(['upcoming', 'in_window', 'overdue']);

/**
 * Plans the renewal of one contract: its term, state, dates, amount, probability, assessment, proposal and the stages that were reached
 * and not said before. A contract of which nothing is due (renewed, terminated, evergreen, ...) has its dates and amount, and no stage.
 */
export function planRenewal(contract: Contract, context: PlanContext): RenewalPlan {
	const { settings, today, account, relations, portfolio } = context;
	const terms = watchTerms(contract, today.day, settings.stages.catchUpDays);
	const term = terms[terms.length - 1] as Term;
	const noticeOn = noticeDeadline(contract, term);
	const now = dayNumber(today.day) as number;
	const days = stageDays(term, noticeOn, settings.stages);
	const successorId = relations.successors.get(contract.contractId)?.contractId ?? null;
	const state = judgeState(contract, term, {
		today: today.day,
		successorId,
		stageReached: days.some((day) => day !== null && day <= now),
		catchUpDays: settings.stages.catchUpDays,
	});
	const due = DUE_STATES.has(state);
	const staged = due || (state === 'month_to_month' && settings.stages.monthToMonth);
	const facts = account?.facts ?? unknownFacts();
	const expansions = account?.expansions ?? NO_EXPANSIONS;
	const own = relations.byAccount.get(contract.accountId)?.length ?? 1;
	const amount = sumDueLines(
		contract,
		term,
		context.lines,
		today.day,
		{ arrMinor: own > 1 ? null : (account?.arrMinor ?? null), currency: account?.currency ?? null },
		portfolio.rates,
	);
	const estimate = estimateRenewal(facts, settings.estimate, term.endsOn);
	const end = dayNumber(term.endsOn);
	const renewalOn = end === null ? null : dayText(end + 1);
	const structure = due
		? buildStructure({
				amount,
				upliftRate: settings.applyUplift ? upliftOf(contract) : null,
				expansions: context.carriesExpansions ? expansions : NO_EXPANSIONS,
				probability: estimate.probability,
				tier: account?.tier ?? null,
				prices: portfolio.prices,
				reprice: settings.reprice,
				renewalOn: renewalOn ?? today.day,
				rates: portfolio.rates,
			})
		: null;
	const inCurrency = facts.budgetCurrency === null || facts.budgetCurrency === amount.currency;
	const price = checkPrice({
		currentMinor: amount.arrMinor,
		proposedMinor: structure?.proposedMinor ?? null,
		competitorMinor: inCurrency ? facts.competitorPriceMinor : null,
		approvedMinor: inCurrency ? facts.approvedBudgetMinor : null,
		approvedExpansionMinor: inCurrency ? facts.approvedExpansionMinor : null,
	});
	const expansionMinor = sumExpansions(structure);
	const assessment = assessRenewal(facts, estimate, price, expansionMinor);
	const { coTermedWith, overlaps } = findOverlaps(contract, term, relations, today.day);
	const plan: RenewalPlan = {
		contract,
		account,
		today,
		state,
		due,
		term,
		renewalOn,
		daysToEnd: end === null ? null : end - now,
		noticeOn,
		daysToNotice: daysBetween(today.day, noticeOn),
		successorId,
		coTermedWith,
		overlaps,
		amount,
		estimate,
		assessment,
		price,
		structure,
		incentives: due ? offerIncentives(assessment, amount.arrMinor, settings.limits) : NO_INCENTIVES,
		crossings: staged ? crossTerms(contract, terms, today.day, now, context) : NO_CROSSINGS,
		nextStage: staged ? nextStage(days, now, settings.stages) : null,
		issues: NO_ISSUES,
	};
	const issues = findPlanIssues(plan);
	return issues.length === 0 ? plan : { ...plan, issues };
}

/** What is proposed beside the present contract; null: nothing. */
function sumExpansions(structure: RenewalStructure | null): number | null {
	let sum: number | null = null;
	for (const { kind, amountMinor } of structure?.parts ?? []) {
		if (kind === 'expansion') sum = sum === null ? amountMinor : sum + amountMinor;
	}
	return sum;
}

const upliftOf = ({ upliftRate }: Contract): number | null =>
	upliftRate !== null && upliftRate > -1 && upliftRate <= 1 ? upliftRate : null;

/** The stages of all terms that are watched; those of terms that renewed themselves are for the record. */
function crossTerms(
	contract: Contract,
	terms: readonly Term[],
	today: string,
	now: number,
	{ settings, said }: PlanContext,
): readonly StageCrossing[] {
	return terms.flatMap((term, index) => {
		const reached = dateStages(term, noticeDeadline(contract, term), settings.stages, now);
		return crossStages(contract.contractId, reached, today, said, index < terms.length - 1);
	});
}

/** The stage that is reached next; of several on one day the one further from the end. */
function nextStage(
	days: ReadonlyArray<number | null>,
	now: number,
	{ rules }: StageSettings,
): RenewalPlan['nextStage'] {
	let next = -1;
	let soonest = Number.POSITIVE_INFINITY;
	for (const [index, day] of days.entries()) {
		if (day === null || day <= now || day > soonest) continue;
		const further = (rules[index]?.daysBefore ?? 0) > (rules[next]?.daysBefore ?? -1);
		if (day < soonest || further) [soonest, next] = [day, index];
	}
	return next === -1 ? null : { id: rules[next]?.id ?? '', dueOn: dayText(soonest) };
}
