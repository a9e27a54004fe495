import type { AccountCase, ExpansionContext } from './AccountCase';
import { activeLines } from './activeLines';
import { assessReadiness } from './assessReadiness';
import { chooseContact } from './chooseContact';
import { chooseProduct } from './chooseProduct';
import { chooseStage } from './chooseStage';
import { combineStrengths } from './combineStrengths';
import { estimateProbability } from './estimateProbability';
import { EXPANSION_TYPES } from './expansionTypes';
import { findBaseRate } from './findBaseRate';
import { findBlockers } from './findBlockers';
import { findSignals } from './findSignals';
import { gatherFacts } from './gatherFacts';
import { mapStakeholders } from './mapStakeholders';
import { measureSessions } from './measureSessions';
import type { FoundOpportunity, Sizing } from './Opportunity';
import { planSteps } from './planSteps';
import { READINESS_RULES } from './readinessRules';
import type { ExpansionType, Signal } from './Signal';
import { sizeModule } from './sizeModule';
import { sizeUpgrade } from './sizeUpgrade';
import { sizeUpsell } from './sizeUpsell';
import type { SizingInput } from './SizingInput';

export interface Detection {
	/** All signals, strongest first, also those too faint for an opportunity. */
	readonly signals: readonly Signal[];
	/** At most one of each type, in the order of the types. */
	readonly opportunities: readonly FoundOpportunity[];
}

/**
 * The growth an account shows as of a day: its signals and, where those of one type are strong enough together, one opportunity of the type with
 * source, product, amount, readiness, probability, blockers, stage and next steps. An account that is lost or deleted has none.
 *
 * @example
 * detectExpansion({ accountId: 'a', account: { lifecycle_stage: 'churned' } }, {})
 * // => { signals: [], opportunities: [] }
 */
export function detectExpansion(account: AccountCase, context: ExpansionContext): Detection {
	const { lifecycle_stage: stage, deleted } = account.account;
	if (deleted === true || stage === 'churned') return { signals: [], opportunities: [] };
	const signals = findSignals(account, context.rules, context.seasons, context.leastStrength);
	const drafts = EXPANSION_TYPES.flatMap((type) => {
		const own = signals.filter((signal) => signal.type === type);
		const strength = combineStrengths(own.map(({ liveStrength }) => liveStrength));
		return own.length === 0 || strength < context.leastTogether ? [] : [{ type, own, strength }];
	});
	if (drafts.length === 0) return { signals, opportunities: [] };

	const { day, tier } = { day: account.asOf.slice(0, 10), tier: textOf(account.account.tier) };
	const lines = activeLines(account.records.contractLines, account.asOf);
	const owned = lines.map((line) => String(line.product_id));
	const facts = { ...gatherFacts(account), session_minutes: measureSessions(account.window) };
	const readiness = assessReadiness(facts, READINESS_RULES);
	const { contacts, interactions } = account.records;
	const contactId = chooseContact(mapStakeholders(contacts, interactions, account.asOf));
	const input = { account: account.account, lines, prices: context.prices, rates: context.rates, day };
	const ids = signals.map(({ rule }) => rule.id);
	const rated = drafts.map((draft) => {
		const own = context.winRates.get(draft.type) ?? null;
		return { ...draft, base: findBaseRate(draft.type, tier, ids, facts, own) };
	});
	const likeliest = Math.max(...rated.map(({ base }) => base.rate));

	const opportunities = rated.map(({ type, own, strength, base }): FoundOpportunity => {
		const product = chooseProduct(type, own, context.products, owned, tier);
		const sizing = sizeOf(type, own, product, input);
		const blockers = findBlockers(type, { ...account, ...context, facts });
		return {
			accountId: account.accountId,
			type,
			source: own[0]!.rule.source,
			signals: own,
			strength,
			product,
			sizing,
			readiness,
			probability: estimateProbability(base, readiness, account.learned, base.rate / likeliest),
			blockers,
			stage: chooseStage(blockers, readiness, sizing),
			nextSteps: planSteps(blockers, readiness, sizing, own, day),
			contactId,
		};
	});
	return { signals, opportunities };
}

function sizeOf(
	type: ExpansionType,
	signals: readonly Signal[],
	product: FoundOpportunity['product'],
	input: SizingInput,
): Sizing {
	if (type === 'upgrade') return sizeUpgrade(input);
	if (type === 'upsell') return sizeUpsell(signals, input);
	return sizeModule(type, product, input);
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
